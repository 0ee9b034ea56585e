"""The keys of ``meta`` that the rules of a topic read, and those by which its lines are described.

One definition for checking, for the JSON Schema of a topic and for the tables of the
documentation. A pack may keep keys of its own beside them.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from govie.packs.shapes import (
    DECIMAL,
    FLAG,
    INTEGER,
    TEXT,
    TEXTS,
    Shape,
    choice,
    word_of,
    words_of,
)

__all__ = ["META", "MetaKey"]


@frozen(kw_only=True)
class MetaKey:
    """One key of ``meta``."""

    shape: Shape
    about: str
    needed_by: frozenset[str] = frozenset()
    """Labels whose lines must have it."""
    needed_with: str | None = None
    """The key that, where it is true, makes this one necessary."""

    @property
    def told(self) -> str:
        """What it means, and which lines cannot do without it."""
        needing = ", ".join(sorted(self.needed_by)) or self.needed_with
        return f"{self.about}; needed by {needing}" if needing else self.about


def _key(shape: Shape, about: str, *needed_by: str, needed_with: str | None = None) -> MetaKey:
    return MetaKey(
        shape=shape, about=about, needed_by=frozenset(needed_by), needed_with=needed_with
    )


_CANONICAL = "canonical"
_DIMENSIONS = (
    *("money", "people", "count", "percent", "points", "permille", "permyriad", "multiple"),
    *("ratio", "rate", "rank", "index", "score", "age", "time", "length", "area", "volume"),
    *("mass", "energy", "information", "concentration", "temperature", "speed", "degree"),
    "physical",
)
_MEASURES = ("level", "growth", "delta", "rank", "ratio", "multiple", "duration")
_REACH = _key(
    choice("anywhere", "province", "prefecture", "list"),
    "in whose reports the short name counts: all, those of its province or prefecture, or none "
    "but in a list of places",
)
_ALSO = {"also": _key(TEXTS, "further words of the same kind")}

META: Mapping[str, Mapping[str, MetaKey]] = {
    "programs": {
        "name": _key(TEXT, "the canonical name; the first line of an id has it"),
        "level": _key(TEXT, "the level of government whose programme it is"),
        "years": _key(TEXT, "when it ran: 2018-2020, 2018-"),
        "body": _key(TEXT, "who runs it"),
        "unquoted_before": _key(TEXTS, "the name counts in quotes or before one of these words"),
    },
    "program_words": {
        "reach": _key(choice("quoted"), "of a head: the name needs quotation marks"),
        "apart": _key(FLAG, "of a head: names joined before it are names of their own"),
        "any": _key(FLAG, "of a head: words that say nothing by themselves make a name with it"),
        "formula": _key(FLAG, "of a head: the quoted phrase must be a formula of numbers"),
        "topic": _key(
            FLAG, "of a FILLER: a field of work; of a head: a field makes a name with it"
        ),
        "behind": _key(TEXTS, "of a head that needs quotes: behind these verbs no name needs any"),
        "noun": _key(
            FLAG, "of a verb of GOVERN: a noun follows; of LEAD: it may stand in that noun"
        ),
    },
    "indicators": {
        "canonical": _key(FLAG, "this line describes the series; others of its id stand below"),
        "name": _key(TEXT, "the canonical name", needed_with=_CANONICAL),
        "en": _key(TEXT, "the English name", needed_with=_CANONICAL),
        "dimensions": _key(
            words_of("a list of dimensions", _DIMENSIONS),
            "dimensions of units that it has: those of `dimension` in units",
            needed_with=_CANONICAL,
        ),
        "measures": _key(
            words_of("a list of measures", _MEASURES),
            f"measures that it has: {', '.join(_MEASURES)}",
            needed_with=_CANONICAL,
        ),
        "class": _key(choice("预期性", "约束性"), "its class in the 14th five-year plan"),
        "class_13": _key(choice("预期性", "约束性"), "its class in the 13th five-year plan"),
        "cumulative": _key(FLAG, "its values add up over years"),
        "scope": _key(TEXT, "the part of the series that this name stands for"),
        "until": _key(INTEGER, "the last year in which this name stood for the series"),
        "bare": _key(FLAG, "no name of a place may stand before it"),
    },
    "units": {
        "dimension": _key(
            word_of("a dimension", _DIMENSIONS),
            f"what it measures: {', '.join(_DIMENSIONS)}",
        ),
        "en": _key(TEXT, "the English name"),
        "han": _key(choice("never"), "never behind a Chinese numeral"),
        "factor": _key(DECIMAL, "by what the number is multiplied"),
        "damaged": _key(FLAG, "a unit as scans spoil it"),
    },
    "hedges": {"bare": _key(FLAG, "only in front of scale words alone (近百万)")},
    "skips": {
        "starts": _key(TEXT, "signs that the regex can begin with: 0 any digit, 一 any numeral"),
        "says": _key(TEXT, "what the number is, for `govie explain`; else what the label says"),
    },
    "cues": {
        "direction": _key(choice("up", "down"), "where a change leads", "CHANGE", "GROWTH"),
        "improves": _key(FLAG, "of CHANGE: what is done to things (提升道路5公里) is a level"),
        "counts": _key(FLAG, "of LEVEL: what was done over the years has it too (完成)"),
        "role": _key(choice("respectively", "each"), "of ADVERB: how numbers are handed out"),
        "manner": _key(FLAG, "of OPENER: how something is done; a verb follows (高标准建设)"),
        "side": _key(choice("left"), "of VERB: only in front of a subject"),
        "swaps": _key(FLAG, "of LEANING: what is before it may stand behind the number"),
        "amount": _key(FLAG, "of LEANING: an amount, so that it may have a unit of its own"),
        "each": _key(FLAG, "of LEANING: a rate that each of several things has (办复率)"),
        "per": _key(FLAG, "of LEANING: it says for whom, and stands in front (人均存款余额)"),
        "part_of": _key(TEXTS, "of LEANING: the ends of names that it does not lean on"),
        "thing": _key(FLAG, "of HEAD: a thing that may have a rate (建议和提案办复率)"),
        "parts": _key(TEXTS, "of PAIR: what it stands for", "PAIR"),
        "units": _key(TEXTS, "of COUNTED: the units that count it (家)", "COUNTED"),
    },
    "relative": {
        "strict": _key(FLAG, "of STEP: only behind an indicator that is known"),
        "binding": _key(FLAG, "of STAND: it makes the target a binding one"),
        "links": _key(TEXT, "of STEP: the signs that may join it to what is compared"),
        "list_only": _key(FLAG, "of AUTHORITY: only beside others"),
    },
    "periods": {
        "from": _key(INTEGER, "the first year, of RELATIVE as a difference", "RELATIVE", "SINCE"),
        "to": _key(INTEGER, "the last year, of RELATIVE as a difference", "RELATIVE", "CENTURY"),
    },
    "documents": {"weight": _key(INTEGER, "of WHOLE: its vote for the level", "WHOLE")},
    "glossary": {
        "definition": _key(TEXT, "of TERM: what it means"),
        "components": _key(TEXTS, "of TERM: its parts"),
        "source": _key(TEXT, "of TERM: where it comes from"),
        "since": _key(INTEGER, "of TERM: the first year of reports that can mean it"),
        "place": _key(TEXT, "of TERM: the place whose term it is"),
        "adcode": _key(TEXT, "of TERM: the first digits of the code of that place"),
    },
    "places/divisions": {"reach": _REACH},
    "places/former": {
        "until": _key(INTEGER, "the year in which it was renamed"),
        "former": _key(TEXT, "the code that it had"),
        "reach": _REACH,
    },
    "places/damaged": {
        "damaged": _key(FLAG, "the name of a division as scans spoil it"),
        "reach": _REACH,
    },
    "places/regions": {
        "name": _key(TEXT, "the canonical name"),
        "after": _key(TEXTS, "of a name that a division has too: words one of which must follow"),
    },
    "places/guards": {"of": _key(TEXT, "which names are guarded")},
    "places/types": {
        "max": _key(INTEGER, "how many characters may stand before it", "TYPE"),
        "min": _key(INTEGER, "how many characters must stand before it"),
        "after": _key(TEXTS, "words one of which must follow"),
        "lead": _key(TEXTS, "or one of which must stand before the name"),
        "loose": _key(TEXTS, "or two unknown characters before it and none of these words behind"),
        "named": _key(TEXT, "or a division before it, which makes a place of this kind of it"),
        "named_after": _key(TEXTS, "words behind it that make a place of that kind of it too"),
        **{
            name: _key(FLAG, about)
            for name, about in {
                "bare": "a name without anything before it",
                "pure": "nothing but a name may stand before it",
                "apart": "what stands behind the last known name only belongs to it",
                "any": "any two characters before it make a name",
                "industry": "an industry before it makes a name",
                "described": "a description before it makes a name",
                "owned": "an owner before it (市, 县) makes a name",
                "ordinal": "a numeral before it makes a name",
                "code": "a code before it (G60) makes a name",
                "like": "everyday words before it may be names",
                "unnamed": "only without a name before it",
                "bordered": "or a division before it and punctuation behind it",
                "sided": "or a division before it and a point of the compass between them",
                "quarter": "or what a quarter lies at before it (城南, 高铁)",
                "bridge": "the name may begin before 至 or 到",
                "share": "items of a list before it share it",
                "listed": "such items do without it in their names",
                "echoed": "the text goes on to speak of the name without it",
            }.items()
        },
    },
    "places/left_edges": {
        **_ALSO,
        "initial": _key(FLAG, "a name may begin with it where none stands before it (成贵铁路)"),
    },
    "places/words": _ALSO,
}
"""Keys by topic."""
