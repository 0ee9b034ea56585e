"""What the values of a pattern line may look like: one definition for reading and for editors.

A :class:`Shape` tells whether a JSON value is of its kind, names the kind in a message, and gives
the JSON Schema of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from attrs import frozen

from govie.packs.problems import one_of, quoted

__all__ = [
    "DECIMAL",
    "EXAMPLES",
    "FLAG",
    "INTEGER",
    "OBJECT",
    "TEXT",
    "TEXTS",
    "WORDS",
    "Shape",
    "choice",
    "key",
    "word_of",
    "words_of",
]


@frozen
class Shape:
    """A kind of JSON value."""

    said: str
    """What messages call it: "a list of strings"."""
    schema: Mapping[str, Any]
    holds: Callable[[Any], bool]
    words: tuple[str, ...] = ()
    """Of which its strings are, where there are too many for a message."""

    def advice(self, value: Any) -> str:
        """What to write in place of a value that is not of the kind."""
        given = value if isinstance(value, list) else [value]
        odd = (word for word in given if isinstance(word, str) and word not in self.words)
        if self.words and (word := next(odd, None)) is not None:
            return one_of(word, self.words)
        found = self.meant(value)
        meant = "" if found is None else json.dumps(found, ensure_ascii=False)
        shown = quoted(meant)[1:-1]
        return f"write {meant}: {self.said}" if shown == meant != "" else f"write {self.said}"

    def meant(self, value: Any) -> Any:
        """The value itself where it is of the kind, or the one probably meant; else None."""
        return next((v for v in (value, *_meant(value)) if self.holds(v)), None)


def _meant(value: Any) -> Iterator[Any]:
    """Values that were probably meant by one: "书" for ["书"], 7 for "7", "true" for true."""
    if isinstance(value, str):
        yield [value]
        with suppress(ValueError, RecursionError):
            yield json.loads(value)
    elif isinstance(value, int | float):
        yield json.dumps(value)


def key(shape: Shape, about: str) -> dict[str, Any]:
    """Metadata of an attrs field that is a key of a pattern line."""
    return {"shape": shape, "about": about}


def choice(*words: str) -> Shape:
    """One of some words."""
    said = " or ".join(f'"{word}"' for word in words)
    return Shape(said, {"enum": list(words)}, lambda value: value in words)


def word_of(said: str, words: tuple[str, ...]) -> Shape:
    """One of many words, which ``said`` calls by what they are."""
    return Shape(said, {"enum": list(words)}, lambda value: value in words, words)


def words_of(said: str, words: tuple[str, ...]) -> Shape:
    """A list of such words."""
    schema = {"type": "array", "items": {"enum": list(words)}}
    return Shape(
        said,
        schema,
        lambda value: isinstance(value, list) and all(word in words for word in value),
        words,
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_examples(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() <= {"yes", "no"} and _all_texts(value)


def _all_texts(value: dict[str, Any]) -> bool:
    return all(map(_are_texts, value.values()))


def _are_words(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, list) and value != [] and all(map(_word, value)))


def _word(token: Any) -> bool:
    return (
        isinstance(token, dict)
        and len(token) == 1
        and all(k in ("TEXT", "ORTH") and _is_text(v) for k, v in token.items())
    )


_DECIMAL = r"[0-9]+(?:\.[0-9]+)?"
_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}
_WORD = {
    "type": "object",
    "properties": {"TEXT": _TEXT, "ORTH": _TEXT},
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}

TEXT = Shape("a string that is not empty", _TEXT, _is_text)
TEXTS = Shape("a list of strings, none empty", _TEXTS, _are_texts)
WORDS = Shape(
    'a string that is not empty, or plain tokens such as [{"TEXT": "乡村"}, {"TEXT": "振兴"}]',
    {"anyOf": [_TEXT, {"type": "array", "items": _WORD, "minItems": 1}]},
    _are_words,
)
OBJECT = Shape("an object in braces", {"type": "object"}, lambda value: isinstance(value, dict))
INTEGER = Shape(
    "a whole number",
    {"type": "integer"},
    lambda value: isinstance(value, int) and not isinstance(value, bool),
)
DECIMAL = Shape(
    'a number in a string, such as "0.5"',
    {"type": "string", "pattern": f"^{_DECIMAL}$"},
    lambda value: isinstance(value, str) and re.fullmatch(_DECIMAL, value) is not None,
)
FLAG = Shape("true or false", {"type": "boolean"}, lambda value: isinstance(value, bool))
EXAMPLES = Shape(
    'an object such as {"yes": ["…"], "no": ["…"]}',
    {
        "type": "object",
        "properties": {"yes": _TEXTS, "no": _TEXTS},
        "additionalProperties": False,
    },
    _are_examples,
)
