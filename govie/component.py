"""The one shape of all components: view and context in, records on the Doc out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from govie import store
from govie.context import Context
from govie.garbage import no_collection
from govie.options import check_names, opened
from govie.packs import PackSet, using
from govie.packs.saved import dump_packs, restore_packs
from govie.records import Record
from govie.text.view import TextView

__all__ = ["Component", "Extractor"]

Extractor = Callable[[TextView, Context], Iterable[Record]]
_FILE = "packs.json"


class Component:
    """Runs a text-level extractor over a Doc and keeps what it finds.

    ``key`` is the name of the span group; ``patterns`` names the pattern packs, the last one
    strongest; ``ent_label`` is the label under which the spans also become entities where nothing
    else is one yet, or an empty string for no entities.
    """

    def __init__(
        self, key: str, extract: Extractor, patterns: Sequence[str], ent_label: str = ""
    ) -> None:
        self.key = key
        self.extract = extract
        self._names = check_names(patterns)
        self._packs: PackSet | None = None
        self.ent_label = ent_label

    @property
    def packs(self) -> PackSet:
        """The packs in use. They are opened late: a saved pipeline brings its own with it.

        Raises PatternError where a pack is not there or a file is wrong, ConfigError where the
        packs lack what rules rely on.
        """
        if self._packs is None:
            self._packs = opened(self._names)
        return self._packs

    def __call__(self, doc: Doc) -> Doc:
        with using(self.packs), no_collection():
            records = self.extract(store.view_of(doc), store.context_of(doc)) if len(doc) else ()
            spans = store.put(doc, self.key, records, self.packs)
        if self.ent_label:
            _add_entities(doc, spans, self.ent_label)
        return doc

    def to_bytes(self, **kwargs: Any) -> bytes:
        """The pattern packs, but for the default one, which comes with govie."""
        return json.dumps(dump_packs(self.packs), ensure_ascii=False).encode()

    def from_bytes(self, data: bytes, **kwargs: Any) -> Component:
        self._packs = restore_packs(json.loads(data))
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write the pattern packs into a folder that need not be there yet."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **kwargs: Any) -> Component:
        return self.from_bytes((Path(path) / _FILE).read_bytes())


def _add_entities(doc: Doc, spans: Iterable[Span], label: str) -> None:
    """Spans become entities, longest first, where no entity stands yet.

    They are given the label of entities: their group has copies of its own, and to make new ones
    takes half of the time.
    """
    taken = bytearray(len(doc))
    for entity in doc.ents:
        taken[entity.start : entity.end] = b"\x01" * len(entity)
    deictic, label_number = map(doc.vocab.strings.add, ("deictic", label))
    free = []
    bounds = [(span.start, span.end, span) for span in spans if span.label != deictic]
    for start, end, span in sorted(bounds, key=lambda bound: (bound[0] - bound[1], bound[0])):
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            span.label, span.id = label_number, 0
            free.append(span)
    doc.set_ents(free, default="unmodified")
