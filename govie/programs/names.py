"""Which mentions of one document name the same programme, and what it is called.

Names vary: with quotes or without, 工程 or 工作 at the end, words in another order (四好农村公路,
农村“四好”公路), a sign doubled by mistake (门前前三小). Two forms are one programme where they
agree when such differences are taken away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from govie.packs import per_packs
from govie.programs.words import load_words
from govie.text.characters import HAN
from govie.text.plain import plain

__all__ = ["Form", "canonical", "stem"]

_NUMBERS = frozenset("零〇一二三四五六七八九十百千两双首次0123456789")
_DOUBLED = re.compile(rf"([{HAN}])\1")
_SHORTEST = 3
_LONG_ENOUGH_FOR_A_TYPO = 8


class Form(NamedTuple):
    """A form as written, and the quoted phrase that it is built on, if any."""

    text: str
    core: str | None = None


def canonical(forms: Iterable[Form]) -> dict[Form, str]:
    """For each form the form that stands for its programme: the first of the fullest ones."""
    distinct = list(dict.fromkeys(forms))
    leaders: dict[str, int] = {}
    group: list[int] = []
    members: dict[int, list[Form]] = {}
    keys_of = _remembered()
    for at, form in enumerate(distinct):
        keys = keys_of(form)
        leader = next((leaders[key] for key in keys if key in leaders), at)
        for key in keys:
            leaders.setdefault(key, leader)
        group.append(leader)
        members.setdefault(leader, []).append(form)
    names = {leader: _fullest(found) for leader, found in members.items()}
    return {form: names[leader] for form, leader in zip(distinct, group, strict=True)}


def _fullest(forms: list[Form]) -> str:
    """The first form that has more than its quoted phrase, else the first."""
    for form in forms:
        if form.core is None or len(plain(form.text)) > len(plain(form.core)):
            return form.text
    return forms[0].text


@per_packs
def _remembered() -> Callable[[Form], list[str]]:
    """:func:`_keys` by the words of the packs in force; reports name the same programmes."""
    return lru_cache(maxsize=4096)(_keys)


def _keys(form: Form) -> list[str]:
    """What forms of one programme share; the first key is the closest."""
    root = stem(form)
    undoubled = _DOUBLED.sub(r"\1", root)
    keys = [root, _signs(_strip(plain(form.text))), _signs(undoubled)]
    if len(undoubled) >= 3:
        keys.append("doubled:" + undoubled)
    if len(root) >= _LONG_ENOUGH_FOR_A_TYPO:
        keys += [
            f"typo:{root[:at]}?{root[at + 1 :]}"
            for at in range(1, min(len(root), 20))
            if root[at] not in _NUMBERS
        ]
    return keys


def _signs(name: str) -> str:
    """The signs of a name in an order of their own; a short name keeps its order."""
    return "order:" + ("".join(sorted(name)) if len(name) >= 4 else name)


def stem(form: Form) -> str:
    """What is left of a form without quotes, its type word, and 全国 or 市 in front."""
    core = plain(form.core) if form.core else ""
    if core and not load_words().says_nothing(core):
        return _strip(core)
    return _strip(plain(form.text))


def _strip(name: str) -> str:
    """The name without what variants lack, if that leaves something to know it by."""
    words = load_words()
    shorter = name.replace("的", "")
    if shorter.endswith(words.variable_endings):
        ending = next(word for word in words.variable_endings if shorter.endswith(word))
        shorter = shorter.removesuffix(ending)
    if shorter.startswith(words.variable_openings):
        opening = next(word for word in words.variable_openings if shorter.startswith(word))
        shorter = shorter.removeprefix(opening)
    return shorter if len(shorter) >= _SHORTEST or name[:1] in _NUMBERS else name
