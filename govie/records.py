"""What govie finds: frozen records.

``start`` and ``end`` are offsets of code points in the raw text, and ``raw[start:end] == text``.
Amounts are :class:`~decimal.Decimal` here and decimal strings in JSON, never floats.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar, TypeAlias

from attrs import field, frozen

from govie.errors import RecordError
from govie.json_forms import AMOUNT, STRINGS, json_form, read_fields, writer

__all__ = [
    "SCHEMA",
    "Document",
    "Fact",
    "Mention",
    "NumericFact",
    "Place",
    "Program",
    "Record",
    "RelativeTarget",
    "Section",
    "Term",
    "from_dict",
]

SCHEMA = 1
"""Version of the record fields. It grows when a field changes its meaning or goes away."""


@frozen(kw_only=True)
class Record:
    """What all records carry.

    >>> import govie
    >>> (fact,) = govie.parse("工业增长5%。")._.govie.numeric_facts
    >>> isinstance(fact, govie.Record), fact.type, fact.start, fact.text
    (True, 'numeric', 4, '5%')
    """

    type: ClassVar[str]

    id: str
    """Stable across runs: a letter for the type and a number in order of the text, ``t0001``."""
    start: int
    end: int
    text: str
    section: str | None = None
    """Id of the section that it stands in."""
    document: str | None = None
    """Id of the document that it stands in; a file may hold several."""
    rule: str | None = None
    """Which rule made it."""

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON-ready dictionary, ``type`` included."""
        return _WRITERS[type(self)](self)


@frozen(kw_only=True)
class Document(Record):
    r"""One report or article of a file.

    >>> import govie
    >>> (document,) = govie.parse("株洲市2021年政府工作报告\n各位代表：")._.govie.documents
    >>> document.place, document.adcode, document.level, document.year
    ('株洲市', '430200', 'prefecture', 2021)
    """

    type: ClassVar[str] = "document"

    title: str | None = None
    place: str | None = None
    """Full name of the jurisdiction whose report it is: 株洲市, 株洲市荷塘区, 全国."""
    adcode: str | None = None
    """Six-digit administrative division code; null for the nation."""
    level: str | None = None
    """national, province, prefecture, county, or township."""
    year: int | None = None
    """The year that the report plans for: that of the congress it was given to."""


@frozen(kw_only=True)
class Section(Record):
    r"""A stretch of a document under one heading.

    >>> import govie
    >>> text = "株洲市2021年政府工作报告\n一、2020年工作回顾\n工业增长5%。"
    >>> [(section.kind, section.title) for section in govie.parse(text)._.govie.sections][-1]
    ('review', '一、2020年工作回顾')
    """

    type: ClassVar[str] = "section"

    title: str | None = None
    """The heading as written, null for an unheaded stretch."""
    level: int
    """1 for 一、, 2 for （一）, 3 for 1. or a run-in heading; 0 for unnumbered parts."""
    ordinal: int | None = None
    """The heading's number."""
    kind: str
    """One of :data:`govie.kinds.SECTION_KINDS`."""
    parent: str | None = None
    period_start: str | None = None
    """First year that the section speaks of."""
    period_end: str | None = None


@frozen(kw_only=True)
class Place(Record):
    """A mention of a place.

    >>> import govie
    >>> (place,) = govie.parse("株洲市天元区项目开工。")._.govie.places[-1:]
    >>> place.name, place.kind, place.adcode
    ('株洲市天元区', 'county', '430211')
    """

    type: ClassVar[str] = "place"

    name: str
    """Full official name."""
    kind: str
    """country, province, prefecture, county, township, village, community, zone, road, rail,
    bridge, water, facility, scenic, region, or deictic (全市)."""
    adcode: str | None = None
    form: str
    """As written, white space removed."""
    candidates: tuple[str, ...] = field(default=(), metadata=STRINGS)
    """Codes of the places it may be, where the text does not say which."""
    pattern: str | None = None


@frozen(kw_only=True)
class Program(Record):
    """A mention of a named government initiative.

    >>> import govie
    >>> (program,) = govie.parse("大力实施“三高四新”战略。")._.govie.programs
    >>> program.form, program.kind
    ('“三高四新”战略', 'strategy')
    """

    type: ClassVar[str] = "program"

    name: str
    """Canonical name."""
    kind: str
    """strategy, campaign, reform, pilot, project, mechanism, plan, system, event, or other."""
    program_id: str
    form: str
    """As written, white space removed."""
    pattern: str | None = None


