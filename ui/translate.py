"""Texts in the user's language: the same function that handouts use."""

from exports.translate import CONTEXT
from exports.translate import plural_plain as plural
from exports.translate import tr_plain as tr

__all__ = ["CONTEXT", "plural", "tr"]
