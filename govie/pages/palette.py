"""The kinds of marks in a text, and the colours of kinds and of span labels.

Facts have a fill behind their text; names and terms have the colour of the line beneath them.
"""

from __future__ import annotations

from typing import Any

from govie.errors import ConfigError
from govie.pages.assets import json_asset
from govie.records import Fact, Record

__all__ = ["KINDS", "displacy_options", "kind_of"]

KINDS = ("target", "actual", "reference", "place", "program", "term")
"""What a page marks and can switch on and off."""


def kind_of(record: Record) -> str:
    """The kind under which a record is shown: of facts the status, else the type."""
    return record.status if isinstance(record, Fact) else record.type


def displacy_options(spans_key: str = "govie_targets") -> dict[str, Any]:
    """Options for spaCy's displaCy: colours for the labels of a component.

    Raises ConfigError where govie has no such component.

    >>> import govie
    >>> from spacy import displacy
    >>> doc = govie.parse("株洲市工业增长5%。")
    >>> page = displacy.render(doc, style="ent", options=govie.displacy_options(), jupyter=False)
    >>> "background: #" in page
    True
    """
    palette = json_asset("palette.json")
    if spans_key not in palette["spans"]:
        known = ", ".join(palette["spans"])
        raise ConfigError(f"no component of govie is called {spans_key!r}; they are {known}")
    colors = {**palette["entities"], **palette["spans"][spans_key]}
    return {"spans_key": spans_key, "colors": colors}
