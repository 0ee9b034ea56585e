"""The header of a pattern pack, ``pack.json``."""

from __future__ import annotations

import json
import re
from typing import Any

from govie.packs.problems import Fault, Problem, one_of
from govie.packs.shapes import TEXT, TEXTS, Shape

__all__ = ["HEADER_KEYS", "read_header"]

HEADER_KEYS: dict[str, tuple[Shape, str]] = {
    "name": (TEXT, "What the pack is called in results"),
    "version": (TEXT, "The version of the pack"),
    "licence": (TEXT, "Under what terms it may be used"),
    "source": (TEXT, "Where its facts come from"),
    "edition": (TEXT, "Which state of the source they give"),
    "replaces": (TEXTS, "Topics that the pack takes over from the packs before it"),
    "topics": (TEXTS, "Topics for rules of the pack's own, which govie does not read"),
}
"""The keys of a header, their shapes, and what they mean."""
_RESERVED = "default"


def read_header(
    text: str, file: str, *, default: bool = False
) -> tuple[dict[str, Any], list[Problem]]:
    """What a header says, and what is wrong in it. Lists come as tuples."""
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        fault = Fault(f"not valid JSON: {error.msg}", 'a header is {"name": "…", "version": "…"}')
        return {}, [Problem.at(file, error.lineno, fault)]
    except (ValueError, RecursionError) as error:
        return {}, [Problem(file, 1, f"not valid JSON: {error}", "write plain strings and lists")]
    if not isinstance(said, dict):
        return {}, [Problem(file, 1, "no object", 'a header is {"name": "…", "version": "…"}')]
    problems = []
    for key, value in said.items():
        if key not in HEADER_KEYS:
            fault = Fault(f'unknown key "{key}"', one_of(key, HEADER_KEYS))
        elif not HEADER_KEYS[key][0].holds(value):
            written = json.dumps(value, ensure_ascii=False)
            fault = Fault(f'"{key}" is {written}', HEADER_KEYS[key][0].advice(value))
        elif key == "name" and value == _RESERVED and not default:
            fault = Fault('the name "default" is taken', "give the pack a name of its own")
        else:
            continue
        problems.append(Problem.at(file, _line_of(key, text), fault))
    header = {
        key: tuple(value) if isinstance(value, list) else value for key, value in said.items()
    }
    return header, problems


def _line_of(key: str, text: str) -> int:
    found = re.search(rf'"{re.escape(key)}"\s*:', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
