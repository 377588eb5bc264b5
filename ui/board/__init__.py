"""The board canvas: one widget that paints notes, and what it takes to work with them."""
