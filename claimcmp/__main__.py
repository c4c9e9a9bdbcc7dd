"""``python -m claimcmp``: the command line."""

from __future__ import annotations

from claimcmp.cli import main

if __name__ == "__main__":
    main()
