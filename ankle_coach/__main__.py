"""`python -m ankle_coach`."""

from __future__ import annotations

import sys

from ankle_coach.cli import main

if __name__ == "__main__":
    sys.exit(main())
