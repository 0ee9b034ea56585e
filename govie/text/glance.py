"""Regular expressions that look at one character, or two, first.

Python's ``re`` tries a long alternation anew at every character of a text. With the characters that
a match can begin with looked at in front, it passes the others by at a sixth of the cost; what is
looked for in whole texts, and begins with rare characters, does better as a :class:`Seeker`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from govie.text.signs import Signs

__all__ = ["Seeker", "glancing"]

_parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

_Beginning = tuple[list[set[str]], set[int]]
"""What a match may begin with, a set of members of a class for each character, and how many of
these there may be."""
_REACH = 2
_WIDE = 5000
"""A class of so many characters lets most of a text through: to look at it is time lost."""
_CHARACTERS = "".join(map(chr, range(0x10000)))
_EMPTY_WIDTH = frozenset({"ASSERT", "ASSERT_NOT", "AT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CATEGORIES = {
    f"CATEGORY_{'NOT_' * (sign.isupper())}{name}": f"\\{sign}"
    for name, signs in (("SPACE", "sS"), ("DIGIT", "dD"), ("WORD", "wW"))
    for sign in signs
}


def glancing(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled expression, with a look at its first characters in front where they can be told.

    It matches what the expression matches. Raises :class:`re.error` where that is none.
    """
    parsed = _parser.parse(expression, flags)
    signs = "" if _is_quick(parsed) else "".join(_first_signs(parsed))
    return re.compile(f"(?={signs})(?:{expression})" if signs else expression, flags)


class Seeker:
    """An expression that is looked for in whole texts: tried only where a match can begin."""

    def __init__(self, expression: str, flags: int = 0) -> None:
        self._pattern = re.compile(expression, flags)
        signs = _first_signs(_parser.parse(expression, flags))
        self._signs = Signs(re.findall(signs[0], _CHARACTERS)) if signs else None

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, as ``re.Pattern.finditer`` gives them."""
        stop = len(text) if end is None else end
        if self._signs is None:
            yield from self._pattern.finditer(text, start, stop)
            return
        match = self._pattern.match
        for place in self._signs.places(text, start, stop):
            if place >= start and (found := match(text, place, stop)):
                yield found
                start = found.end()


class _UnknownError(Exception):
    """A match may begin with anything."""


def _first_signs(parsed: Any) -> list[str]:
    """Classes of the first and second character of a match, as far as they can be told."""
    if parsed.state.flags & re.IGNORECASE:
        return []
    for reach in (_REACH, 1):
        try:
            signs, lengths = _of_row(parsed, reach)
        except _UnknownError:
            continue
        return [_class(members) for members in signs[: min(lengths)]]
    return []


def _class(members: Iterable[str]) -> str:
    return f"[{''.join(sorted(members))}]"


def _is_quick(parsed: Sequence[Any]) -> bool:
    """Whether ``re`` by itself looks for the first character: where all branches begin with one."""
    if not len(parsed):
        return False
    operator, argument = parsed[0]
    if str(operator) == "SUBPATTERN":
        return _is_quick(argument[3])
    if str(operator) == "BRANCH":
        return all(len(row) and str(row[0][0]) == "LITERAL" for row in argument[1])
    return str(operator) in ("LITERAL", "IN")


def _of_row(row: Iterable[Any], reach: int) -> _Beginning:
    signs, lengths = _nothing(reach)
    for operator, argument in row:
        if lengths == {reach}:
            break
        lengths = _go_on(signs, lengths, _of_piece(str(operator), argument, reach))
    return signs, lengths


def _nothing(reach: int) -> _Beginning:
    return [set() for _ in range(reach)], {0}


def _go_on(signs: list[set[str]], lengths: set[int], following: _Beginning) -> set[int]:
    """Add what follows to what a match may begin with; returns the lengths of both together."""
    more, longer = following
    for length in lengths:
        for own, other in zip(signs[length:], more, strict=False):
            own |= other
    return {min(one + other, len(signs)) for one in lengths for other in longer}


def _of_piece(operator: str, argument: Any, reach: int) -> _Beginning:
    if operator == "LITERAL":
        return [{_member("LITERAL", argument)}], {1}
    if operator == "IN" and str(argument[0][0]) == "NEGATE":
        return [{_beside(argument[1:])}], {1}
    if operator == "IN":
        return [{_member(str(kind), value) for kind, value in argument}], {1}
    if operator in _EMPTY_WIDTH:
        return [], {0}
    if operator == "SUBPATTERN" and not argument[1] & re.IGNORECASE:
        return _of_row(argument[3], reach)
    if operator == "BRANCH":
        branches = [_of_row(row, reach) for row in argument[1]]
        together = zip(*(signs for signs, _ in branches), strict=True)
        return [set().union(*signs) for signs in together], set().union(*(n for _, n in branches))
    if operator in _REPEATS:
        return _repeated(_of_row(argument[2], reach), argument[0], argument[1], reach)
    raise _UnknownError


def _repeated(once: _Beginning, least: int, most: int, reach: int) -> _Beginning:
    signs, lengths = _nothing(reach)
    ends: set[int] = set()
    for times in range(reach + 1):
        if times >= min(least, reach):
            ends |= lengths
        if times == most:
            break
        lengths = _go_on(signs, lengths, once)
    return signs, ends


def _beside(members: Iterable[Any]) -> str:
    """What holds every character that is none of the members: white space for ``[^\\S\\n]``."""
    for kind, value in members:
        if str(kind) == "CATEGORY" and str(value) in _CATEGORIES:
            return _CATEGORIES[str(value)].swapcase()
    raise _UnknownError


def _member(operator: str, argument: Any) -> str:
    if operator == "LITERAL":
        return f"\\U{argument:08x}"
    if operator == "RANGE" and argument[1] - argument[0] < _WIDE:
        return "\\U{:08x}-\\U{:08x}".format(*argument)
    if operator == "CATEGORY" and str(argument) in _CATEGORIES:
        return _CATEGORIES[str(argument)]
    raise _UnknownError
