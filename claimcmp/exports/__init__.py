"""Records and whole results as JSON, and back."""

from __future__ import annotations

from claimcmp.exports.codecs import decode_record, encode_record
from claimcmp.exports.results import dump_json, load_json, read_json

__all__ = ["decode_record", "dump_json", "encode_record", "load_json", "read_json"]
