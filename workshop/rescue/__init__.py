"""Bringing back what can be brought back of a workshop whose file is damaged or gone."""
