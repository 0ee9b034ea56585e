"""Texts on which a regular expression may take forever, made of its own parts.

An expression backtracks where a text holds many times over what it repeats, and then not what it
wants behind that. So each stretch of the expression (the signs between two brackets or bars, a
class by one of its members) is repeated, behind what the expression wants in front of it, and ends
in a sign that nothing wants.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

__all__ = ["hostile_texts", "size"]

_LENGTH = 6_000
"""Characters of the longest texts. Quadratic time stands out from linear there."""
_SMALL = 20
"""Up to so many repeats each number is tried: with k branches the time grows k-fold each."""
_MOST = 24
"""Units tried for one expression."""
_SHOWN = 3
"""Repeats that show what a text looks like."""
_END = "\0"
_TOKEN = regex.compile(
    r"(?P<escape>\\(?:[pP]\{[^}]*\}|N\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S]))"
    r"|(?P<set>\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*+\])"
    r"|(?P<times>\{(?P<least>[0-9]{0,4})(?:,[0-9]*)?\}[?+]?|[*+?][?+]?)"
    r"|(?P<bound>\((?:\?(?:P?<[^\W\d]\w*>|<?[=!]|[a-zA-Z0-9-]*:|>|\||#[^)]*))?|[)|])"
    r"|(?P<anchor>[$^])"
    r"|(?P<sign>[\s\S])"
)
_ANY = "中一1a，X 、.-\n"
"""One of these stands for a class."""


def hostile_texts(expression: str) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    """For each part of an expression what its texts look like, and they, from short to long.

    With each text comes one that repeats the part half as often.
    """
    stretches = _stretches(expression)
    units: dict[tuple[str, str], None] = {}
    before = ""
    for at, stretch in enumerate(stretches):
        both = stretch + stretches[at + 1] if at + 1 < len(stretches) else stretch
        for unit in (stretch, both, *stretch):
            units[before, unit] = None
            units["", unit] = None
        before += stretch
    # Short ones first: they grow in small steps.
    for front, unit in sorted(units, key=lambda pair: len(pair[0]) + len(pair[1]))[:_MOST]:
        yield f"{front}{unit * _SHOWN}…", _repeated(front, unit)


def size(expression: str) -> int:
    """How many signs the expression has when all its repeats are written out.

    The ``regex`` library writes them out, and so nested ones can fill the memory.
    """
    sizes = [0]
    last = 0
    for token in _TOKEN.finditer(expression):
        if token["times"]:
            sizes[-1] += last * (
                max(map(int, regex.findall(r"[0-9]+", token["times"])), default=1) - 1
            )
        elif token[0].startswith("(") and token["bound"]:
            sizes.append(0)
        elif token[0] == ")" and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        else:
            last = 1
            sizes[-1] += last
    return sum(sizes)


def _repeated(front: str, unit: str) -> Iterator[tuple[str, str]]:
    times = 1
    while times * len(unit) <= _LENGTH:
        yield f"{front}{unit * times}{_END}", f"{front}{unit * (times // 2)}{_END}"
        times = times + 1 if times < _SMALL else times * 2


def _stretches(expression: str) -> list[str]:
    """Texts that the stretches of an expression match, in order."""
    found = [""]
    last = ""
    for token in _TOKEN.finditer(expression):
        kind = token.lastgroup
        if kind == "bound":
            found.append("")
            last = ""
        elif token["times"]:
            more = min(int(token["least"] or 1), _SMALL) - 1
            found[-1] += last * more
        elif kind != "anchor":
            last = _member(token[0]) if token["escape"] or token["set"] else token[0]
            found[-1] += "中" if last == "." and not token["escape"] else last
    return [stretch for stretch in found if stretch]


def _member(token: str) -> str:
    """A sign that a class or an escape matches; none for those that match a place."""
    try:
        one = regex.compile(token)
    except regex.error:
        return ""
    return next((sign for sign in token[1:] + _ANY if one.fullmatch(sign)), "")
