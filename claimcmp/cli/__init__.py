"""The command line: ``claimcmp compare``, ``claimcmp claims``."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on ``arguments`` (default: those of the process) and exit.

    Exit codes: 0 all went well; 1 an input could not be read or compared, or an
    output not written; 2 wrong usage; 130 interrupted; 141 nobody reads the output.
    """
    from claimcmp.cli.app import app
    from claimcmp.cli.streams import prepare_streams

    prepare_streams()
    app(args=None if arguments is None else list(arguments), prog_name="claimcmp")
