"""When Python looks for garbage: never among what an open workshop is made of.

A full collection goes through every object there is. It would take several frames, and land in
any of them, while next to nothing of a workshop that is open ever becomes garbage.
"""

from __future__ import annotations

import gc


def pause() -> None:
    """Looks for none while the program starts, where everything that is made is kept."""
    gc.disable()


def settle() -> None:
    """What is there now stays: from here on only what comes later is looked through."""
    gc.freeze()
    gc.enable()


def release() -> None:
    """A workshop was closed: everything is looked through again, when the time comes."""
    gc.unfreeze()
