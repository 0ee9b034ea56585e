"""Labelled parts of a definition: “一减”指…；“四增”指…, 一桥即…, （1）…（2）…, 一是…二是…"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from govie.glossary.enumerations import Span, cut
from govie.glossary.promises import Part, Promise, read_promise
from govie.numbers.numerals import whole_number

__all__ = ["find_counted", "find_labelled", "find_numbered", "find_part_labels"]

_VERB = r"(?:[，：。]?(?:是指|指的是|就是指|就是|指|即|是|包括|为)|：)"
_VERBS = re.compile(f"{_VERB}+")
_BETWEEN = "，。；：\n"
_LABEL = re.compile(rf"(?:第[一二三四五六七八九]个)?“([^“”]{{1,14}})”((?:{_VERB})*)")
_NUMBERED = (
    re.compile(r"（([0-9]{1,2})）"),
    re.compile(r"([①-⑳])"),
    re.compile(r"（([一二三四五六七八九十]{1,3})）"),
    re.compile(r"(?:(?<=[。；，：！？”\n即])|^)([一二三四五六七八九十]{1,3})(?:是|要|问)"),
    re.compile(r"(?:(?<=[。；，：！？”\n即])|^)第([一二三四五六七八九十]{1,2})(?:步|，|、)，?"),
    re.compile(r"(?:(?<=[。；：！？”\n])|^)([0-9]{1,2})[.、](?![0-9])"),
)
_LONG_ITEM = 25
_HAN_NUMERALS = "〇一二三四五六七八九十"
_JOINTS = "、，；和及与"
_MEASURES = "个大名项套支张条位家类座批级种处"


class _Label(NamedTuple):
    name: str
    start: int
    end: int


def find_labelled(text: str, start: int, end: int, promise: Promise) -> list[tuple[Part, Span]]:
    """Each part of the name with the stretch behind its label; empty unless all have one."""
    labels = _labels(text, start, end, promise)
    chosen: list[_Label] = []
    position = 0
    for part in promise.parts:
        while position < len(labels) and not _names(labels[position].name, part):
            position += 1
        if position == len(labels):
            return []
        chosen.append(labels[position])
        position += 1
    if len(chosen) < 2:
        return []
    stops = [_edge(text, one.end, other.start) for one, other in pairwise(chosen)]
    spans = [(label.end, stop) for label, stop in zip(chosen, [*stops, end], strict=True)]
    return list(zip(promise.parts, spans, strict=True))


def _labels(text: str, start: int, end: int, promise: Promise) -> list[_Label]:
    """Quoted labels, and those of the name's own parts that stand without quotes."""
    found = [
        _Label(match[1], match.start(), match.end())
        for match in _LABEL.finditer(text, start, end)
        if match[2] or match[1].isdigit() or match[1] in "Nn"
    ]
    if found:
        return found
    unquoted = (
        _unquoted(text, start, end, part.label)
        for part in promise.parts
        if not part.label.isdigit() and len(part.label) > 1
    )
    return sorted(filter(None, unquoted), key=lambda label: label.start)


def _unquoted(text: str, start: int, end: int, name: str) -> _Label | None:
    """Where a name begins a clause and a verb of explaining follows it."""
    at = text.find(name, start, end)
    while at >= 0:
        begins = at == start or text[at - 1] in _BETWEEN
        if begins and (verbs := _VERBS.match(text, at + len(name), end)):
            return _Label(name, at, verbs.end())
        at = text.find(name, at + 1, end)
    return None


def _names(label: str, part: Part) -> bool:
    """Whether a label can stand for a part: “5” for five, 四增 for 四增, 两个转型 for two."""
    if label == part.label or part.label.startswith(label):
        return True
    if label.isdigit():
        return part.label.isdigit() and int(label) == part.number
    if part.number is None:
        return label in "Nn" or label in part.label
    promise = read_promise(label)
    if promise:
        return len(promise.parts) == 1 and promise.total == part.number
    return label[0] == "一" and part.number == 1


def _edge(text: str, start: int, end: int) -> int:
    """Where a stretch ends in front of the next label and the words that lead to it."""
    at = max(text.rfind(sign, start, end) for sign in "，；。")
    return at if at > start and end - at <= 14 else end


def find_counted(text: str, start: int, end: int, promise: Promise) -> list[Span]:
    """Items that begin with the numbers of a name in turn: 1名网格长、3名网格员和X名志愿者."""
    starts: list[int] = []
    at = start
    for part in promise.parts:
        match = re.compile(_number(part)).search(text, at, end)
        if match is None or text[match.start() - 1] == "等":
            return []
        if starts and (match.start() - at > _LONG_ITEM or text[match.start() - 1] not in _JOINTS):
            return []
        starts.append(match.start())
        at = match.end()
    stops = [*(stop - 1 for stop in starts[1:]), cut(text, starts[-1], end, "，。；")[0][1]]
    return list(zip(starts, stops, strict=True))


def _number(part: Part) -> str:
    """How an item says the number that it counts: 3名, 三个; N个."""
    number = part.number
    if number is None:
        return "[NnＮXx](?=[一-龥])"
    han = f"|{_HAN_NUMERALS[number]}" if number < len(_HAN_NUMERALS) else ""
    return rf"(?<![0-9])(?:{number}{han})(?=[{_MEASURES}])"


def find_numbered(text: str, start: int, end: int, total: int | None) -> list[Span]:
    """The items of a numbered list; of a given length, where ``total`` is given."""
    for pattern in _NUMBERED:
        marks: list[re.Match[str]] = []
        for match in pattern.finditer(text, start, end):
            if whole_number(match[1]) == len(marks) + 1:
                marks.append(match)
        if len(marks) < 2 or (total is not None and len(marks) != total):
            continue
        stops = [*(mark.start() for mark in marks[1:]), end]
        spans = [(mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)]
        whole = "步" in marks[0][0]
        return _heads(text, spans, whole)
    return []


def _heads(text: str, spans: list[Span], whole: bool) -> list[Span]:
    """What each item is, without the explanation that follows it."""
    clauses = [cut(text, a, b, "，；。") for a, b in spans]
    if not all(clauses):
        return []
    if not whole:
        starts = [{text[a : a + 2] for a, _ in item[1:]} for item in clauses]
        if alike := set.intersection(*starts):
            ends = [
                next(i for i, (a, _) in enumerate(item) if i and text[a : a + 2] in alike)
                for item in clauses
            ]
            return [(item[0][0], item[i - 1][1]) for item, i in zip(clauses, ends, strict=True)]
        if any(item[-1][1] - item[0][0] > _LONG_ITEM for item in clauses):
            return [item[0] for item in clauses]
    return [(item[0][0], item[-1][1]) for item in clauses]


def find_part_labels(text: str, start: int, end: int, term: str) -> list[Span]:
    """The letters of a name that its definition explains one by one: 散, 乱 and 污 of “散乱污”."""
    letters = [
        match
        for match in _LABEL.finditer(text, start, end)
        if match[2] and len(match[1]) <= 2 and match[1] in term
    ]
    if len(letters) < 2 or "".join(match[1] for match in letters) not in term:
        return []
    return [match.span(1) for match in letters]
