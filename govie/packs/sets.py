"""Pattern packs: folders of pattern files, and the set of packs in force.

A pack is a folder with a header, ``pack.json``, and pattern files. A *topic* is a file
``<topic>.jsonl`` or all files of a folder ``<topic>/``, in the order of their names. The default
pack is the package ``govie.patterns``; others come from a path, or from an installed distribution
that names its folder under the entry point group ``govie_patterns``.

Several packs make a :class:`PackSet`. A line of a later pack takes the place of the lines of
earlier ones with the same label and pattern, and a pack whose header says
``"replaces": ["programs"]`` takes the place of that whole topic.

Rules ask for patterns where they need them, through :func:`load_patterns`, and keep what they make
of them with :func:`per_packs`. Both answer for the set in force, which :func:`using` changes for a
while, as :func:`decimal.localcontext` does for the context of arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from govie.packs.opening import pack_set
from govie.packs.pack import PackSet
from govie.packs.pattern import Pattern

__all__ = ["in_force", "load_patterns", "per_packs", "using"]

_T = TypeVar("_T")
_P = ParamSpec("_P")

_IN_FORCE: ContextVar[PackSet] = ContextVar("govie_packs")


def in_force() -> PackSet:
    """The set of packs that patterns come from now: the default pack unless `using` says more."""
    return _IN_FORCE.get(None) or pack_set()


@contextmanager
def using(packs: PackSet) -> Iterator[None]:
    """Put a set of packs in force within a ``with`` block."""
    token = _IN_FORCE.set(packs)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def load_patterns(topic: str, label: str | None = None) -> tuple[Pattern, ...]:
    """The patterns of a topic of the packs in force, in order: all, or those of a label.

    Raises :class:`PatternError` where a file is wrong.
    """
    patterns = in_force().patterns(topic)
    return patterns if label is None else tuple(p for p in patterns if p.label == label)


def per_packs(maker: Callable[_P, _T]) -> Callable[_P, _T]:
    """Remember what a function of the patterns returns, for each set of packs apart.

    Its arguments are hashable, and given by position.
    """

    @wraps(maker)
    def made(*args: Any) -> _T:
        # Asked many times for every fact: the way to what is remembered is kept short.
        packs = _IN_FORCE.get(None) or pack_set()
        try:
            return packs.made[maker, args]  # type: ignore[no-any-return]
        except KeyError:
            return packs.make(maker, *args)

    return cast("Callable[_P, _T]", made)
