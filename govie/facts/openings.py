"""What opens a clause in front of its subject: dates, places, adverbs, verbs of doing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from govie.facts.cues import Cues
from govie.facts.phrases import REACH, date_at

__all__ = ["Opening", "opens_clause"]

_LINKS = ("、", "和", "并", "及")
"""Between verbs that share their object: 新建、改扩建酒店10家."""
_SUM = "总投资"
"""The noun that no verb becomes a part of: 谋划总投资, but 到位资金."""
_SERIAL = re.compile("[一二三四五六七八九十](?:是|要(?![素点]))|[①-⑳⑴-⒇]|（[0-9]{1,2}）")
"""What counts the clauses of a list: 二是, ⑵."""
_STEPS = 12
"""How many words are taken off at most."""


def opens_clause(text: str, start: int, cues: Cues) -> bool:
    """Whether a clause may open at an offset: a date or a word like 全市 stands there."""
    limit = min(len(text), start + REACH)
    return date_at(text, start, limit) is not None or bool(
        cues.openers.at_start(text, start, limit)
    )


class Opening:
    """Takes off the left end of a lead whatever opens its clause; ``end`` is where that stops."""

    def __init__(
        self, text: str, start: int, limit: int, cues: Cues, areas: Mapping[int, int]
    ) -> None:
        self.end = start
        self.direction: str | None = None
        self.verb: tuple[int, int] | None = None
        self.serial = False
        """A serial word has been taken off."""
        place = None
        for _ in range(_STEPS):
            if (behind := date_at(text, self.end, limit)) is not None and cues.protected.at_start(
                text, self.end, limit
            ) is None:
                self.end = behind
            elif serial := _SERIAL.match(text, self.end, limit):
                self.end, self.serial = serial.end(), True
            elif (behind := areas.get(self.end, limit + 1)) <= limit and not cues.given.at_start(
                text, behind, limit
            ):
                place, self.end = self.end, areas[self.end]
                if text.startswith(_LINKS, self.end) and self.end + 1 in areas:
                    self.end += 1
            elif not self._word(text, limit, cues):
                break
        if place is not None and text.startswith(("、", "等"), self.end):
            self.end = place
        elif text.startswith("、", self.end, limit):
            self.end += 1

    def _word(self, text: str, limit: int, cues: Cues) -> bool:
        word = cues.openers.at_start(text, self.end, limit)
        if word is None or word.pattern is None:
            return False
        after = self.end + len(word.pattern)
        if word.meta.get("manner"):
            verb = after + text.startswith(_LINKS, after)
            if cues.openers.at_start(text, verb, limit) is None:
                return False
        name = cues.protected.at_start(text, self.end, limit)
        if name is None or name.word not in cues.leaning:
            self.direction = self.direction or word.meta.get("direction")
        named = name and len(name.word) > len(word.pattern)
        if named or cues.bound.at_start(text, after, limit):
            return False
        if word.label == "VERB":
            if text[self.end : limit] in cues.leaning:
                return False
            if text[after:limit] in cues.leaning and text[after:limit] != _SUM:
                return False
            if self.verb and limit - after in ((0, 1) if word.meta.get("side") == "left" else (1,)):
                return False
            self.verb = (self.end, after)
        if text.startswith("了", after):
            after += 1
        linked = text.startswith(_LINKS, after)
        if linked and (after + 1 == limit or cues.openers.at_start(text, after + 1, limit)):
            after += 1
        self.end = after
        return True
