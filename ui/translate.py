"""Texts in the user's language: the same function that handouts use."""

from exports.translate import CONTEXT, plural, tr

__all__ = ["CONTEXT", "plural", "tr"]
