"""Structured policy facts from Chinese government work reports (政府工作报告).

>>> import govie
>>> doc = govie.parse("力争地区生产总值增长8%以上。", jurisdiction="株洲市", year=2021)
>>> fact = doc._.govie.numeric_facts[0]
>>> fact.indicator, str(fact.value), fact.unit, fact.comparator, fact.status
('地区生产总值', '8', '%', 'ge', 'target')

spaCy is imported when it is first needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govie.comparison import CompareRow, compare
    from govie.errors import (
        ConfigError,
        GovieError,
        InputError,
        InputWarning,
        MissingExtraError,
        OutputError,
        PatternError,
        RecordError,
    )
    from govie.files import Source, read
    from govie.joining import concat, excerpt
    from govie.numbers.quantity import Quantity, quantities
    from govie.pages import displacy_options, panel_page, report_page
    from govie.panels import PanelRow, panel
    from govie.pipeline import add_to, load, parse, pipe
    from govie.records import (
        Document,
        Mention,
        NumericFact,
        Place,
        Program,
        Record,
        RelativeTarget,
        Section,
        Term,
        from_dict,
    )
    from govie.tables.arrow import to_arrow
    from govie.tables.frame import to_frame
    from govie.tasklists import TaskRow, tasks

__version__ = "0.1.0"

_HOMES = {
    "govie.comparison": ("CompareRow", "compare"),
    "govie.errors": (
        "ConfigError",
        "GovieError",
        "InputError",
        "InputWarning",
        "MissingExtraError",
        "OutputError",
        "PatternError",
        "RecordError",
    ),
    "govie.files": ("Source", "read"),
    "govie.joining": ("concat", "excerpt"),
    "govie.pages": ("displacy_options", "panel_page", "report_page"),
    "govie.panels": ("PanelRow", "panel"),
    "govie.tasklists": ("TaskRow", "tasks"),
    "govie.pipeline": ("add_to", "load", "parse", "pipe"),
    "govie.numbers.quantity": ("Quantity", "quantities"),
    "govie.records": (
        "Document",
        "Mention",
        "NumericFact",
        "Place",
        "Program",
        "Record",
        "RelativeTarget",
        "Section",
        "Term",
        "from_dict",
    ),
    "govie.tables.arrow": ("to_arrow",),
    "govie.tables.frame": ("to_frame",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "CompareRow",
    "ConfigError",
    "Document",
    "GovieError",
    "InputError",
    "InputWarning",
    "Mention",
    "MissingExtraError",
    "NumericFact",
    "OutputError",
    "PanelRow",
    "PatternError",
    "Place",
    "Program",
    "Quantity",
    "Record",
    "RecordError",
    "RelativeTarget",
    "Section",
    "Source",
    "TaskRow",
    "Term",
    "add_to",
    "compare",
    "concat",
    "displacy_options",
    "excerpt",
    "from_dict",
    "load",
    "panel",
    "panel_page",
    "parse",
    "pipe",
    "quantities",
    "read",
    "report_page",
    "tasks",
    "to_arrow",
    "to_frame",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module 'govie' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
