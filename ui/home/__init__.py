"""Home: what stands in the window while no workshop is open."""
