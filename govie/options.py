"""Options of pipelines and components, looked at before they do harm further down.

Types inside a config are spaCy's to check; here is what types do not say, and what callers of
functions may get wrong. Every message names the option and the choices.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeAlias

from govie.errors import ConfigError, PatternError
from govie.packs import DEFAULT, Pack, PackSet, pack_set

__all__ = ["PackName", "check_names", "opened"]

PackName: TypeAlias = "str | os.PathLike[str]"
"""The name of a pack, or the path of its folder."""

_GRAMMAR = (
    "cues",
    "documents",
    "hedges",
    "indicators",
    "periods",
    "sections",
    "skips",
    "standing",
    "units",
)
"""Topics without which hardly anything is found: a pack that drops the default one brings them."""


def check_names(patterns: Sequence[PackName]) -> tuple[str, ...]:
    """The names of pattern packs; ConfigError where they are no list of some different names."""
    given = list(patterns) if isinstance(patterns, list | tuple) else []
    named = [os.fspath(name) if isinstance(name, os.PathLike) else name for name in given]
    if not named or not all(isinstance(name, str) and name for name in named):
        raise ConfigError(
            f'patterns={patterns!r} is no list of pack names; write patterns=["default"], '
            'or ["default", "FOLDER"] for the default pack and your own'
        )
    twice = [name for name in named if named.count(name) > 1]
    if twice:
        raise ConfigError(f"patterns={named!r} names {twice[0]!r} twice; name each pack once")
    return tuple(named)


def _check_complete(packs: PackSet) -> None:
    """ConfigError where packs without the default one lack topics that rules rely on."""
    there = {_topic(name) for pack in packs.packs for name in pack.files.names}
    missing = [name for name in _GRAMMAR if name not in there]
    if missing:
        names = [pack.name for pack in packs.packs]
        raise ConfigError(
            f"patterns={names!r} leaves out the default pack and has no {', '.join(missing)}; "
            f"name it first: patterns={[DEFAULT, *names]!r}"
        )


def _check_read(packs: PackSet) -> None:
    """PatternError where a pack has no file that a rule reads: it would do nothing at all."""
    for pack in packs.packs:
        if pack.ours or pack.replaces or _is_read(pack):
            continue
        files = ", ".join(pack.files.names[:3]) or "no pattern files"
        raise PatternError(
            [
                f"{pack.path or pack.name}: no rule reads any file of the pack, which has {files} "
                "(name files after topics, such as programs.jsonl: see govie patterns list)"
            ]
        )


def _is_read(pack: Pack) -> bool:
    from govie.lint.topics import topic_of

    return any(topic_of(name) or _topic(name) in pack.topics for name in pack.files.names)


def _topic(name: str) -> str:
    return name.split("/")[0].removesuffix(".jsonl")


def opened(patterns: Sequence[PackName]) -> PackSet:
    """The packs with these names.

    Raises ConfigError where the option is wrong, PatternError where a pack is not there or wrong.
    """
    packs = pack_set(check_names(patterns))
    _check_complete(packs)
    _check_read(packs)
    return packs
