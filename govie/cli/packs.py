"""The option ``--patterns``: with which pattern packs a verb reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from govie.errors import ConfigError, PatternError

if TYPE_CHECKING:
    from govie.packs import PackSet

__all__ = ["PatternsOption", "looked_up", "reading_with"]

_HINT = "--patterns"

PatternsOption = Annotated[
    str,
    typer.Option(
        _HINT,
        metavar="PACKS",
        help="Pattern packs, names or folders with commas between them, the last strongest.",
    ),
]


@contextmanager
def reading_with(patterns: str) -> Iterator[Sequence[str]]:
    """Put the packs that the option names in force, for all that a verb does; gives their names.

    Raises typer.BadParameter, before anything is read, where they cannot be used.
    """
    from govie.options import opened
    from govie.packs import using

    names = _names(patterns)
    with _told():
        packs = opened(names)
        _read(packs)
    with using(packs):
        yield names


def looked_up(patterns: str) -> PackSet:
    """The packs that the option names, to look lines up in: the default one need not be there.

    Raises typer.BadParameter as :func:`reading_with` does.
    """
    from govie.options import check_names
    from govie.packs import pack_set

    with _told():
        packs = pack_set(check_names(_names(patterns)))
        _read(packs)
    return packs


def _names(patterns: str) -> tuple[str, ...]:
    return tuple(name for part in patterns.split(",") if (name := part.strip()))


def _read(packs: PackSet) -> None:
    """A fault in any file is the fault of the option, not of the reports that are read with it."""
    for pack in packs.packs:
        if not pack.ours:
            pack.check()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (ConfigError, PatternError) as error:
        raise typer.BadParameter(str(error), param_hint=_HINT) from None
