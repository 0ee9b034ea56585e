"""Files for annotation tools, whose offsets count UTF-16 units."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import govie
from govie.tables.choice import Choice
from govie.tables.docs import origin_named
from govie.tables.text_output import TextOutput
from govie.tables.utf16 import Utf16

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["LABELS", "LABEL_STUDIO_CONFIG", "DoccanoWriter", "LabelStudioWriter"]

LABELS = ("numeric", "relative", "place", "program", "term", "mention", "section", "document")
"""The labels of marks: record types, and mentions of terms."""
LABEL_STUDIO_CONFIG = "\n".join(
    [
        "<View>",
        '  <Labels name="label" toName="text">',
        *(f'    <Label value="{label}"/>' for label in LABELS),
        "  </Labels>",
        '  <Text name="text" value="$text"/>',
        "</View>",
    ]
)
"""The labelling interface that the tasks are made for."""
_KINDS = ("numeric", "relative", "places", "programs", "terms")
"""By default; sections and documents would mark the whole text."""


class _Mark(NamedTuple):
    """A stretch of text with a label; ``start`` and ``end`` count UTF-16 units."""

    id: str
    label: str
    start: int
    end: int
    text: str


class _Writer(TextOutput):
    """What both tools need."""

    def __init__(self, kinds: Sequence[str], out: Path | None) -> None:
        super().__init__(out)
        self.choice = Choice(kinds or _KINDS)

    def _marks(self, doc: Doc, text: str) -> Iterator[_Mark]:
        units = Utf16(text)
        for record in self.choice.select(doc._.govie.records):
            span = units(record.start), units(record.end)
            yield _Mark(record.id, record.type, *span, record.text)
            for number, mention in enumerate(getattr(record, "mentions", ()), 1):
                span = units(mention.start), units(mention.end)
                yield _Mark(f"{record.id}-{number}", "mention", *span, mention.text)


class DoccanoWriter(_Writer):
    """doccano's JSONL for sequence labelling, a text a line: ``label`` holds [start, end, label].

    Facts stand within mentions of others: the project must allow overlapping spans.
    """

    def add(self, path: str, doc: Doc) -> None:
        text = doc.text
        marks = [[mark.start, mark.end, mark.label] for mark in self._marks(doc, text)]
        line = {"text": text, "label": marks, "doc": origin_named(doc, path).name}
        self.write(json.dumps(line, ensure_ascii=False) + "\n")


class LabelStudioWriter(_Writer):
    """Label Studio's array of tasks with predictions, for :data:`LABEL_STUDIO_CONFIG`."""

    def __init__(self, kinds: Sequence[str], out: Path | None) -> None:
        super().__init__(kinds, out)
        self._separator = "[\n"

    def add(self, path: str, doc: Doc) -> None:
        text = doc.text
        task = {
            "data": {"text": text, "doc": origin_named(doc, path).name},
            "predictions": [
                {
                    "model_version": f"govie {govie.__version__}",
                    "result": [_region(mark) for mark in self._marks(doc, text)],
                }
            ],
        }
        self.write(self._separator + json.dumps(task, ensure_ascii=False))
        self._separator = ",\n"

    def close(self) -> None:
        self.write("[]\n" if self._separator == "[\n" else "\n]\n")
        super().close()


def _region(mark: _Mark) -> dict[str, Any]:
    return {
        "id": mark.id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": mark.start,
            "end": mark.end,
            "text": mark.text,
            "labels": [mark.label],
        },
    }
