"""Records and whole results as JSON, and back."""

from __future__ import annotations

from claimcmp.exports.codecs import decode_record, encode_record
from claimcmp.exports.results import FORMAT_VERSION, dump_result, load_result, read_result

__all__ = ["FORMAT_VERSION", "decode_record", "dump_result", "encode_record", "load_result", "read_result"]
