"""``govie info``: versions, and the pattern packs with their content hashes."""

from __future__ import annotations

import json
import platform
from importlib import metadata
from typing import Annotated, Any

import typer

import govie
from govie.errors import PatternError

__all__ = ["info"]

_DIGITS = 12
"""Digits of a content hash that people compare."""


def info(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, hashes in full.")] = False,
) -> None:
    """List versions and the pattern packs that are installed, with content hashes.

    Exit code 1: an installed pack cannot be read; its line says why.
    """
    versions = {
        "govie": govie.__version__,
        "spaCy": metadata.version("spacy"),
        "Python": platform.python_version(),
    }
    packs = _packs()
    if as_json:
        found = {"versions": versions, "packs": packs}
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        typer.echo(", ".join(f"{name} {version}" for name, version in versions.items()))
        for pack in packs:
            said = pack.get("error") or f"{pack['version']}  sha256 {pack['digest'][:_DIGITS]}"
            typer.echo(f"pack {pack['pack']}  {said}")
    if any("error" in pack for pack in packs):
        raise typer.Exit(1)


def _packs() -> list[dict[str, Any]]:
    from govie.packs import DEFAULT, open_pack, shared_packs

    found = []
    for name in (DEFAULT, *sorted(shared_packs())):
        entry: dict[str, Any] = {"pack": name}
        try:
            pack = open_pack(name)
            entry.update(name=pack.name, version=pack.version, licence=pack.licence)
            entry.update(source=pack.source, edition=pack.edition, digest=pack.digest)
        except PatternError as error:
            entry["error"] = str(error)
        found.append(entry)
    return found
