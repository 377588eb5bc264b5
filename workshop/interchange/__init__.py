"""Workshops and templates as YAML, in and out without loss but for history."""
