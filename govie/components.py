"""The enumerated parts of a definition, in order.

“四战两行动”：A战、B战、C战、D战和E行动、F行动 has six parts. Where to cut is seldom plain: items
hold commas, clauses hold lists, frames stand around both (推进A、B、C建设). The number that the
name promises (:mod:`govie.promises`) tells which cut is meant: of all lists that a definition may
be read as, one with the promised number of items wins. Without a promise only plain structures
count as lists: numbered items, labelled ones (“放”即…；“管”即…), quoted ones, and items that spell
the name out (专精特新: 专业化、精细化、特色化、新颖化).

All offsets are those of the string passed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govie.enumerations import (
    Span,
    cut,
    cut_joined,
    named_in_a_row,
    separators,
    split_items,
)
from govie.framing import AS_FRAME, trim_items, trim_single, type_words
from govie.labelled import find_labelled, find_numbered, find_part_labels
from govie.packs import load_patterns, per_packs
from govie.promises import Promise

__all__ = ["find_components"]

_LIMIT = 3000
"""Characters of a definition that are read: no list is longer, and the time stays linear."""
_CUES = 8
"""Stretches of one kind that are tried in a definition."""
_HEAD_LENGTH = 10
_SPELLED_LENGTH = 14
_NAME_LETTERS = 3
_SURE = 1.6
"""Quality from which on no other reading of a definition is looked for."""

_LEAD_IN = re.compile(
    r"(?:[：，。]|主要是指|特指|指的是|分别是|分别为|具体是|是指|就是|指|即|是(?!否|非))+"
)
_LEVELS = ("；", "。", "，", "、", "；。", "，；", "、，", "、，；", "、，；。")
_PREPOSITIONS = ("沿", "围绕", "面向", "针对", "按照")
_MEASURED = re.compile(r"[个项套条种类大](?:[^，。；：]{0,5}：)?")
_QUOTED = re.compile(r"“([^“”]{1,60})”")
_QUOTED_ROW = re.compile(
    r"(?:包括|包含|分为|是)?“[^“”]{1,20}”(?:[、和及与]{0,2}“[^“”]{1,20}”){1,20}"
)
_WHOLE_QUOTE = re.compile(r"“([^“”]{8,300})”")
_NAMED = re.compile(r"([^“”，。；、]{2,4})(“[^“”]{2,16}”[^，。；、“”]{2,10})，")


@per_packs
def _announcing() -> re.Pattern[str]:
    """Words behind which a list begins: 包括, 分别是, 会议提出."""
    words = [p.pattern for p in load_patterns("glossary") if p.label == "ANNOUNCE" and p.pattern]
    return re.compile(
        f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})[，：]?(?:即|是)?"
    )


def find_components(
    text: str, start: int, end: int, promise: Promise | None, term: str
) -> list[Span]:
    """Spans of the parts that ``text[start:end]`` enumerates; none where it enumerates nothing."""
    start, end = _body(text, start, min(end, start + _LIMIT))
    if end - start < 2:
        return []
    if promise is None:
        return (
            find_numbered(text, start, end, None)
            or _spelled_out(text, start, end, term)
            or find_part_labels(text, start, end, term)
            or _quoted_list(text, start, end)
            or _named_sentences(text, start, end)
            or _plain_list(text, start, end, term)
        )
    total = promise.total
    countable = total and (promise.firm or (total > 2 and not promise.parts[0].label.isdigit()))
    found = (
        _by_labels(text, start, end, promise)
        or find_numbered(text, start, end, total)
        or _before_label(text, start, end, promise)
        or (_grouped(text, start, end, promise) if total else [])
        or (_counted(text, start, end, total, term) if total and countable else [])
        or _spelled_out(text, start, end, term)
    )
    if found or not promise.firm:
        return found
    listed = _announced(text, start, end, term)
    least = sum(part.number or 0 for part in promise.parts) if total is None else 0
    return listed if len(listed) >= least else []


def _body(text: str, start: int, end: int) -> Span:
    if lead := _LEAD_IN.match(text, start, end):
        start = lead.end()
    while end > start and text[end - 1] in "。；，、 \n":
        end -= 1
    return start, end


def _by_labels(text: str, start: int, end: int, promise: Promise) -> list[Span]:
    """Labelled parts, each with the number of items that its label promises."""
    found: list[Span] = []
    for part, span in find_labelled(text, start, end, promise):
        measured = _MEASURED.match(text, *span)
        a, b = _body(text, measured.end() if measured else span[0], span[1])
        if a >= b:
            continue
        items = _counted(text, a, b, part.number, part.label) if part.number else []
        if not items:
            first = cut(text, a, b, "，。；")[:1]
            items = [trim_single(text, *span) for span in first]
        found += items
    return found


def _grouped(text: str, start: int, end: int, promise: Promise) -> list[Span]:
    """One piece of the definition for each part of the name: 三区三线, two lists of three."""
    if len(promise.parts) < 2 or all(part.number == 1 for part in promise.parts):
        return []
    for a, b in _stretches(text, start, end):
        for level in "；。，":
            groups = cut(text, a, b, level)
            if len(groups) != len(promise.parts):
                continue
            lists = [
                _counted(text, *_before(text, group, part.label), part.number, part.label)
                if part.number and part.number > 1
                else [trim_single(text, *_body(text, *group))]
                for group, part in zip(groups, promise.parts, strict=True)
            ]
            if all(lists):
                return [item for items in lists for item in items]
    return []


def _before(text: str, span: Span, label: str) -> Span:
    """A stretch up to the label that sums it up: …“三创”活动."""
    at = text.find(f"“{label}”", *span)
    return (span[0], at) if at > span[0] else span


def _counted(text: str, start: int, end: int, total: int, term: str) -> list[Span]:
    """The best reading of a stretch as a list of ``total`` items."""
    if total < 2:
        return []
    best: tuple[float, list[Span]] = (0.0, [])
    seen: set[tuple[Span, ...]] = set()
    for a, b in _stretches(text, start, end):
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
    if best[0] >= (0.5 if total == 2 else 0.1):
        return best[1]
    return _window(text, start, end, total, term)


def _readings(
    text: str, start: int, end: int, total: int, term: str
) -> Iterator[tuple[float, list[Span]]]:
    """Ways to read a stretch as a list of that many items, each with what speaks against it."""
    names = named_in_a_row(text, start, end)
    if len(names) == total:
        yield 0.0, names
    marks = separators(text, start, end)
    used = {text[mark] for mark in marks}
    for level in _LEVELS:
        cost = 0.35 * (len(level) - 1)
        if len(level) > 1 and not used.issuperset(level):
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


def _stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """Where in a definition its list may stand, all of it first."""
    yield start, end
    found: list[Span] = []
    if frame := AS_FRAME.match(text[start:end]):
        found.append((start + frame.start(1), start + frame.end(1)))
    for match in islice(_announcing().finditer(text, start, end), _CUES):
        found.append((match.end(), end))
        stops = (text.find(sign, match.end(), end) for sign in "。；，")
        found += [(match.end(), stop) for stop in stops if stop >= 0]
    sentences = cut(text, start, end, "。")[:_CUES]
    found += sentences
    found += [m.span(1) for m in islice(_WHOLE_QUOTE.finditer(text, start, end), _CUES)]
    for sentence in sentences:
        found += cut(text, *sentence, "；")[:_CUES]
        found += cut(text, *sentence, "，；")[:_CUES]
    yield from (span for span in dict.fromkeys(found) if span[0] < span[1] and span != (start, end))


def _before_label(text: str, start: int, end: int, promise: Promise) -> list[Span]:
    """Lists in front of the quoted parts of a name: 医疗、医保、医药“三医”."""
    found: list[Span] = []
    parts = [part for part in promise.parts if part.number and part.number > 1]
    for part in parts:
        for match in _QUOTED.finditer(text, start, end):
            if part.label == match[1] or part.label.startswith(match[1]):
                clause = cut(text, start, match.start(), "，；。")[-1:]
                items = [
                    item
                    for span in clause
                    if span[1] == match.start()
                    for item in _counted(text, *span, part.number or 0, part.label)
                ]
                if not items:
                    return []
                found += items
                break
        else:
            return []
    return found


def _spelled_out(text: str, start: int, end: int, term: str) -> list[Span]:
    """Items that hold the characters of the name in turn: 放管服, “135”, 南延北伸."""
    name = next(iter(_QUOTED.findall(term)), re.sub("[“”]", "", term))
    if any(text.find(sign, start, end) < 0 for sign in name[:_NAME_LETTERS]):
        return []
    for a, b in _stretches(text, start, end):
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


def _quoted_list(text: str, start: int, end: int) -> list[Span]:
    """包括“A”和“B”, “A”和“B”的简称."""
    match = _QUOTED_ROW.match(text, start, end)
    return [m.span(1) for m in _QUOTED.finditer(text, start, match.end())] if match else []


def _named_sentences(text: str, start: int, end: int) -> list[Span]:
    """实施“A”工程，…。实施“B”工程，…: sentences that begin with the same verb and a name."""
    heads = [_NAMED.match(text, *sentence) for sentence in cut(text, start, end, "。")]
    found = [head for head in heads if head]
    if len(found) < 2 or len(found) < len(heads) or len({head[1] for head in found}) > 1:
        return []
    return [head.span(2) for head in found]


def _plain_list(text: str, start: int, end: int, term: str) -> list[Span]:
    """A definition that is nothing but a list of short items."""
    items = split_items(text, start, end, "、", joined=True)
    short = len(items) >= 3 and max(b - a for a, b in items) <= _SPELLED_LENGTH
    return trim_items(text, items, term) if short and "，" not in text[start:end] else []


def _announced(text: str, start: int, end: int, term: str) -> list[Span]:
    """The longest list of the definition, where the promised number cannot be found."""
    cues = islice(_announcing().finditer(text, start, end), _CUES)
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
