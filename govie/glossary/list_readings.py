"""Ways to read a stretch of a definition as a list of so many items, and which of them is best.

A stretch may be cut at semicolons, commas, or 、, and a pair of items at 和. Of the readings that
give the number wanted, the one wins whose items look most alike and stand nearest the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govie.glossary.enumerations import Span, cut, cut_joined, named_in_a_row, separators
from govie.glossary.frame_in_front import AS_FRAME
from govie.glossary.framing import trim_items
from govie.glossary.words import any_word
from govie.packs import per_packs

__all__ = ["announcing", "read_items", "stretches"]

_CUES = 8
"""Stretches of one kind that are tried in a definition."""
_HEAD_LENGTH = 10
_SURE = 1.6
"""Quality from which on no other reading of a definition is looked for."""
_LEAST = 0.1
_LEAST_OF_TWO = 0.5
"""A pair is easily found by chance."""
_SIGNS = "、，；。"
_LEVELS = ("；", "。", "，", "、", "；。", "，；", "、，", "、，；", "、，；。")
_PREPOSITIONS = ("沿", "围绕", "面向", "针对", "按照")
_WHOLE_QUOTE = re.compile(r"“([^“”]{8,300})”")


@per_packs
def announcing() -> re.Pattern[str]:
    """Words behind which a list begins: 包括, 分别是, 会议提出."""
    return re.compile(f"{any_word('ANNOUNCE')}[，：]?(?:即|是)?")


def read_items(text: str, start: int, end: int, total: int, term: str) -> list[Span]:
    """The best reading of a stretch as a list of ``total`` items."""
    if total < 2:
        return []
    best: tuple[float, list[Span]] = (0.0, [])
    seen: set[tuple[Span, ...]] = set()
    for a, b in stretches(text, start, end):
        where = (0.3 * (b - a) - 0.7 * (a - start)) / (end - start)
        for cost, items in _readings(text, a, b, total, term):
            if tuple(items) in seen:
                continue
            seen.add(tuple(items))
            if text.startswith(_PREPOSITIONS, items[0][0]) and "的" in text[slice(*items[-1])]:
                continue
            trimmed = trim_items(text, items, term)
            quality = _quality(text, trimmed) + where - cost - _unevenness(text, items)
            if quality > best[0]:
                best = (quality, trimmed)
        if best[0] >= _SURE:
            break
    if best[0] >= (_LEAST_OF_TWO if total == 2 else _LEAST):
        return best[1]
    return _window(text, start, end, total, term)


def _readings(
    text: str, start: int, end: int, total: int, term: str
) -> Iterator[tuple[float, list[Span]]]:
    """Ways to read a stretch as a list of that many items, each with what speaks against it."""
    if text.count("“", start, end) + text.count("《", start, end) >= total:
        names = named_in_a_row(text, start, end)
        if len(names) == total:
            yield 0.0, names
    if sum([text.count(sign, start, end) for sign in _SIGNS]) + 2 < total:
        return
    marks = separators(text, start, end)
    signs = "".join([text[mark] for mark in marks])
    for level in _LEVELS:
        cost = 0.35 * (len(level) - 1)
        counts = [signs.count(sign) for sign in level]
        if (len(level) > 1 and not all(counts)) or sum(counts) + 2 < total:
            continue
        items = cut(text, start, end, level, marks)
        if len(items) == total:
            yield cost, _heads(text, items) if level == "。" else items
        elif "、" not in level and "，" not in level:
            continue
        elif len(items) == total - 1:
            for index in range(len(items) - 1, -1, -1):
                pair = cut_joined(text, *items[index])
                if len(pair) == 2:
                    yield cost + 0.05, [*items[:index], *pair, *items[index + 1 :]]
        elif level == "、" and len(items) > total and len(term) > 1:
            merged = _merged(text, [*items[:-1], *cut_joined(text, *items[-1])], term[1])
            if len(merged) == total:
                yield cost + 0.2, merged


def _merged(text: str, items: list[Span], sign: str) -> list[Span]:
    """Items without the sign that all parts share belong to the item before: 三创, four cities."""
    merged: list[Span] = []
    for item in (part for one in items for part in _joined_with(text, one, sign)):
        if merged and sign not in text[slice(*item)]:
            merged[-1] = (merged[-1][0], item[1])
        else:
            merged.append(item)
    return merged


def _joined_with(text: str, item: Span, sign: str) -> list[Span]:
    pair = cut_joined(text, *item)
    return pair if all(sign in text[slice(*one)] for one in pair) else [item]


def _heads(text: str, sentences: list[Span]) -> list[Span]:
    """形式主义，群众反映最突出的是…: what each sentence is about, where all begin so."""
    heads = [cut(text, *sentence, "，")[0] for sentence in sentences]
    short = all(b - a <= _HEAD_LENGTH for a, b in heads)
    longer = all(one[1] < other[1] for one, other in zip(heads, sentences, strict=True))
    return heads if short and longer else sentences


def _window(text: str, start: int, end: int, total: int, term: str) -> list[Span]:
    """That many clauses in a row that begin alike, within more clauses."""
    clauses = cut(text, start, end, "，；。、")
    for index in range(len(clauses) - total + 1):
        window = clauses[index : index + total]
        if len({text[a : a + 2] for a, _ in window}) == 1:
            return trim_items(text, window, term)
    return []


def _quality(text: str, items: list[Span]) -> float:
    """How much the items look alike: in their lengths, their ends, their beginnings."""
    words = [text[a:b] for a, b in items]
    lengths = sorted(map(len, words))
    if lengths[0] == 0:
        return 0.0
    same_end = len({word[-1] for word in words}) == 1
    same_start = len({word[0] for word in words}) == 1
    alike = 1.1 if same_end and same_start else 1.0 if same_end or same_start else 0.0
    return lengths[0] / lengths[-1] + alike


def _unevenness(text: str, items: list[Span]) -> float:
    """What speaks against a reading: commas in some items only, a pair that holds a pair."""
    words = [text[a:b] for a, b in items]
    commas = len({"，" in word for word in words}) - 1
    pair = len(items) == 2 and len(cut_joined(text, *items[0])) == 2
    return 0.6 * commas + 0.4 * pair


def stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """Where in a definition its list may stand, all of it first."""
    yield start, end
    found: list[Span] = []
    if frame := AS_FRAME.match(text[start:end]):
        found.append((start + frame.start(1), start + frame.end(1)))
    for match in islice(announcing().finditer(text, start, end), _CUES):
        found.append((match.end(), end))
        stops = (text.find(sign, match.end(), end) for sign in "。；，")
        found += [(match.end(), stop) for stop in stops if stop >= 0]
    sentences = cut(text, start, end, "。")[:_CUES]
    found += sentences
    found += [m.span(1) for m in islice(_WHOLE_QUOTE.finditer(text, start, end), _CUES)]
    for sentence in sentences:
        marks = separators(text, *sentence)
        found += cut(text, *sentence, "；", marks)[:_CUES]
        found += cut(text, *sentence, "，；", marks)[:_CUES]
    yield from (span for span in dict.fromkeys(found) if span[0] < span[1] and span != (start, end))
