"""``govie explain``: why a place of a text was read as it was."""

from __future__ import annotations

import json
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from govie.cli.inputs import (
    EncodingOption,
    Inputs,
    JurisdictionOption,
    Known,
    MetaOption,
    YearOption,
)
from govie.cli.options import errors_in_a_line
from govie.cli.packs import PatternsOption, reading_with
from govie.errors import ConfigError

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from govie.explain import Explanation

__all__ = ["explain"]

_MOST = 8
"""Numbers of a text to explain where none is named."""


class Form(str, Enum):
    """What explanations are printed as."""

    table = "table"
    json = "json"


def explain(
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="A file as for parse; - is standard input."),
    ] = None,
    at: Annotated[
        int | None,
        typer.Option(min=0, metavar="OFFSET", help="The place, as in JSON (start of a record)."),
    ] = None,
    find: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="The place: the first number of these words."),
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A text in place of a file.")
    ] = None,
    to: Annotated[Form, typer.Option(help="For reading, or a JSON array.")] = Form.table,
    jurisdiction: JurisdictionOption = None,
    year: YearOption = None,
    encoding: EncodingOption = None,
    meta: MetaOption = None,
    patterns: PatternsOption = "default",
) -> None:
    """Say which rules looked at a place of a text, what matched, and why a number is no fact.

    Of a --text without --at or --find the first numbers are explained. Each step names the lines
    of the pattern files that had a part in it.
    """
    with errors_in_a_line():
        if (file is None) == (text is None):
            raise ConfigError("name a FILE or give a --text, and not both")
        if at is not None and find is not None:
            raise ConfigError("--at and --find both name the place; give one of them")
        if file is not None and at is None and find is None:
            raise ConfigError("which place of the file? --at OFFSET or --find WORDS says so")
        if text is not None and (encoding or meta):
            raise ConfigError("--encoding and --meta are about a FILE")
        with reading_with(patterns) as packs:
            known = Known(
                jurisdiction=jurisdiction, year=year, encoding=encoding, meta=meta, patterns=packs
            )
            doc = _read(file, known) if file is not None else _parse(text or "", known)
            found = _explained(doc, at, find)
    if to is Form.json:
        plain = [explanation.to_dict() for explanation in found]
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    else:
        from govie.cli.explanation import print_explanation
        from govie.cli.table import make_console

        console = make_console()
        for explanation in found:
            print_explanation(console, explanation)


def _read(file: str, known: Known) -> Doc:
    """The Doc of a file, read as by the other verbs; exit code 1 where it cannot be, as told."""
    docs = [doc for _, doc in islice(Inputs([file], known).docs(), 2)]
    if len(docs) > 1:
        raise ConfigError(f"{file} holds more than one text; name one of them")
    if not docs:
        raise typer.Exit(1)
    return docs[0]


def _parse(text: str, known: Known) -> Doc:
    import govie

    return govie.parse(
        text, jurisdiction=known.jurisdiction, year=known.year, patterns=known.patterns
    )


def _explained(doc: Doc, at: int | None, find: str | None) -> list[Explanation]:
    from govie.explain import explain
    from govie.explain.find import offset_of, offsets_of_numbers

    if at is not None:
        offsets = [at]
    else:
        offsets = [offset_of(doc, find)] if find else offsets_of_numbers(doc, _MOST)
    return [explain(doc, offset) for offset in offsets]
