"""A screen that is not there, as large as a laptop's: what a dialog may be depends on it."""

from __future__ import annotations

import json
import os
from pathlib import Path


def pretend_screen(folder: Path, wide: int, high: int) -> None:
    """Let the application that is made next have one screen of a size.

    Args:
        folder: Where the description of the screen is kept as long as the application runs.
        wide: Its width in pixels.
        high: Its height in pixels.
    """
    screen = {"name": "laptop", "x": 0, "y": 0, "width": wide, "height": high}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
