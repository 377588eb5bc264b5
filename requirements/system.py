"""What Qt needs of a Linux system: shared libraries and a font, by the names of their packages."""

from __future__ import annotations

import ctypes
import os
import sys

# What Qt links to and a bare Debian or Ubuntu lacks: to draw at all, ...
DRAWING = (
    *("libEGL.so.1", "libGL.so.1", "libX11.so.6", "libdbus-1.so.3", "libfontconfig.so.1"),
    *("libfreetype.so.6", "libglib-2.0.so.0", "libxkbcommon.so.0"),
)
# ... and to open windows, under Wayland or under X.
WAYLAND = ("libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1")
X11 = (
    *("libX11-xcb.so.1", "libxcb-cursor.so.0", "libxcb-glx.so.0", "libxcb-icccm.so.4"),
    *("libxcb-image.so.0", "libxcb-keysyms.so.1", "libxcb-randr.so.0", "libxcb-render-util.so.0"),
    *("libxcb-render.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1"),
    *("libxcb-util.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libxcb.so.1"),
    "libxkbcommon-x11.so.0",
)
# By the display that is there; under Wayland, Qt makes do with X if it must.
WINDOWS = {"wayland": (WAYLAND, X11), "x11": (X11,)}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")


def missing_libraries(display: str) -> list[str]:
    """The shared libraries that Qt needs and that cannot be loaded here; none but on Linux.

    `display` is `wayland`, `x11`, or anything else where no window is to open.
    """
    if sys.platform != "linux":
        return []
    ways = [_missing(libraries) for libraries in WINDOWS.get(display, ((),))]
    return _missing(DRAWING) + ([] if [] in ways else ways[0])


def _missing(libraries: tuple[str, ...]) -> list[str]:
    return [library for library in libraries if not loads(library)]


def loads(library: str) -> bool:
    """Whether the system's loader finds this shared library and all that it needs itself."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def debian_package(library: str) -> str:
    """The package of a shared library, by Debian's naming: libEGL.so.1 is in libegl1."""
    name, version = library.lower().split(".so.")
    name = name.replace("libglib-", "libglib")  # GLib alone is named otherwise
    return f"{name}-{version}" if name[-1].isdigit() else name + version


def missing_debian_packages(display: str) -> list[str]:
    """The packages to install on a Debian or Ubuntu so that Qt can draw, on this display if any."""
    packages = [debian_package(library) for library in missing_libraries(display)]
    return packages if has_fonts() else [*packages, "fonts-dejavu-core"]


def has_fonts() -> bool:
    """Whether the system has any font."""
    return any(files for folder in FONT_FOLDERS for _, _, files in os.walk(folder))
