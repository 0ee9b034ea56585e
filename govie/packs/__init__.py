"""Pattern packs: reading, merging and looking up what the pattern files say."""

from govie.packs.lines import parse_patterns
from govie.packs.opening import DEFAULT, forget_packs, headed, open_pack, pack_set, shared_packs
from govie.packs.pack import Pack, PackSet
from govie.packs.pattern import Pattern
from govie.packs.sets import in_force, load_patterns, per_packs, using

__all__ = [
    "DEFAULT",
    "Pack",
    "PackSet",
    "Pattern",
    "forget_packs",
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
