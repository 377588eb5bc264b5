"""The console: the facilitator's window while a workshop is run."""
