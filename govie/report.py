"""``doc._.govie``: everything found in a text, for people to use."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from spacy.tokens import Doc, Span

from govie.records import (
    SCHEMA,
    Document,
    NumericFact,
    Place,
    Program,
    Record,
    RelativeTarget,
    Section,
    Term,
)
from govie.store import all_records, packs_of, view_of

__all__ = ["Report", "Terms"]

_R = TypeVar("_R", bound=Record)


class Terms(tuple[Term, ...]):
    """The terms of a text, by position or by name: ``terms["六稳"].components``."""

    @overload  # type: ignore[override]
    def __getitem__(self, key: str) -> Term: ...
    @overload
    def __getitem__(self, key: int) -> Term: ...
    def __getitem__(self, key: str | int) -> Term:
        """Raises KeyError for a name that nothing explains; the first of several explanations."""
        if not isinstance(key, str):
            return super().__getitem__(key)
        for term in self:
            if _bare(term.term) == _bare(key):
                return term
        raise KeyError(key)


class Report:
    """The records of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._records = tuple(all_records(doc))
        self.packs = packs_of(doc)
        """Name and content hash of every pattern pack that had a part in the records."""

    def _of(self, cls: type[_R]) -> tuple[_R, ...]:
        return tuple(record for record in self._records if isinstance(record, cls))

    @property
    def records(self) -> tuple[Record, ...]:
        """All records of all types."""
        return self._records

    @property
    def documents(self) -> tuple[Document, ...]:
        """The reports and articles in the text; most texts hold one."""
        return self._of(Document)

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._of(Section)

    @property
    def places(self) -> tuple[Place, ...]:
        return self._of(Place)

    @property
    def programs(self) -> tuple[Program, ...]:
        return self._of(Program)

    @property
    def numeric_facts(self) -> tuple[NumericFact, ...]:
        return self._of(NumericFact)

    @property
    def targets(self) -> tuple[NumericFact, ...]:
        """Numeric facts that are planned, expected or promised."""
        return tuple(fact for fact in self.numeric_facts if fact.status == "target")

    @property
    def actuals(self) -> tuple[NumericFact, ...]:
        """Numeric facts that are reported as done."""
        return tuple(fact for fact in self.numeric_facts if fact.status == "actual")

    @property
    def relative_targets(self) -> tuple[RelativeTarget, ...]:
        """Targets without a number."""
        return self._of(RelativeTarget)

    @property
    def terms(self) -> Terms:
        return Terms(self._of(Term))

    @property
    def jurisdiction(self) -> str | None:
        """Full name of the government whose report it is, of the first document of several."""
        return self.documents[0].place if self.documents else None

    @property
    def year(self) -> int | None:
        """The year that the (first) report plans for."""
        return self.documents[0].year if self.documents else None

    def expand(self, span: Span) -> Term | None:
        """The term that a stretch of text mentions, or None."""
        start, end = span.start_char, span.end_char
        for term in self.terms:
            if any(mention.start < end and start < mention.end for mention in term.mentions):
                return term
        return None

    def facts_of(self, term: Term) -> tuple[NumericFact, ...]:
        """The numeric facts that stand in a sentence with a mention of a term, in order."""
        view = view_of(self._doc)
        spans = set()
        for mention in term.mentions:
            sentence = view.sentence_at(view.clean_offset(mention.start))
            spans.add(view.raw_span(*sentence))
        return tuple(
            fact
            for fact in self.numeric_facts
            if any(start <= fact.start < end for start, end in spans)
        )

    def to_dict(self) -> dict[str, Any]:
        """Everything as JSON-ready dictionary."""
        return {
            "schema": SCHEMA,
            "packs": self.packs,
            "jurisdiction": self.jurisdiction,
            "year": self.year,
            "records": [record.to_dict() for record in self._records],
        }

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from govie.pages.notebook import report_html

        return report_html(f"{self.jurisdiction or '?'} {self.year or '?'}", self._records)

    def __repr__(self) -> str:
        return (
            f"<Report {self.jurisdiction or '?'} {self.year or '?'}: "
            f"{len(self.numeric_facts)} numeric facts, {len(self.places)} places, "
            f"{len(self.programs)} programmes, {len(self.terms)} terms>"
        )


def _bare(name: str) -> str:
    return name.translate(_QUOTES)


_QUOTES = str.maketrans("", "", "“”‘’\"'")
