#!/usr/bin/env python3
"""Make sure that the system has the libraries Qt needs, before anything imports Qt.

PySide6 brings Qt itself, but not what every Linux desktop has: OpenGL, fonts, the X libraries. Where some are
missing, this installs them when it may (as root, with apt-get), and otherwise prints the one line to type and
stops with status 1. It needs nothing but the standard library, and has nothing to do on Windows and macOS.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Shared library -> the package that holds it, or several where the name differs between releases of Debian 12
# and 13 and Ubuntu 22.04 and 24.04; the first one that apt knows is taken.
LIBRARIES = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11.so.6": ("libx11-6",),
    "libXext.so.6": ("libxext6",),
    "libXrandr.so.2": ("libxrandr2",),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libpulse.so.0": ("libpulse0",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libz.so.1": ("zlib1g",),
    "libzstd.so.1": ("libzstd1",),
}

# What a real window needs beyond that: tests run on Qt's offscreen platform and do without.
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-glx.so.0": ("libxcb-glx0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxcb.so.1": ("libxcb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}

# Without any font, Qt draws no text at all.
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_PACKAGES = ("fonts-inter", "fonts-dejavu-core")

# Programs that only tests call -> their packages.
TEST_PROGRAMS: dict[str, tuple[str, ...]] = {}


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, install or explain.

    Args:
        arguments: The command line without the program's name; that of the process if None.

    Returns:
        The exit status: 0 if everything needed is there in the end, else 1.
    """
    options = _parse(arguments)
    if not sys.platform.startswith("linux"):
        return 0
    missing = missing_names(window=options.window, pretend=options.pretend_missing)
    if not missing:
        return 0
    if shutil.which("apt-get") is None:
        print("Qt needs these; install the packages that hold them:", *missing, file=sys.stderr)
        return 1
    # While something is missing, take along all that a window needs: one installation instead of two.
    wanted = missing_names(window=True, pretend=options.pretend_missing)
    may_install = os.geteuid() == 0 and not options.explain
    if may_install and install(wanted) and not missing_names(window=options.window):
        return 0
    command = shlex.join(["apt-get", *_INSTALL, *packages_for(wanted)])
    print("Qt's system libraries are missing:", *missing, file=sys.stderr)
    print("Please type this line, then try again:", file=sys.stderr)
    print(f"sudo apt-get update && sudo {command}", file=sys.stderr)
    return 1


_INSTALL = ("install", "-y", "--no-install-recommends")


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description="Make sure that Qt's system libraries are there.")
    parser.add_argument("--window", action="store_true", help="also what a real window needs")
    parser.add_argument("--explain", action="store_true", help="never install, only say what to type")
    parser.add_argument(
        "--pretend-missing", action="append", default=[], metavar="NAME", help="take this one for missing"
    )
    return parser.parse_args(arguments)


def missing_names(*, window: bool, pretend: Iterable[str] = ()) -> list[str]:
    """The libraries, programs and "fonts" that this system lacks.

    Args:
        window: Whether to look also for what only a real window needs.
        pretend: Names to take for missing, to try out what happens then.
    """
    libraries = LIBRARIES | (WINDOW_LIBRARIES if window else {})
    missing = [name for name in libraries if name in pretend or not _can_be_loaded(name)]
    missing += [name for name in TEST_PROGRAMS if name in pretend or shutil.which(name) is None]
    if "fonts" in pretend or not _has_fonts():
        missing.append("fonts")
    return missing


def packages_for(names: Iterable[str]) -> list[str]:
    """The packages that hold what is missing, each named as this release of the system names it."""
    table = LIBRARIES | WINDOW_LIBRARIES | TEST_PROGRAMS | {"fonts": FONT_PACKAGES}
    return sorted({_known_to_apt(table[name]) for name in names})


def install(names: Iterable[str]) -> bool:
    """Install the packages that hold what is missing.

    Returns:
        Whether apt-get said that it worked.
    """
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    update = subprocess.run(["apt-get", "update", "-q"], check=False, env=environment)
    if update.returncode != 0:
        return False
    command = ["apt-get", *_INSTALL, "-q", *packages_for(names)]
    return subprocess.run(command, check=False, env=environment).returncode == 0


def _can_be_loaded(library: str) -> bool:
    """Whether the dynamic linker finds a shared library and all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_fonts() -> bool:
    """Whether any outline font is installed."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(path.suffix in {".ttf", ".otf", ".ttc"} for folder in folders for path in folder.rglob("*"))


def _known_to_apt(alternatives: Sequence[str]) -> str:
    """The first of several package names that apt can install; the last one if it knows none of them."""
    for package in alternatives:
        answer = subprocess.run(["apt-cache", "show", package], check=False, capture_output=True)
        if answer.returncode == 0 and answer.stdout.strip():
            return package
    return alternatives[-1]


if __name__ == "__main__":
    sys.exit(main())
