"""How many parts a packed name promises: 六稳 six, 四战两行动 four and two, “3+5+2” ten.

A name is *firm* where it can only be a count (六稳, 3+5+2). It is not where its numbers may mean
something else: a run of digits (“135” is one, three and five, or a hundred, three thousand and
five thousand), ones and doubles alone (一村一品 is no list of two, 双招双引 none of four). Such a
promise counts only where the definition bears it out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from attrs import field, frozen

from govie.glossary.words import any_word
from govie.numbers.numerals import parse_numeral
from govie.packs import per_packs

__all__ = ["Part", "Promise", "is_kept", "promised_count", "read_promise"]


@frozen(kw_only=True)
class Part:
    """One of the numbers in a name and what it counts; ``number`` is None for “N”."""

    number: int | None
    label: str
    """As in the name: 四战, 三高, or the digits alone."""


@frozen(kw_only=True)
class Promise:
    """The parts of a name, in order."""

    parts: tuple[Part, ...]
    firm: bool
    total: int | None = field(init=False)
    """All parts together; None where one is open (“1+5+N”)."""

    @total.default
    def _sum(self) -> int | None:
        numbers = [part.number for part in self.parts if part.number is not None]
        return sum(numbers) if len(numbers) == len(self.parts) else None

    @property
    def paired(self) -> int | None:
        """The number of two parts alike, each item being one of both: 三请三回, 五进五送.

        None for one and one (一户一策), which enumerate nothing.
        """
        numbers = {part.number for part in self.parts}
        alike = len(self.parts) == 2 and len(numbers) == 1 and numbers != {1}
        return self.parts[0].number if alike else None


_SUM = re.compile(r"(?:[0-9]{1,3}|[NnＮXx])(?:\+(?:[0-9]{1,3}|[NnＮXx])){1,7}(?![0-9.%])")
_RUN = re.compile(r"(?<![0-9.])[1-9]{3,6}(?![0-9.%年月日])")
_LETTERED = re.compile(r"(?<![0-9.A-Za-z])([2-9])([SPTR])(?![A-Za-z0-9])")
_ARABIC = re.compile(
    r"(?<![0-9.第])([1-9][0-9]?)(?:个|大|项|条|种|张)(?![0-9一二三四五六七八九十百千万])"
)
_MEASURE = "[个大项张条种篇位]"
_HAN = re.compile(
    rf"(?<![第一二三四五六七八九十百千万两双])(双|两|[一二三四五六七八九十]{{1,3}})"
    rf"(?![一二三四五六七八九十百千万亿年月日届期号]|级(?!联|治|包|书记|河长)|分钟|小时|公里|点半)({_MEASURE})?"
    r"|(?<=.)多(?=.)()"
)
_QUOTED = re.compile(r"“([^“”]{1,40})”")
_NUMERAL = re.compile("[双两一二三四五六七八九十0-9]")
_OPEN = frozenset("NnＮXx")


@per_packs
def _remembered() -> Callable[[str], Promise | None]:
    """:func:`_read` by the words of the packs in force; reports promise the same."""
    # Words in which a numeral counts nothing: 统一, 一体, 十四五.
    no_numbers = re.compile(any_word("NO_NUMBER"))
    return lru_cache(maxsize=4096)(lambda term: _read(term, no_numbers))


def promised_count(promise: Promise | None, found: int) -> int | None:
    """The count of a name; of one that may mean something else only where it is borne out."""
    if promise is None or not (promise.firm or promise.total == found):
        return None
    return found if found and found == promise.paired else promise.total


def is_kept(count: int | None, found: int) -> bool | None:
    """Whether a count is borne out; None where there is none, or nothing is enumerated."""
    return None if count is None or not found else count == found


def read_promise(term: str) -> Promise | None:
    """The promise of a term of clean text, or None where it promises nothing."""
    return _remembered()(term)


def _read(term: str, no_numbers: re.Pattern[str]) -> Promise | None:
    for quoted in _QUOTED.findall(term):
        if promise := _reads(quoted, no_numbers):
            return promise
    return _reads(re.sub("[“”]", "", term), no_numbers)


def _reads(name: str, no_numbers: re.Pattern[str]) -> Promise | None:
    if match := _SUM.search(name):
        numbers = match[0].split("+")
        parts = tuple(Part(number=None if n in _OPEN else int(n), label=n) for n in numbers)
        return Promise(parts=parts, firm=True)
    if match := _RUN.search(name):
        return Promise(parts=tuple(Part(number=int(d), label=d) for d in match[0]), firm=False)
    if match := _LETTERED.search(name):
        return Promise(parts=(Part(number=int(match[1]), label=match[0]),), firm=False)
    if match := _ARABIC.search(name):
        return Promise(parts=(Part(number=int(match[1]), label=name[match.start() :]),), firm=True)
    return _read_han(name, no_numbers)


def _read_han(name: str, no_numbers: re.Pattern[str]) -> Promise | None:
    masked = no_numbers.sub(lambda match: "·" * len(match[0]), name)
    matches = list(_HAN.finditer(masked))
    # 四个一: what follows a measure word is what is counted, numeral or not.
    heads = [
        match
        for index, match in enumerate(matches)
        if not (index and matches[index - 1][2] and matches[index - 1].end() == match.start())
    ]
    if not heads or heads[0][0] == "多":
        return None
    parts = []
    for index, match in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(name)
        if not name[match.end() : end].strip("、，和") and match[2] in (None, "大"):
            return None
        number = _value(match[0] if match[1] is None else match[1])
        parts.append(Part(number=number, label=name[match.start() : end].rstrip("、，和")))
    total = sum(part.number or 0 for part in parts)
    if total < 2:
        return None
    loose = all(part.number == 1 or part.label[0] == "双" for part in parts) and len(parts) > 1
    return Promise(parts=tuple(parts), firm=not loose)


def _value(numeral: str) -> int | None:
    """The number that a numeral of a name stands for; None for 多."""
    if numeral in "双两":
        return 2
    read = parse_numeral(numeral)
    return int(read.value) if read else None
