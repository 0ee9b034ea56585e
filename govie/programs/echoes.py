"""Programmes named elsewhere in the same text: in its glossary, or once with a type word.

“五控” alone says nothing to a reader who has not met “五控”行动 before; one who has knows it again.
"""

from __future__ import annotations

from collections.abc import Iterable

from govie.packs.gazetteer import Gazetteer
from govie.programs.hits import OPENING, Hit
from govie.programs.quotes import is_packed
from govie.programs.words import load_words
from govie.records import Term
from govie.text.plain import Plain, plain

__all__ = ["find_echoes", "find_explained"]

_SHORTEST_ECHO = 3
_SHORTEST_BARE_ECHO = 4
_LONGEST_TERM = 30


def find_echoes(text: Plain, hits: Iterable[Hit]) -> list[Hit]:
    """Further mentions of quoted names that stood with a type word somewhere in the text.

    Packed names (四战两行动) are known again without quotes too.
    """
    words = load_words()
    names: dict[str, Hit] = {}
    for hit in hits:
        core = plain(hit.core) if hit.core else ""
        if hit.rule == "quoted_head" and len(core) >= _SHORTEST_ECHO and words.may_name(core):
            names.setdefault(core, hit)
    names = {core: hit for core, hit in names.items() if not words.says_nothing(core)}
    return _find(text, names, "again")


def find_explained(text: Plain, terms: Iterable[Term]) -> list[Hit]:
    """Mentions of terms that the text itself explains, where they name programmes."""
    words = load_words()
    names: dict[str, Hit] = {}
    for term in terms:
        name = plain(term.term)
        if term.source != "document" or not 2 <= len(name) <= _LONGEST_TERM:
            continue
        if term.rule == "counted":  # 四个重点（…）: no name, a count of what follows
            continue
        if words.may_name(name) and not words.no_program_before.at_end(name, 0, len(name)):
            kind = words.ending(name) or "other"
            names.setdefault(name, Hit(start=0, end=0, kind=kind, rule="explained", core=name))
    return _find(text, names, "explained")


def _find(text: Plain, names: dict[str, Hit], rule: str) -> list[Hit]:
    """The names in quotes, and the packed ones of them anywhere."""
    if not names:
        return []
    gazetteer = Gazetteer(names)
    found = []
    for number, start, end in gazetteer.scan(text.text):
        left, right = text.span(start, end)
        name = text.text[start:end]
        packed = len(name) >= _SHORTEST_BARE_ECHO and is_packed(name)
        if packed or text.clean[left] in OPENING:
            found.append(
                gazetteer.values[number]._replace(start=left, end=right, rule=rule, core=name)
            )
    return found
