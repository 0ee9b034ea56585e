"""What the records of a file depend on besides its content.

A file is read again when its content changed or its recipe did: the version of govie and of the
record fields, the lines of the pattern packs, and what the caller says of the file. Examples in
pattern files, headers of packs and topics that govie does not read make no record, so that a change
of theirs costs nothing. The numbers of lines count, because records name the line that made them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256

from attrs import astuple, frozen

import govie
from govie.corpus.job import Said
from govie.packs import Pack, open_pack
from govie.records import SCHEMA

__all__ = ["Recipe", "recipe_for", "recipe_of"]

_IDLE = "examples"


@frozen
class Recipe:
    """Of all files of a run."""

    digest: str
    packs: dict[str, str]
    """Digests of the packs by their names, which workers report too: a worker that has others was
    started after the packs changed, or on a machine with another edition."""


def recipe_of(patterns: Sequence[str]) -> Recipe:
    """The recipe of packs as they are on disk now; raises PatternError for packs not there."""
    total = sha256(f"{govie.__version__}\0{SCHEMA}".encode())
    # Not the packs that this process may have opened long ago: workers open them afresh.
    packs = [open_pack.__wrapped__(name) for name in patterns]
    for pack in packs:
        total.update(f"\0{pack.name}\0{sorted(pack.replaces)}".encode())
        for name in pack.files.names:
            if not _is_foreign(name, pack):
                total.update(f"\0{name}".encode())
                for line in _effective(pack.files.read(name)):
                    total.update(f"\0{line}".encode())
    return Recipe(total.hexdigest(), {pack.name: pack.digest for pack in packs})


def recipe_for(recipe: Recipe, said: Said) -> str:
    """Of one file: that of the run, and what the caller says of the file."""
    return sha256(json.dumps([recipe.digest, *astuple(said)]).encode()).hexdigest()


def _is_foreign(name: str, pack: Pack) -> bool:
    topic = name.removesuffix(".jsonl")
    return any(topic == other or topic.startswith(f"{other}/") for other in pack.topics)


def _effective(text: str) -> Iterator[str]:
    """The lines of a pattern file with their numbers, without examples.

    Only lines with examples are parsed: a pack may have a hundred thousand. What is left of them is
    spelled as json.dumps and the files of govie spell; another spelling costs a second reading.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if _IDLE in line:
            try:
                entry = json.loads(line)
            except ValueError:
                entry = None  # It is for the loading of the pack to say what is wrong.
            if isinstance(entry, dict) and entry.pop(_IDLE, None) is not None:
                line = json.dumps(entry, ensure_ascii=False)
        if line.strip():
            yield f"{number}:{line}"
