"""``govie patterns``: write, check, test and look up pattern files."""

from __future__ import annotations

import json
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govie.cli.packs import PatternsOption, looked_up
from govie.errors import PatternError

if TYPE_CHECKING:
    from govie.packs import Pattern

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Write, check, test and look up pattern files.",
)

_MOST = 5
"""Near names that are told."""

_Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Packs (folders or names) or pattern files.")
]


@app.command()
def check(paths: _Paths) -> None:
    """Report every problem of pattern files: file:line: what is wrong (what to do).

    Exit code 1: there are problems. 2: a path is not there.
    """
    from govie.lint.check import check as checked

    files = patterns = problems = 0
    for path in paths:
        try:
            found = checked(path)
        except PatternError as error:
            raise typer.BadParameter(str(error), param_hint="PATH") from None
        for problem in found.problems:
            typer.echo(str(problem))
        files += found.files
        patterns += found.patterns
        problems += len(found.problems)
    said = f"{_count(problems, 'problem')} in" if problems else "no problems in"
    typer.echo(f"{said} {_count(files, 'file')}, {_count(patterns, 'pattern')}", err=True)
    if problems:
        raise typer.Exit(1)


@app.command()
def test(paths: _Paths) -> None:
    """Run the examples of patterns: each is found in its yes texts and in none of its no texts.

    Exit code 1: an example fails, or a line cannot be read or run. 2: a path is not there.
    """
    from govie.lint.check import run_examples

    texts = failures = faults = 0
    for path in paths:
        try:
            tried = run_examples(path)
        except PatternError as error:
            raise typer.BadParameter(str(error), param_hint="PATH") from None
        for problem in (*tried.faults, *tried.failures):
            typer.echo(str(problem))
        texts += tried.examples
        failures += len(tried.failures)
        faults += len(tried.faults)
    said = f"{_count(texts, 'example')}, {_count(failures, 'failure')}"
    if faults:
        said += f"; {_count(faults, 'fault')} besides, whose lines were not tried"
    typer.echo(said, err=True)
    if failures or faults:
        raise typer.Exit(1)


@app.command("list")
def list_(
    topic: Annotated[str, typer.Argument(help="A topic; without one the topics are listed.")] = "",
    patterns: PatternsOption = "default",
) -> None:
    """List topics, or the patterns of one: label, id, pattern, where it stands."""
    from govie.lint.topics import TOPICS
    from govie.packs.problems import one_of

    chosen = looked_up(patterns)
    if not topic:
        for known in TOPICS.values():
            count = f"{len(chosen.patterns(known.name)):6,}"
            typer.echo(f"{known.name:<18}{count}  {known.about.split('; ')[0]}")
        return
    found = chosen.patterns(topic)
    if not found:
        raise typer.BadParameter(
            f'no patterns of a topic "{topic}": {one_of(topic, TOPICS)}', param_hint="TOPIC"
        )
    for pattern in found:
        said = pattern.pattern or f"/{pattern.regex}/"
        typer.echo("\t".join((pattern.label, pattern.id, said, pattern.source)))


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An id, or a name as texts have it.")],
    patterns: PatternsOption = "default",
) -> None:
    """Show the lines of an id or a name, as JSON. Exit code 1: there are none.

    Quotation marks do not count. Where there are none, names near it are told.
    """
    from govie.lint.topics import TOPICS
    from govie.text.plain import plain
    from govie.text.view import TextView

    chosen = looked_up(patterns)
    known = [p for topic in TOPICS for p in chosen.patterns(topic)]
    names = {name, plain(TextView(name).text)}
    found = [p for p in known if p.id in names or p.pattern in names]
    for pattern in found:
        typer.echo(f"{pattern.source}\n  {_line(pattern)}")
    if not found:
        near = _near(plain(TextView(name).text) or name, known)
        hint = f"; near it: {'、'.join(near)}" if near else ""
        typer.echo(f"govie: no pattern has the id or name {name!r}{hint}", err=True)
        raise typer.Exit(1)


@app.command()
def new(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder to make.")]) -> None:
    """Make a small pack to begin with; it passes the check."""
    from govie.lint.starter import write_starter

    try:
        files = write_starter(folder)
    except PatternError as error:
        raise typer.BadParameter(str(error), param_hint="DIR") from None
    for file in files:
        typer.echo(str(file))
    typer.echo(f"next: govie patterns check {folder}", err=True)


@app.command()
def schema(
    topic: Annotated[
        str, typer.Argument(help="A topic, whose labels and meta keys the schema then has.")
    ] = "",
    header: Annotated[
        bool, typer.Option(help="The schema of pack.json in place of lines.")
    ] = False,
) -> None:
    """Print the JSON Schema of a line, for editors."""
    from govie.lint.schema import header_schema, line_schema
    from govie.lint.topics import TOPICS
    from govie.packs.problems import one_of

    if topic and topic not in TOPICS:
        raise typer.BadParameter(f'no topic "{topic}": {one_of(topic, TOPICS)}', param_hint="TOPIC")
    found = header_schema() if header else line_schema(TOPICS.get(topic))
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))


def _near(name: str, known: list[Pattern]) -> list[str]:
    """Names that hold the one asked for or lie within it, longest shared part first; else alike."""
    names = dict.fromkeys(p.pattern for p in known if p.pattern and len(p.pattern) > 1)
    shared = [each for each in names if name in each or (len(each) > 2 and each in name)]
    if shared:
        return sorted(shared, key=lambda each: abs(len(each) - len(name)))[:_MOST]
    first = [each for each in names if set(each) & set(name)]
    return get_close_matches(name, first, n=_MOST)


def _line(pattern: Pattern) -> str:
    from govie.packs.lines import KEYS

    values = {key: getattr(pattern, key) for key in KEYS}
    return json.dumps({k: v for k, v in values.items() if v or k == "label"}, ensure_ascii=False)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
