"""The topics that govie's rules read, and what the labels of each mean.

A pack may hold other topics for rules of its own: its header names them under ``topics``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from govie.kinds import PROGRAM_KINDS
from govie.lint.labels import LABELS
from govie.lint.meta_keys import META, MetaKey

__all__ = ["TOPICS", "Topic", "topic_of"]

PLACE_KINDS = ("region", "scenic", "zone", "water", "road", "rail", "country", "facility")


@frozen(kw_only=True)
class Topic:
    """What one pattern file, or the files of one folder, are about."""

    name: str
    about: str
    labels: Mapping[str, str]
    """What each label means."""
    honours: frozenset[str] = frozenset()
    """Keys beside label, pattern, regex, id, meta and examples that the rules look at."""
    regexes: bool = True
    """Whether the rules look at regexes; none do so for names."""
    homonyms: bool = False
    """Whether one name may stand for several things, as 朝阳区 does."""
    by_kind: bool = False
    """Whether labels are kinds of things named: a name then has one label."""
    ordered: frozenset[str] = frozenset()
    """Labels of which the first regex that matches wins."""
    python_only: bool = True
    """Whether the rules run regexes by ``re`` alone."""
    raw: bool = False
    """Whether regexes look at the raw text, before it is cleaned."""
    plain: bool = False
    """Whether quotation marks are taken out of the text before names are looked for."""
    whole: frozenset[str] = frozenset()
    """Labels whose regexes have to match a whole phrase."""

    @property
    def meta(self) -> Mapping[str, MetaKey]:
        """The keys of meta by name."""
        return META.get(self.name, {})


_BEFORE = frozenset({"not_before"})
_BOTH = frozenset({"not_before", "not_after"})
_KINDS = {kind: f"a programme of the kind {kind}" for kind in PROGRAM_KINDS}
_DIVISIONS = {
    level: f"a division at {level} level" for level in ("province", "prefecture", "county")
}


def _place(name: str, about: str, **more: Any) -> Topic:
    settings = {"labels": LABELS.get(name), "honours": _BOTH, "regexes": False, **more}
    return Topic(name=f"places/{name}", about=about, **settings)


_ALL = (
    Topic(
        name="programs",
        about="names of programmes; id is the programme",
        labels=_KINDS,
        honours=_BOTH | {"in_section", "priority", "skip"},
        regexes=False,
        by_kind=True,
        plain=True,
    ),
    Topic(
        name="program_words",
        about="words by which programmes that no file names are found",
        labels={
            **{
                kind: f"a head: a name that ends so is of the kind {kind}" for kind in PROGRAM_KINDS
            },
            **LABELS["program_words"],
        },
        honours=_BOTH,
        python_only=False,
    ),
    Topic(
        name="indicators",
        about="names of statistical series; id is the series, its first line has canonical in meta",
        labels=LABELS["indicators"],
        regexes=False,
    ),
    Topic(
        name="units",
        about="units and count words; id is the unit to report",
        labels=LABELS["units"],
        honours=_BEFORE,
    ),
    Topic(
        name="hedges",
        about="words around a number; id of a hedge is its comparator",
        labels=LABELS["hedges"],
        honours=_BOTH,
        regexes=False,
    ),
    Topic(
        name="ranks",
        about="words of ranks",
        labels=LABELS["ranks"],
        honours=_BEFORE,
        regexes=False,
    ),
    Topic(
        name="skips",
        about="numbers that are no quantities",
        labels=LABELS["skips"],
        ordered=frozenset(LABELS["skips"]),
        python_only=False,
    ),
    Topic(name="cues", about="the words of numeric facts", labels=LABELS["cues"], honours=_BOTH),
    Topic(
        name="relative",
        about="words of targets without a number",
        labels=LABELS["relative"],
        whole=frozenset({"AVERAGE"}),
    ),
    Topic(
        name="standing",
        about="words that tell what is done, promised or quoted; one with skip counts no longer",
        labels=LABELS["standing"],
        honours=frozenset({"skip"}),
    ),
    Topic(
        name="periods",
        about="years and spans of years",
        labels=LABELS["periods"],
        honours=frozenset({"not_after"}),
        ordered=frozenset({"RELATIVE", "SINCE", "CENTURY"}),
    ),
    Topic(
        name="sections",
        about="headings and other marks of sections; id of a HEADING is the kind of the section",
        labels=LABELS["sections"],
    ),
    Topic(name="documents", about="heads of reports", labels=LABELS["documents"]),
    Topic(
        name="furniture",
        about="what is no text: page numbers, continuation marks, filler",
        labels=LABELS["furniture"],
        raw=True,
    ),
    Topic(
        name="glossary",
        about="terms, and the words of definitions",
        labels=LABELS["glossary"],
    ),
    Topic(name="panel", about="words of panels of targets", labels=LABELS["panel"], regexes=False),
    Topic(
        name="strictness",
        about="how firmly words bind; id is hard or soft",
        labels=LABELS["strictness"],
        regexes=False,
    ),
    Topic(
        name="tasks",
        about="words of tasks",
        labels=LABELS["tasks"],
        honours=_BOTH,
        python_only=False,
    ),
    _place(
        "divisions",
        "administrative divisions by their code",
        labels=_DIVISIONS,
        homonyms=True,
    ),
    _place(
        "former",
        "former names",
        labels=_DIVISIONS,
        homonyms=True,
    ),
    _place("damaged", "names as scans spoil them", labels=_DIVISIONS, homonyms=True),
    _place(
        "regions",
        "places that are no divisions; id is the name",
        labels={kind: f"a place of the kind {kind}" for kind in PLACE_KINDS},
        by_kind=True,
    ),
    _place("deixis", "全市, 我省; id is the level"),
    _place("guards", "what may not stand next to names"),
    _place("types", "type words; id is the kind of place, meta says what stands before them"),
    _place("left_edges", "words where no name goes on"),
    _place("words", "words in and around names"),
    _place("products", "what places are known for"),
    Topic(
        name="townships",
        about="towns and streets by their nine-digit code, a file for each province",
        labels={"township": "a town, township or street"},
        regexes=False,
        homonyms=True,
    ),
)

TOPICS: dict[str, Topic] = {topic.name: topic for topic in _ALL}


def topic_of(file: str) -> Topic | None:
    """The topic of a pattern file by its name in the pack: "programs/zhuzhou.jsonl"."""
    stem = file.removesuffix(".jsonl")
    return TOPICS.get(stem) or TOPICS.get(stem.split("/")[0])
