"""Pattern packs: reading, merging and looking up what the pattern files say."""

from govie.packs.pattern import Pattern
from govie.packs.sets import (
    DEFAULT,
    Pack,
    PackSet,
    headed,
    in_force,
    load_patterns,
    open_pack,
    pack_set,
    parse_patterns,
    per_packs,
    shared_packs,
    using,
)

__all__ = [
    "DEFAULT",
    "Pack",
    "PackSet",
    "Pattern",
    "headed",
    "in_force",
    "load_patterns",
    "open_pack",
    "pack_set",
    "parse_patterns",
    "per_packs",
    "shared_packs",
    "using",
]
