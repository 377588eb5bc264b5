"""What stage kinds add to the console, each in a module of its name."""
