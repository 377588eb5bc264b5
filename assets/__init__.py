"""The files that come with the program: fonts, icons, sounds, templates and the sample."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Where a bundled file is, as in `path("fonts", "CoxswainSans-Regular.ttf")`.

    The files lie beside this module in a checkout, in an installed package and in a frozen
    program alike, so the place of the module is all there is to know.
    """
    return _HERE.joinpath(*parts)
