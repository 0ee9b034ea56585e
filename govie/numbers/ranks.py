"""Ranks: 第4位, 全省第二, 前10位, 居首位 -> a place, and what it is a place of.

Topic ``ranks``; labels ``SCOPE`` (全省, 中部六省: among whom), ``CUE`` (居, 排名: words that make
an ordinal a rank) and ``WORD`` (首位: a rank in a word, ``id`` is the place). 安全第一 and 第二产业
are no ranks: an ordinal needs 位 or 名, or a scope or cue in front and its phrase must end there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from govie.numbers.numerals import NUMBER, parse_numeral
from govie.packs import Pattern
from govie.packs.expressions import either

__all__ = ["Rank", "RankTable"]

_WINDOW = 16
_NOUN = re.compile("个?位次|位|名|强")
"""What follows the number of a place in a list."""
_END = re.compile(r"$|[^\u4e00-\u9fff0-9A-Za-z“%‰.]|[的和及与并且或]|左右|以[内上]|之[列首]")


@frozen(kw_only=True)
class Rank:
    """A rank or, with ``value`` alone, an ordinal that is none."""

    start: int
    end: int
    value: Decimal
    ordinal: bool = False
    within: bool = False
    scope: str | None = None


class RankTable:
    """Finds ranks where 第, 前 or a rank word begins."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        lines = tuple(patterns)
        scope, cue = (either(p for p in lines if p.label == label) for label in ("SCOPE", "CUE"))
        self._scope = re.compile(scope)
        self._next_to = re.compile(
            rf"{scope}(?:同类[^，。；：、\n]{{1,8}}|各?[^，。；：、\n第前]{{0,4}}?(?:[市州县区省]|城市)?)?$"
        )
        self._cue = re.compile(rf"{cue}(?:了|在)?[^，。；：\n]{{0,10}}$")
        self._words = tuple(
            (p.pattern, Decimal(p.id), p.not_before)
            for p in lines
            if p.label == "WORD" and p.pattern and p.id.isdecimal()
        )
        self.starts = frozenset("第前") | {word[0] for word, _, _ in self._words}

    def match(self, text: str, start: int) -> Rank | None:
        """The rank or ordinal that begins at ``start``."""
        if text[start] in "第前":
            return self._numbered(text, start)
        for word, value, not_before in self._words:
            end = start + len(word)
            if not text.startswith(word, start) or text.startswith(not_before, end):
                continue
            near, scope = self._context(text, start)
            if near and text[start - 1] != "在":
                return Rank(start=start, end=end, value=value, scope=scope)
        return None

    def scope_before(self, text: str, start: int) -> str | None:
        """The scope in front of ``start``: the nearest, but 全国 of 全国百强城区."""
        clause = _clause(text, start, 24)
        head, _, item = clause.rpartition("、")
        if len(item) > 3 or not head or self._scope.search(item):
            clause = item
        found = list(self._scope.finditer(clause))
        while len(found) > 1 and found[-1].start() - found[-2].end() <= 4:
            if found[-2][0].startswith("我"):
                break
            found.pop()
        return found[-1][0] if found else None

    def _numbered(self, text: str, start: int) -> Rank | None:
        found = NUMBER.match(text, start + 1)
        numeral = parse_numeral(found[0]) if found else None
        if found is None or numeral is None or numeral.vague or numeral.value <= 0:
            return None
        within = text[start] == "前"
        noun = _NOUN.match(text, found.end())
        suffix, end = (noun[0], noun.end()) if noun else (None, found.end())
        near, scope = self._context(text, start)
        if suffix == "强" and not within:
            suffix = None
        closed = _END.match(text, end) is not None
        if suffix:
            ranked = near or within or text[start - 1 : start] not in ("在", "是", "放", "作", "为")
            ranked = ranked and (closed or suffix != "名")
        else:
            ranked = near and closed
        if not ranked:
            if within:
                return None
            return Rank(start=start, end=found.end(), value=numeral.value, ordinal=True)
        return Rank(start=start, end=end, value=numeral.value, within=within, scope=scope)

    def _context(self, text: str, start: int) -> tuple[bool, str | None]:
        """Whether what stands before ``start`` makes a rank of it, and the scope."""
        clause = _clause(text, start, _WINDOW)
        scope = self.scope_before(text, start)
        near = self._next_to.search(clause) or self._cue.search(clause)
        return near is not None, scope


def _clause(text: str, start: int, width: int) -> str:
    """Up to ``width`` characters before ``start`` within the clause."""
    window = text[max(0, start - width) : start]
    for stop in "，。；：！？\n":
        window = window.rpartition(stop)[2]
    return window
