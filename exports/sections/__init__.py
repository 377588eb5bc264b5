"""The sections of the brief that no stage kind owns."""

from exports.sections import appendix, cover, summary

__all__ = ["appendix", "cover", "summary"]
