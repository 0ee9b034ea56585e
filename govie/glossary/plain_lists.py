"""Lists in definitions of names that promise no number, or one that cannot be found.

Only plain structures count: items that spell the name out, quoted ones, sentences alike, a text
that is nothing but a list; and where a number is promised, the longest list there is.
"""

from __future__ import annotations

import re
from itertools import islice

from govie.glossary.enumerations import Span, cut, cut_joined, split_items
from govie.glossary.frame_in_front import AS_FRAME
from govie.glossary.framing import trim_items
from govie.glossary.list_readings import announcing, stretches
from govie.glossary.words import type_words

__all__ = ["longest_list", "named_sentences", "plain_list", "quoted_list", "spelled_out"]

_CUES = 8
_SPELLED_LENGTH = 14
_NAME_LETTERS = 3
_QUOTED = re.compile(r"“([^“”]{1,60})”")
_QUOTED_ROW = re.compile(
    r"(?:包括|包含|分为|是)?“[^“”]{1,20}”(?:[、和及与]{0,2}“[^“”]{1,20}”){1,20}"
)
_PROSE = ("针对", "为", "将", "把", "通过", "利用", "运用", "在", "对", "依托", "按照", "根据")
"""What a sentence begins with that happens to hold a list."""
_NAMED = re.compile(r"([^“”，。；、]{2,4})(“[^“”]{2,16}”[^，。；、“”]{2,10})，")


def spelled_out(text: str, start: int, end: int, term: str) -> list[Span]:
    """Items that hold the characters of the name in turn: 放管服, “135”, 南延北伸."""
    name = next(iter(_QUOTED.findall(term)), re.sub("[“”]", "", term))
    if any(text.find(sign, start, end) < 0 for sign in name[:_NAME_LETTERS]):
        return []
    for a, b in stretches(text, start, end):
        for level in ("、", "，"):
            items = split_items(text, a, b, level, joined=level == "、")
            if len(items) > 1 and _spells(text, items, name):
                return trim_items(text, items, term) if level == "、" else items
    return []


def _spells(text: str, items: list[Span], name: str) -> bool:
    words = [text[a:b] for a, b in items]
    count = len(words)
    if name.isdigit():
        alone = len(name) == count and len(set(name)) == count and "0" not in name
        return alone and all(d in word for d, word in zip(name, words, strict=True))
    if len(name) == 2 * count:
        pairs = (name[i : i + 2] for i in range(0, len(name), 2))
        if all(word.startswith(pair) for pair, word in zip(pairs, words, strict=True)):
            return True
    if count < 3 or max(map(len, words)) > _SPELLED_LENGTH:
        return False
    if len(name) != count and name[count:] not in type_words():
        return False
    return all(sign in word for sign, word in zip(name, words, strict=False))


def quoted_list(text: str, start: int, end: int) -> list[Span]:
    """包括“A”和“B”, “A”和“B”的简称."""
    match = _QUOTED_ROW.match(text, start, end)
    return [m.span(1) for m in _QUOTED.finditer(text, start, match.end())] if match else []


def named_sentences(text: str, start: int, end: int) -> list[Span]:
    """实施“A”工程，…。实施“B”工程，…: sentences that begin with the same verb and a name."""
    heads = [_NAMED.match(text, *sentence) for sentence in cut(text, start, end, "。")]
    found = [head for head in heads if head]
    if len(found) < 2 or len(found) < len(heads) or len({head[1] for head in found}) > 1:
        return []
    return [head.span(2) for head in found]


def plain_list(text: str, start: int, end: int, term: str) -> list[Span]:
    """A definition that is nothing but a list of short items."""
    if text.startswith(_PROSE, start):
        return []
    if frame := AS_FRAME.match(text[start:end]):
        start, end = start + frame.start(1), start + frame.end(1)
    items = split_items(text, start, end, "、", joined=True)
    short = len(items) >= 3 and max(b - a for a, b in items) <= _SPELLED_LENGTH
    such = any(text[b - 1] == "等" for _, b in items[:-1])
    plain = short and not such and "，" not in text[start:end]
    return trim_items(text, items, term) if plain else []


def longest_list(text: str, start: int, end: int, term: str) -> list[Span]:
    """The longest list of the definition, where the promised number cannot be found."""
    cues = islice(announcing().finditer(text, start, end), _CUES)
    best = max((_list_at(text, match.end(), end) for match in cues), key=len, default=[])
    if len(best) < 3:
        clauses = cut(text, start, end, "，。；")[: 4 * _CUES]
        best = max((_list_at(text, *clause) for clause in clauses), key=len, default=[])
    return trim_items(text, best, term) if len(best) >= 3 else []


def _list_at(text: str, start: int, end: int) -> list[Span]:
    """The list that a stretch begins with, every long pair of items cut at its conjunction."""
    items: list[Span] = []
    for clause in cut(text, start, end, "，。；")[:1]:
        for item in cut(text, *clause, "、"):
            pair = cut_joined(text, *item)
            items += pair if min(b - a for a, b in pair) >= 4 else [item]
    return items
