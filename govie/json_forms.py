"""How records are written as plain JSON dictionaries, and read back.

A field that holds what JSON has no form for says in its metadata how it is written there:
:data:`AMOUNT`, :data:`STRINGS`, or what :func:`json_form` makes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

import attrs

__all__ = ["AMOUNT", "STRINGS", "decimal_string", "json_form", "read_fields", "writer"]

_T = TypeVar("_T")
_FORM = "govie_json"

Form = tuple[Callable[[Any], Any], Callable[[Any], Any]]
"""What writes a value that is not null, and what reads it."""


def json_form(write: Callable[[Any], Any], read: Callable[[Any], Any]) -> Mapping[str, Form]:
    """The metadata of a field with a form of its own; neither function is ever given a null."""
    return {_FORM: (write, read)}


def decimal_string(value: Decimal) -> str:
    """The shortest plain spelling of an exact number: ``110000000000``, ``8.5``."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _write_amount(value: Decimal | str) -> str:
    return value if isinstance(value, str) else decimal_string(value)


def _read_amount(written: str) -> Decimal | str:
    return written if ":" in written else Decimal(written)


AMOUNT = json_form(_write_amount, _read_amount)
"""A number, or a ratio such as ``8.2:46.3:45.5``."""
STRINGS = json_form(list, tuple)


def writer(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    """What writes an instance of an attrs class into a dictionary.

    Its keys are the fields in their order, with the class attribute ``type`` behind the first. It
    is spelled out for the class, as attrs spells out ``__init__``: to go over the names of the
    fields of every record takes three times as long.
    """
    forms = _forms(cls)
    entries = {field.name: f"record.{field.name}" for field in attrs.fields(cls)}
    for name in forms:
        entries[name] = f"None if record.{name} is None else {name}(record.{name})"
    written = [f"{name!r}: {entry}" for name, entry in entries.items()]
    written.insert(1, "'type': record.type")
    scope = {name: write for name, (write, _) in forms.items()}
    made: Callable[[Any], dict[str, Any]] = eval(f"lambda record: {{{', '.join(written)}}}", scope)
    return made


def read_fields(cls: type[_T], plain: Mapping[str, Any]) -> _T:
    """The instance of an attrs class that a dictionary of its :func:`writer` stands for.

    Raises TypeError or ArithmeticError where it stands for none.
    """
    values = {name: value for name, value in plain.items() if name != "type"}
    for name, (_, read) in _forms(cls).items():
        if values.get(name) is not None:
            values[name] = read(values[name])
    return cls(**values)


def _forms(cls: type[Any]) -> dict[str, Form]:
    return {f.name: f.metadata[_FORM] for f in attrs.fields(cls) if _FORM in f.metadata}
