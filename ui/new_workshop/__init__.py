"""A new workshop: what it is called, when it starts, and who takes part."""