@frozen(kw_only=True)
class NumericFact(Record):
    """A measured quantity: something promised, achieved or referred to.

    >>> import govie
    >>> (fact,) = govie.parse("全市新增就业5万人以上。", year=2021)._.govie.numeric_facts
    >>> fact.indicator, str(fact.value), fact.unit, fact.comparator, fact.measure
    ('新增就业', '50000', '人', 'ge', 'delta')
    """

    type: ClassVar[str] = "numeric"

    value: Decimal | str = field(metadata=AMOUNT)
    """In base units; a ratio is a string such as ``8.2:46.3:45.5``."""
    value_high: Decimal | None = field(default=None, metadata=AMOUNT)
    """The upper end of a range."""
    from_value: Decimal | str | None = field(default=None, metadata=AMOUNT)
    """The value it started from: 由83位上升到71位."""
    unit: str | None = None
    """As written, 万 and 亿 folded into the value."""
    comparator: str
    """eq, approx, gt, ge, lt, le, or range."""
    hedge: str | None = None
    commitment: str | None = None
    """binding, expected or striving; null for what is no target."""
    indicator: str | None = None
    indicator_id: str | None = None
    indicator_start: int | None = None
    indicator_end: int | None = None
    measure: str
    """level, delta, growth, rank, ratio, multiple, or duration."""
    direction: str | None = None
    """up or down, for growth and delta."""
    status: str
    """actual, target, or reference."""
    period_start: str | None = None
    period_end: str | None = None
    place: str | None = None
    adcode: str | None = None
    rank_scope: str | None = None
    estimated: bool = False
    damaged: bool = False
    pattern: str | None = None


@frozen(kw_only=True)
class RelativeTarget(Record):
    """A target without a number: 居民收入增长与经济增长同步.

    >>> import govie
    >>> (target,) = govie.parse("居民收入与经济增长同步。")._.govie.relative_targets
    >>> target.indicator, target.relation, target.relative_to
    ('居民收入', 'in_step', '经济增长')
    """

    type: ClassVar[str] = "relative"

    relation: str
    """in_step, above, below, no_less_than_last_year, positive, delegated, or flat."""
    relative_to: str | None = None
    """The indicator, place or average it is measured against."""
    authority: str | None = None
    """Who sets a delegated target: 国家, 省."""
    commitment: str | None = None
    indicator: str | None = None
    indicator_id: str | None = None
    indicator_start: int | None = None
    indicator_end: int | None = None
    direction: str | None = None
    status: str
    period_start: str | None = None
    period_end: str | None = None
    place: str | None = None
    adcode: str | None = None
    pattern: str | None = None


Fact: TypeAlias = NumericFact | RelativeTarget
"""What says something of an indicator, with a number or without."""


@frozen(kw_only=True)
class Mention:
    r"""Where the body refers to a term; its text may differ from the term.

    >>> import govie
    >>> text = "落实“两保”。\n名词解释\n1.“两保”：指保就业、保民生。"
    >>> [mention.text for mention in govie.parse(text)._.govie.terms["两保"].mentions]
    ['两保']
    """

    start: int
    end: int
    text: str


_MENTIONS = json_form(
    lambda mentions: [{"start": m.start, "end": m.end, "text": m.text} for m in mentions],
    lambda written: tuple(Mention(**mention) for mention in written),
)


@frozen(kw_only=True)
class Term(Record):
    r"""A term and its explanation; ``start:end`` is the term within its definition entry.

    >>> import govie
    >>> text = "落实“两保”。\n名词解释\n1.“两保”：指保就业、保民生。"
    >>> term = govie.parse(text)._.govie.terms["两保"]
    >>> term.count, term.complete, term.components
    (2, True, ('保就业', '保民生'))
    """

    type: ClassVar[str] = "term"

    term: str
    definition: str | None = None
    definition_start: int | None = None
    definition_end: int | None = None
    components: tuple[str, ...] = field(default=(), metadata=STRINGS)
    """The enumerated parts, in order."""
    count: int | None = None
    """How many parts the term promises: 六稳 promises six."""
    complete: bool | None = None
    """Whether the promise is kept; null where the term promises nothing."""
    inline: bool = False
    """True where the body explains the term in passing."""
    source: str = "document"
    """``document``, or the name of the pack that explains it."""
    mentions: tuple[Mention, ...] = field(default=(), metadata=_MENTIONS)


_TYPES: dict[str, type[Record]] = {
    cls.type: cls for cls in (Document, Section, Place, Program, NumericFact, RelativeTarget, Term)
}
_WRITERS = {cls: writer(cls) for cls in _TYPES.values()}


def from_dict(plain: dict[str, Any]) -> Record:
    """The record that a dictionary of :meth:`Record.to_dict` stands for.

    Raises :class:`~govie.errors.RecordError` where it is none of this version.

    >>> import govie
    >>> fact = govie.parse("工业增长5%。")._.govie.numeric_facts[0]
    >>> govie.from_dict(fact.to_dict()) == fact
    True
    """
    cls = _TYPES.get(plain.get("type", ""))
    if cls is None:
        raise RecordError(f"no record type {plain.get('type')!r}; known are {', '.join(_TYPES)}")
    try:
        return read_fields(cls, plain)
    except (TypeError, ArithmeticError) as error:
        raise RecordError(f"not a {cls.type} record of schema {SCHEMA}: {error}") from error
