"""Claims to vectors: the bundled model, any sentence-transformers model, or an encoder of your own, with a cache."""

from claimcmp.embed.bundled import BundledEncoder
from claimcmp.embed.cache import VectorCache
from claimcmp.embed.claims import EmbeddedClaims, embed_claims
from claimcmp.embed.encoders import MAX_CHARACTERS

__all__ = ["MAX_CHARACTERS", "BundledEncoder", "EmbeddedClaims", "VectorCache", "embed_claims"]
