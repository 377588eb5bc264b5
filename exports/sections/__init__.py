"""The sections of the brief that no stage kind owns."""
