"""Bytes of unknown encoding to text."""

from __future__ import annotations

import codecs
import logging
import re

from claimcmp.io.items import RefusedError

logger = logging.getLogger("claimcmp")

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["cp1256", "cp1251", "cp1252", "cp1254", "koi8_r", "koi8_u", "iso8859_6", "iso8859_5", "cp866"]
"""Single-byte encodings news texts are found in. Left free among all encodings, the detector takes French for cp1250."""

_SIGNATURES = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a zip archive or Office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"PAR1": "a Parquet table",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_DAMAGE = 0.1
"""Share of undecodable sequences up to which a text still counts as damaged UTF-8 rather than another encoding."""


def decode_text(data: bytes, encoding: str | None = None, *, name: str = "bytes") -> str:
    """The text of ``data``, newlines untouched, byte-order mark removed.

    Without ``encoding``: a byte-order mark decides; then UTF-8; then UTF-16
    without a mark (told by its zero bytes); then the likeliest of the
    single-byte encodings of Arabic, Cyrillic, Turkish and Western texts. What
    was guessed is logged to ``claimcmp`` under ``name``. A guess on a few words may be wrong.

    Raises
    ------
    RefusedError
        If ``data`` is no text, or not in ``encoding``.

    Examples
    --------
    >>> decode_text("الجسر مغلق".encode("utf-16"))
    'الجسر مغلق'
    """
    if encoding is not None:
        return _check_text(_decode_as(data, encoding))
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise RefusedError("read_binary", kind=kind)
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return _check_text(_decode_as(data, marked))
    if b"\0" in data:
        return _decode_unmarked_utf16(data, name)
    try:
        return _check_text(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _check_text(_decode_damaged(data, name) or _decode_legacy(data, name))


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError as error:
        raise RefusedError("read_unknown_encoding", encoding=encoding) from error
    except UnicodeError as error:
        raise RefusedError("read_wrong_encoding", encoding=encoding, detail=str(error)) from error


def _decode_unmarked_utf16(data: bytes, name: str) -> str:
    """UTF-16 has its zero bytes (of spaces and ASCII marks) all on one side of the 16-bit units."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data.decode(encoding) if min(even, odd) == 0 else "\0"
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text or not _looks_written(text):
        raise RefusedError("read_binary", kind="binary data (zero bytes)")
    logger.warning("%s: zero bytes but no byte-order mark; read as %s", name, encoding)
    return text


def _looks_written(text: str) -> bool:
    """Letters of the scripts below U+2100: two ASCII bytes taken for one unit give ideographs, which are above."""
    return sum(c < "\u2100" and (c.isalpha() or c.isspace() or c.isprintable()) for c in text) >= 0.8 * len(text)


def _decode_damaged(data: bytes, name: str) -> str | None:
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    sound = sum(not c.isascii() for c in text) - damaged
    if damaged > _MAX_DAMAGE * sound:
        return None
    logger.warning("%s: %d damaged UTF-8 sequences were replaced by U+FFFD", name, damaged)
    return text


def _decode_legacy(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise RefusedError("read_encoding")
    logger.warning("%s: not UTF-8; read as %s", name, best.encoding)
    return str(best)


def _check_text(text: str) -> str:
    """``text``, unless its control characters say that it is binary."""
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls > 0.01 * len(text):
        raise RefusedError("read_binary", kind="binary data (control characters)")
    return text
