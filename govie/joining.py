"""Docs put together and cut out with their records, which spaCy's own ways lose.

``Doc.from_docs`` and ``Span.as_doc`` keep tokens and drop what span groups carry, and no offset of
a record would be right any more. These move the records along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc, Span

from govie import store
from govie.errors import ConfigError

__all__ = ["concat", "excerpt"]

_PAIRS = (("indicator_start", "indicator_end"), ("definition_start", "definition_end"))
"""Offsets of a record besides ``start`` and ``end``."""
_REFERENCES = ("id", "section", "document", "parent")
_WHOLES = frozenset({"document", "section"})
"""Types of which a part is one still."""

_Plain = dict[str, Any]


def concat(docs: Iterable[Doc]) -> Doc:
    """One Doc of several, with all their records, whose offsets and ids count on.

    As with spaCy's ``Doc.from_docs``, a space parts two texts, and all Docs share a vocabulary.
    Raises ConfigError where there is no Doc, or where they do not share it.

    >>> import govie
    >>> doc = govie.concat(govie.pipe(["工业增长5%。", "农业增长3%。"]))
    >>> [(fact.id, doc.text[fact.start : fact.end]) for fact in doc._.govie.numeric_facts]
    [('t0001', '5%'), ('t0002', '3%')]
    """
    parts = [doc for doc in docs if len(doc)]
    if not parts:
        raise ConfigError("docs holds no Doc with a text; there is nothing to put together")
    if any(part.vocab is not parts[0].vocab for part in parts):
        raise ConfigError("docs come from different pipelines; read them with the same one")
    joined = Doc.from_docs(parts)
    assert joined is not None
    shifts = _shifts(joined, parts)
    for key in store.KEYS:
        _join(joined, key, parts, shifts)
    return joined


def _shifts(joined: Doc, parts: list[Doc]) -> list[int]:
    """How far the text of each part has moved."""
    first, shifts = 0, []
    for part in parts:
        shifts.append(joined[first].idx)
        first += len(part)
    return shifts


def _join(joined: Doc, key: str, parts: list[Doc], shifts: list[int]) -> None:
    """Put the records of one component of all parts into the joined Doc."""
    used: dict[str, int] = {}
    records: list[_Plain] = []
    digests: dict[str, str] = {}
    there = False
    for part, shift in zip(parts, shifts, strict=True):
        counts = _ids(part)
        there = there or key in part.spans
        plain, made_by = store.stored(part, key)
        digests.update(made_by)
        records.extend(_renumbered(_moved(record, shift), used) for record in plain)
        for letter, count in counts.items():
            used[letter] = used.get(letter, 0) + count
    if there:
        store.put_plain(joined, key, records, digests)


def _ids(doc: Doc) -> dict[str, int]:
    """The highest number of each letter among the ids of a Doc."""
    highest: dict[str, int] = {}
    for key in store.KEYS:
        for record in store.stored(doc, key)[0]:
            letter, number = record["id"][0], int(record["id"][1:])
            highest[letter] = max(highest.get(letter, 0), number)
    return highest


def _renumbered(record: _Plain, used: dict[str, int]) -> _Plain:
    """The record with its own id and those it refers to counted on."""
    for name in _REFERENCES:
        if record.get(name):
            letter, number = record[name][0], int(record[name][1:])
            record[name] = f"{letter}{number + used.get(letter, 0):04}"
    return record


def excerpt(span: Span) -> Doc:
    """A stretch of a Doc as a Doc of its own, with the records that lie in it.

    Sections and documents are kept as far as they reach; ids stay, so that a record of the excerpt
    is known again. Where the subject of a fact or the definition of a term lies outside, its
    offsets are null.

    >>> import govie
    >>> doc = govie.parse("工业增长5%。农业增长3%。")
    >>> part = govie.excerpt(doc[7:14])
    >>> part.text, [fact.id for fact in part._.govie.numeric_facts]
    ('农业增长3%。', ['t0002'])
    """
    doc, start = span.doc, span.start_char
    part = span.as_doc()
    end = start + len(part.text)
    for key in store.KEYS:
        if key in doc.spans:
            plain, digests = store.stored(doc, key)
            store.put_plain(part, key, list(_within(plain, start, end, part.text)), digests)
    return part


def _within(plain: list[_Plain], start: int, end: int, text: str) -> Iterator[_Plain]:
    """The records of ``start:end``, with offsets in its text."""
    for record in plain:
        whole = record["type"] in _WHOLES
        first, last = max(record["start"], start), min(record["end"], end)
        if first >= last or (not whole and (first, last) != (record["start"], record["end"])):
            continue
        moved = _moved({**record, "start": first, "end": last}, -start)
        moved["text"] = text[moved["start"] : moved["end"]]
        for names in _PAIRS:
            if moved.get(names[0]) is not None and not _inside(moved, names, len(text)):
                moved.update(dict.fromkeys(names))
        if "mentions" in moved:
            kept = [m for m in moved["mentions"] if _inside(m, ("start", "end"), len(text))]
            moved["mentions"] = kept
        yield moved


def _inside(plain: _Plain, names: tuple[str, str], length: int) -> bool:
    first, last = int(plain[names[0]]), int(plain[names[1]])
    return 0 <= first < last <= length


def _moved(record: _Plain, shift: int) -> _Plain:
    """A copy of the record with all its offsets moved."""
    moved = dict(record)
    for name in ("start", "end", *(name for pair in _PAIRS for name in pair)):
        if moved.get(name) is not None:
            moved[name] += shift
    if "mentions" in moved:
        moved["mentions"] = [
            {**mention, "start": mention["start"] + shift, "end": mention["end"] + shift}
            for mention in moved["mentions"]
        ]
    return moved
