"""The JSON Schema of pattern lines and pack headers, for editors that complete and check."""

from __future__ import annotations

from typing import Any

from govie.lint.topics import Topic
from govie.packs.header import HEADER_KEYS
from govie.packs.lines import KEYS

__all__ = ["header_schema", "line_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def line_schema(topic: Topic | None = None) -> dict[str, Any]:
    """The schema of one line of a pattern file, with the labels and meta keys of a topic."""
    properties = {
        name: {**key.metadata["shape"].schema, "description": key.metadata["about"]}
        for name, key in KEYS.items()
    }
    if topic is not None:
        properties["label"]["enum"] = list(topic.labels)
        properties["meta"]["properties"] = {
            name: {**key.shape.schema, "description": key.told} for name, key in topic.meta.items()
        }
    return {
        "$schema": _DIALECT,
        "title": f"a line of a govie pattern file{f' about {topic.name}' if topic else ''}",
        "type": "object",
        "properties": properties,
        "required": ["label"],
        "oneOf": [{"required": ["pattern"]}, {"required": ["regex"]}],
        "additionalProperties": False,
    }


def header_schema() -> dict[str, Any]:
    """The schema of ``pack.json``."""
    properties = {
        name: {**shape.schema, "description": about} for name, (shape, about) in HEADER_KEYS.items()
    }
    return {
        "$schema": _DIALECT,
        "title": "the header of a govie pattern pack",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
