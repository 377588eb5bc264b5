"""What each stage kind adds to the brief: its sections, one module per kind."""

from exports.kinds import five_whys, statement

__all__ = ["five_whys", "statement"]
