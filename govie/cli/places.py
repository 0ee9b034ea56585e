"""``govie places``: what a name of a place stands for."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

__all__ = ["places"]


def places(
    name: Annotated[
        str, typer.Argument(help="A name as a report writes it: 天元区, 株洲, 株洲县.")
    ],
    within: Annotated[
        str | None, typer.Option("--in", metavar="JURISDICTION", help="Whose report writes it.")
    ] = None,
    year: Annotated[
        int | None, typer.Option(min=1949, max=2100, help="The year in which it writes so.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Look a place up: code, parents, short and former names, candidates.

    Exit code 1 says that the name is not known.
    """
    from govie.places.description import describe

    if within and not describe(within)["division"]:
        raise typer.BadParameter(f"no single place is known as {within!r}", param_hint="--in")
    found = describe(name, within=within, year=year)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif found["division"]:
        typer.echo(_entry(found["division"]))
        if found["former"]:
            typer.echo(f"  {name} is its name until {found['former']['until']}")
    elif found["candidates"]:
        typer.echo(f"{name} is one of these (--in says whose report it is):")
        for division in found["candidates"]:
            typer.echo(_entry(division))
    if not found["division"] and not found["candidates"]:
        typer.echo(f"govie: no place {name!r} at county level or above is known", err=True)
        raise typer.Exit(1)


def _entry(division: dict[str, Any]) -> str:
    """A division in a few lines."""
    lines = [f"{division['code']}  {division['full_name']}  ({division['level']})"]
    if division["parents"]:
        parents = [f"{parent['name']} {parent['code']}" for parent in division["parents"]]
        lines.append("  in " + ", ".join(parents))
    if division["short_names"]:
        lines.append("  also " + ", ".join(division["short_names"]))
    for former in division["former_names"]:
        code = f" as {former['code']}" if former["code"] else ""
        lines.append(f"  formerly {former['name']}{code}, until {former['until']}")
    return "\n".join(lines)
