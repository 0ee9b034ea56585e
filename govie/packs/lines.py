"""Reading the lines of a pattern file: what must hold for a file to be loaded.

A line is valid JSON, an object with the keys of :class:`govie.packs.pattern.Pattern` and values
of their shapes. Loading and checking both read through :func:`read_lines`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attrs import Attribute, field, fields, frozen

from govie import __version__
from govie.errors import PatternError
from govie.packs.cache import Line, keep, kept
from govie.packs.json_advice import json_advice
from govie.packs.pattern import Pattern
from govie.packs.problems import Fault, Problem, one_of, quoted, similar
from govie.packs.shapes import Shape

__all__ = ["KEYS", "Reading", "parse_patterns", "read_lines"]

KEYS: dict[str, Attribute[Any]] = {
    attribute.name: attribute for attribute in fields(Pattern) if attribute.metadata
}
"""The keys of a pattern line, in the order of the documentation."""
_SHAPES: dict[str, Shape] = {name: attribute.metadata["shape"] for name, attribute in KEYS.items()}
_LISTS = frozenset(name for name, attribute in KEYS.items() if attribute.default == ())
_FORM = json.dumps([__version__, {name: dict(shape.schema) for name, shape in _SHAPES.items()}])
"""What lines are checked against: another version of govie may check more."""
_LONGEST = 100_000
"""Characters in one line."""


@frozen
class Reading:
    """What a pattern file holds."""

    patterns: tuple[Pattern, ...] = field()
    """The lines without fault; ``source`` of each is its file and line."""
    problems: tuple[Problem, ...] = field()
    """One for each fault of the others."""
    remains: tuple[Pattern, ...] = field()
    """What is right in the others, to look for further faults: keys and values that were probably
    meant, an empty label where there is none."""


class _RepeatedKeyError(ValueError):
    """A key stands twice in one object."""


def parse_patterns(text: str, source: str, file: str | None = None) -> tuple[Pattern, ...]:
    """The patterns of one file.

    Parameters: the file's text, its name for provenance, and its path for messages, which is else
    the same. Blank lines are passed over. Raises :class:`PatternError` naming every fault.
    """
    lines = kept(text, _FORM)
    if lines is None:
        lines, problems, _ = _read(text, file or source)
        if problems:
            raise PatternError([str(problem) for problem in problems])
        keep(text, _FORM, lines)
    return tuple(_pattern(entry, f"{source}:{number}") for number, entry in lines)


def read_lines(text: str, source: str) -> Reading:
    """All lines of a file, those with faults apart."""
    lines, problems, wrong = _read(text, source)
    patterns = tuple(_pattern(entry, f"{source}:{number}") for number, entry in lines)
    remains = tuple(_pattern(_meant(entry), f"{source}:{number}") for number, entry in wrong)
    return Reading(patterns, tuple(problems), remains)


def _read(text: str, source: str) -> tuple[list[Line], list[Problem], list[Line]]:
    """The lines without fault, what is wrong in the others, and those of them that are objects."""
    lines: list[Line] = []
    wrong: list[Line] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            continue
        entry = _entry(line)
        faults = [entry] if isinstance(entry, Fault) else list(_faults(entry))
        if faults:
            problems += [Problem.at(source, number, fault) for fault in faults]
            if isinstance(entry, dict):
                wrong.append((number, entry))
        else:
            lines.append((number, entry))
    return lines, problems, wrong


def _entry(line: str) -> Any:
    """The JSON value of a line, or the fault that keeps it from being one."""
    if line.startswith("\ufeff"):
        return Fault("the file begins with a byte-order mark", "save it as UTF-8 without one")
    if len(line) > _LONGEST:
        return Fault(f"a line of {len(line)} characters", f"{_LONGEST} at the most")
    try:
        entry = _DECODER.decode(line)
    except json.JSONDecodeError as error:
        return Fault(
            f"not valid JSON: {error.msg} at column {error.colno}", json_advice(line, error.pos)
        )
    except _RepeatedKeyError as error:
        return Fault(f'the key "{error}" stands twice', "keep one of them")
    except RecursionError:
        return Fault("brackets nested too deeply", "a pattern is one flat object")
    except ValueError as error:
        return Fault(f"not valid JSON: {error}", "write a plain number or a string")
    if _HALF in line and not _encodable(entry):
        return Fault("half of a character", "write the character itself in place of \\u and a code")
    return entry


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _RepeatedKeyError(next(name for name in names if names.count(name) > 1))
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_number)
_HALF = "\\u"
"""What halves of surrogate pairs begin with; a file in UTF-8 cannot hold them otherwise."""


def _faults(entry: Any) -> Iterator[Fault]:
    """What keeps a JSON value from being a pattern."""
    if not isinstance(entry, dict):
        yield Fault(
            "not a pattern", 'a pattern is an object such as {"label": "…", "pattern": "…"}'
        )
        return
    unknown = [name for name in entry if name not in KEYS]
    for name in unknown:
        meant = similar(name, KEYS)
        others = "" if meant else '; what the topic knows besides stands in "meta"'
        yield Fault(f'unknown key "{name}"', one_of(name, KEYS) + others)
    # A key misspelled is no key missing.
    given = entry.keys() | {similar(name, KEYS) for name in unknown}
    if "label" not in given:
        yield Fault('the key "label" is missing', "it says what kind of thing is found")
    if "pattern" in entry and "regex" in entry:
        yield Fault('both "pattern" and "regex"', "keep one, or make two lines of them")
    elif "pattern" not in given and "regex" not in given:
        yield Fault('neither "pattern" nor "regex"', "one of them says what to look for")
    for name, value in entry.items():
        if name in _SHAPES and not _SHAPES[name].holds(value):
            yield _misshapen(name, value)


def _misshapen(name: str, value: Any) -> Fault:
    if name == "pattern" and isinstance(value, list) and value:
        if all(isinstance(item, str) for item in value):
            return Fault("a list of patterns", "a line for each of them, with the same id")
        return Fault(
            "a token pattern that is more than plain text",
            "govie reads lists of TEXT or ORTH strings only; write the others as a regex",
        )
    if name == "examples" and isinstance(value, dict) and (odd := value.keys() - {"yes", "no"}):
        return Fault(f'unknown key "{min(odd)}" in examples', "it has the keys yes and no")
    said = quoted(json.dumps(value, ensure_ascii=False))[1:-1]
    return Fault(f'"{name}" is {said}', _SHAPES[name].advice(value))


def _meant(entry: dict[str, Any]) -> dict[str, Any]:
    """What was probably meant by a line with faults."""
    found: dict[str, Any] = {"label": ""}
    for name, value in entry.items():
        key = name if name in KEYS else similar(name, KEYS)
        if key is None or (key != name and key in entry):
            continue
        if (meant := _SHAPES[key].meant(value)) is not None:
            found[key] = meant
    return found


def _encodable(value: Any) -> bool:
    """Whether a value can be written as UTF-8."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _pattern(entry: dict[str, Any], source: str) -> Pattern:
    if not _LISTS.isdisjoint(entry):  # few lines have lists
        for name in _LISTS.intersection(entry):
            entry[name] = tuple(entry[name])
    if isinstance(entry.get("pattern"), list):
        entry["pattern"] = "".join(text for token in entry["pattern"] for text in token.values())
    return Pattern(**entry, source=source)
