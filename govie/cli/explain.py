"""``govie explain``: why a place of a text was read as it was."""

from __future__ import annotations

import json
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

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
    jurisdiction: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose report it is, a name or a code.")
    ] = None,
    year: Annotated[
        int | None, typer.Option(min=1949, max=2100, help="The year that it plans for.")
    ] = None,
    patterns: PatternsOption = "default",
) -> None:
    """Say which rules looked at a place of a text, what matched, and why a number is no fact.

    Of a --text without --at or --find the first numbers are explained. Each step names the lines
    of the pattern files that had a part in it.
    """
    import govie

    with errors_in_a_line():
        if (file is None) == (text is None):
            raise ConfigError("name a FILE or give a --text, and not both")
        if at is not None and find is not None:
            raise ConfigError("--at and --find both name the place; give one of them")
        if file is not None and at is None and find is None:
            raise ConfigError("which place of the file? --at OFFSET or --find WORDS says so")
        with reading_with(patterns) as packs:
            doc = govie.parse(
                _text(file) if file is not None else text or "",
                jurisdiction=jurisdiction,
                year=year,
                patterns=packs,
            )
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


def _text(file: str) -> str:
    from govie.files import read

    sources = read(file)
    if len(sources) != 1:
        raise ConfigError(f"{file} holds {len(sources)} texts; name one of them")
    return sources[0].text


def _explained(doc: Doc, at: int | None, find: str | None) -> list[Explanation]:
    from govie.explain import explain
    from govie.explain.find import offset_of, offsets_of_numbers

    if at is not None:
        offsets = [at]
    else:
        offsets = [offset_of(doc, find)] if find else offsets_of_numbers(doc, _MOST)
    return [explain(doc, offset) for offset in offsets]
