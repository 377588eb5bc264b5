"""What each stage kind adds to the brief: its sections, one module per kind."""

from exports.kinds import statement

__all__ = ["statement"]
