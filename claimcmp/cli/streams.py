"""Standard output and error of the command line: encoding, wrapping, errors, exit codes."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from claimcmp.errors import ClaimcmpError, ClaimcmpWarning

if TYPE_CHECKING:
    from claimcmp.cli.lines import Line

FAILED = 1
INTERRUPTED = 130
PIPE_CLOSED = 141


def prepare_streams() -> None:
    """Make both streams write UTF-8 whatever the locale, and lone surrogates as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_error(message: str) -> None:
    """Write a message to standard error, each line under the program's name."""
    sys.stderr.writelines(f"claimcmp: {line}\n" for line in message.split("\n"))


def print_lines(lines: Iterable[Line]) -> None:
    """Write lines to standard output: wrapped and styled on a terminal, plain and unwrapped elsewhere."""
    if sys.stdout.isatty():
        _print_styled(lines)
    else:
        sys.stdout.writelines(f"{line.padded()}\n" for line in lines)


def _print_styled(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False, emoji=False, markup=False)
    for line in lines:
        console.print(Padding(Text(line.text, style=line.style), (0, 0, 0, line.indent), expand=False))


@contextmanager
def _plain_warnings() -> Iterator[None]:
    """Shows our own warnings once each, as messages without the place in the code."""
    with warnings.catch_warnings():
        warnings.simplefilter("once", ClaimcmpWarning)
        show = warnings.showwarning

        def show_plain(  # noqa: PLR0917 the signature of warnings.showwarning
            message: Warning | str, category: type[Warning], filename: str, lineno: int, file: TextIO | None = None, line: str | None = None
        ) -> None:
            if issubclass(category, ClaimcmpWarning):
                print_error(str(message))
            else:
                show(message, category, filename, lineno, file, line)

        warnings.showwarning = show_plain
        yield


@contextmanager
def exit_on_failure() -> Iterator[None]:
    """Turn failures into messages and exit codes, and our warnings into messages; a closed pipe ends quietly."""
    try:
        with _plain_warnings():
            yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer must not raise again when Python flushes it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    except ClaimcmpError as error:
        print_error(str(error))
        raise SystemExit(FAILED) from None
