"""Help for tests of pattern files and pipelines: marked text, and comparisons that tell.

In marked text double brackets stand around what is to be found, with its fields behind a bar::

    [[8%左右|type=numeric value=8 unit=% comparator=approx]]

:func:`marked` takes the marks out and gives the text and what is expected where;
:func:`assert_facts` compares that with the records of a Doc.

>>> text, expected = marked("[[地区生产总值]]增长[[8%|value=8]]。")
>>> text
'地区生产总值增长8%。'
>>> [(e.start, e.end, e.text, e.fields) for e in expected]
[(0, 6, '地区生产总值', {}), (8, 10, '8%', {'value': '8'})]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import Factory, frozen

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from govie.records import Record

__all__ = ["Expected", "Marked", "assert_facts", "marked"]

_OPEN, _CLOSE, _BAR = "[[", "]]", "|"


@frozen
class Expected:
    """A record that a text should give: raw offsets, text, and the fields that matter."""

    start: int
    end: int
    text: str
    fields: Mapping[str, str] = Factory(dict)
    """Values as strings, as JSON has them; ``-`` for null, and ``true`` or ``false``."""

    def __str__(self) -> str:
        return _said(self.start, self.end, self.text, self.fields)


class Marked(NamedTuple):
    """A text without its marks, and what the marks said."""

    text: str
    expected: list[Expected]


def marked(source: str) -> Marked:
    """Take the marks out of a marked text.

    Fields are ``name=value``, parted by white space; quotation marks hold a value with spaces.
    Raises ValueError for a mark that is not closed, not opened, empty, within another one, or with
    fields that are none.
    """
    pieces: list[str] = []
    expected: list[Expected] = []
    length = at = 0
    while True:
        opened = source.find(_OPEN, at)
        before = source[at : opened if opened >= 0 else len(source)]
        if _CLOSE in before:
            raise ValueError(f"]] without [[ at {at + before.index(_CLOSE)} of {source!r}")
        pieces.append(before)
        length += len(before)
        if opened < 0:
            return Marked("".join(pieces), expected)
        closed = source.find(_CLOSE, opened)
        inner = source[opened + len(_OPEN) : closed]
        if closed < 0 or _OPEN in inner:
            raise ValueError(f"[[ without ]] at {opened} of {source!r}")
        text, _, fields = inner.partition(_BAR)
        if not text:
            raise ValueError(f"nothing between the marks at {opened} of {source!r}")
        expected.append(Expected(length, length + len(text), text, _fields(fields)))
        pieces.append(text)
        length += len(text)
        at = closed + len(_CLOSE)


def _fields(source: str) -> dict[str, str]:
    import shlex

    found: dict[str, str] = {}
    for part in shlex.split(source):
        name, sign, value = part.partition("=")
        if not name or not sign or name in found:
            raise ValueError(f"{part!r} is no field: write name=value, each name once")
        found[name] = value
    return found


def assert_facts(
    doc: Doc, expected: Iterable[Expected], *, types: Iterable[str] = ("numeric",)
) -> None:
    """Compare the records of a Doc with what a marked text expects.

    ``types`` are the record types looked at: numeric, relative, place, program, term, section,
    document. A record and an expectation belong together where start and end agree; of two at one
    place those whose fields agree best. Raises AssertionError that lists apart what is missing,
    what is extra, and what differs in which field. ValueError for a field that no record has.
    """
    wanted = list(expected)
    kinds = frozenset(types)
    left = [record for record in doc._.govie.records if record.type in kinds]
    missing: list[str] = []
    differing: list[str] = []
    for each in wanted:
        here = [record for record in left if (record.start, record.end) == (each.start, each.end)]
        if not here:
            missing.append(str(each))
            continue
        best = min(here, key=lambda record: len(_differences(each, record)))
        left = [record for record in left if record is not best]
        if found := _differences(each, best):
            differing.append(f"{each.start}:{each.end} {each.text}  {'; '.join(found)}")
    extra = [_extra(record, wanted) for record in left]
    parts = (("missing", missing), ("extra", extra), ("differing", differing))
    if any(lines for _, lines in parts):
        raise AssertionError(
            "\n".join(f"{name}:\n  " + "\n  ".join(lines) for name, lines in parts if lines)
        )


def _differences(expected: Expected, record: Record) -> list[str]:
    plain: dict[str, Any] = record.to_dict()
    for name in expected.fields:
        if name not in plain:
            raise ValueError(f"records of type {record.type} have no field {name!r}")
    return [
        f"{name} is {_plain(plain[name])}, expected {value}"
        for name, value in expected.fields.items()
        if _plain(plain[name]) != value
    ]


def _plain(value: Any) -> str:
    if value is None:
        return "-"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _extra(record: Record, wanted: list[Expected]) -> str:
    """An unexpected record, with the fields that the expectations speak of."""
    plain = record.to_dict()
    names = dict.fromkeys(name for each in wanted for name in each.fields)
    fields = {name: _plain(plain[name]) for name in names if name in plain}
    return _said(record.start, record.end, record.text, fields)


def _said(start: int, end: int, text: str, fields: Mapping[str, str]) -> str:
    return f"{start}:{end} {text}" + "".join(f"  {name}={value}" for name, value in fields.items())
