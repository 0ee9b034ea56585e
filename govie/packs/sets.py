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

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property, lru_cache, wraps
from hashlib import sha256
from importlib import metadata, resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, frozen

from govie.errors import PatternError
from govie.packs.files import HEADER, FolderFiles, PackFiles
from govie.packs.header import read_header
from govie.packs.lines import parse_patterns
from govie.packs.missing import said_of_missing
from govie.packs.pattern import Pattern

__all__ = [
    "Pack",
    "PackSet",
    "Pattern",
    "in_force",
    "load_patterns",
    "open_pack",
    "pack_set",
    "parse_patterns",
    "per_packs",
    "shared_packs",
    "using",
]

DEFAULT = "default"
_ALONE = (DEFAULT,)
_REMEMBERED = 4
"""Sets of packs that are kept with all that was made of them."""
_GROUP = "govie_patterns"
_T = TypeVar("_T")


@frozen(kw_only=True, slots=False)
class Pack:
    """Pattern files under one name."""

    name: str
    files: PackFiles = field(repr=False)
    version: str = "0"
    licence: str | None = None
    source: str | None = None
    """Where the facts come from."""
    edition: str | None = None
    """Which state of the source they give."""
    replaces: tuple[str, ...] = ()
    """Topics that this pack takes over from the packs before it."""
    topics: tuple[str, ...] = ()
    """Topics for rules of its own, which govie does not read."""
    path: str = ""
    """The folder as its user wrote it, for messages; of others the name."""
    ours: bool = False
    """Whether it came with govie: the regexes of all others are tried before they are used."""

    def patterns(self, topic: str) -> tuple[Pattern, ...]:
        """The patterns of a topic in file order; raises PatternError where a file is wrong."""
        found = tuple(
            pattern
            for name in self.files.of_topic(topic)
            for pattern in parse_patterns(
                self.files.read(name), f"{self.name}/{name}", f"{self.path or self.name}/{name}"
            )
        )
        if not self.ours and any(pattern.regex for pattern in found):
            from govie.lint.expressions import refuse_dangerous

            refuse_dangerous(found, topic, self._shown)
        return found

    def _shown(self, source: str) -> str:
        """File and line of a pattern for messages."""
        return f"{self.path or self.name}{source.removeprefix(self.name)}"

    def check(self) -> None:
        """Raise PatternError where files are wrong, which are otherwise read when needed."""
        problems: list[str] = []
        for name in self.files.names:
            try:
                self.patterns(name.removesuffix(".jsonl"))
            except PatternError as error:
                problems += error.problems
        if problems:
            raise PatternError(problems)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over names and contents of all pattern files, in hexadecimal digits."""
        total = sha256()
        for name in self.files.names:
            total.update(b"%s\0%s\0" % (name.encode(), self.files.content(name)))
        return total.hexdigest()


class PackSet:
    """Packs in order of precedence, the last one strongest, and what was made of them."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self.packs = tuple(packs)
        self._patterns: dict[str, tuple[Pattern, ...]] = {}
        self.made: dict[tuple[Callable[..., Any], tuple[Any, ...]], Any] = {}
        """What makers returned, by the maker and its arguments."""

    def patterns(self, topic: str) -> tuple[Pattern, ...]:
        """The patterns of a topic over all packs."""
        if topic not in self._patterns:
            merged: tuple[Pattern, ...] = ()
            for pack in self.packs:
                own = pack.patterns(topic)
                if not merged:
                    merged = own
                    continue
                taken = {(p.label, p.pattern, p.regex) for p in own}
                kept = () if _replaced(topic, pack.replaces) else merged
                merged = (
                    *(p for p in kept if (p.label, p.pattern, p.regex) not in taken),
                    *own,
                )
            self._patterns[topic] = merged
        return self._patterns[topic]

    def make(self, maker: Callable[..., _T], *args: Any) -> _T:
        """What ``maker(*args)`` returned when it was first called for this set."""
        if (maker, args) not in self.made:
            with _no_collection():
                self.made[maker, args] = maker(*args)
        return self.made[maker, args]  # type: ignore[no-any-return]


@contextmanager
def _no_collection() -> Iterator[None]:
    """Garbage is not looked for: what packs are made into stays, and to go over it takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _replaced(topic: str, topics: tuple[str, ...]) -> bool:
    return any(topic == name or topic.startswith(f"{name}/") for name in topics)


def shared_packs() -> dict[str, str]:
    """Packs of installed distributions: their packages by the names of their entry points."""
    return {entry.name: entry.value for entry in metadata.entry_points(group=_GROUP)}


@cache
def open_pack(name: str) -> Pack:
    """The pack called ``default``, one of an installed distribution, or one in a folder.

    Raises PatternError where there is none of that name, or its header is wrong.
    """
    if name == DEFAULT:
        return headed(FolderFiles(resources.files("govie.patterns")), DEFAULT, ours=True)
    shared = shared_packs()
    if name in shared:
        return headed(FolderFiles(_folder_of(shared[name])), name)
    folder = Path(name)
    if folder.is_dir():
        return headed(FolderFiles(folder), folder.resolve().name, path=str(folder))
    said = said_of_missing(name, [DEFAULT, *sorted(shared)])
    raise PatternError([f'patterns: no pattern pack "{name}": {said}'])


def _folder_of(package: str) -> Path:
    """The folder of an installed package, found without running its code.

    Raises PatternError where there is none.
    """
    top, *below = package.split(":")[0].split(".")
    spec = find_spec(top)
    for place in (spec and spec.submodule_search_locations) or ():
        folder = Path(place, *below)
        if folder.is_dir():
            return folder
    raise PatternError([f'the pattern pack in "{package}" is not there (install it again)'])


def headed(files: PackFiles, name: str, *, path: str = "", ours: bool = False) -> Pack:
    """A pack with what its header says; without a header it goes by the name given.

    ``path`` is what messages call its folder, by default the name.

    Raises PatternError where the header is wrong.
    """
    text = files.header()
    said, problems = (
        read_header(text, f"{path or name}/{HEADER}", default=ours) if text else ({}, [])
    )
    if problems:
        raise PatternError([str(problem) for problem in problems])
    return Pack(**{"name": name, **said}, files=files, path=path, ours=ours)


@lru_cache(maxsize=_REMEMBERED)
def pack_set(names: tuple[str, ...] = _ALONE) -> PackSet:
    """The set of the packs with these names; raises PatternError as open_pack does.

    Two packs of one name are refused too: results name packs, and could not tell them apart.
    The sets asked for last are remembered, each with what was made of it.
    """
    opened: dict[str, str] = {}
    for given in names:
        name = open_pack(given).name
        if name in opened:
            said = f'the packs "{opened[name]}" and "{given}" are both called "{name}"'
            raise PatternError([f'{said} (give one of them another "name" in its {HEADER})'])
        opened[name] = given
    return PackSet([open_pack(name) for name in names])


_IN_FORCE: ContextVar[PackSet] = ContextVar("govie_packs")


def in_force() -> PackSet:
    """The set of packs that patterns come from now: the default pack unless `using` says more."""
    return _IN_FORCE.get(None) or pack_set(_ALONE)


@contextmanager
def using(packs: PackSet) -> Iterator[None]:
    """Put a set of packs in force within a ``with`` block."""
    token = _IN_FORCE.set(packs)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def load_patterns(topic: str) -> tuple[Pattern, ...]:
    """All patterns of a topic of the packs in force, in order.

    Raises :class:`PatternError` where a file is wrong.
    """
    return in_force().patterns(topic)


def per_packs(maker: Callable[..., _T]) -> Callable[..., _T]:
    """Remember what a function of the patterns returns, for each set of packs apart."""

    @wraps(maker)
    def made(*args: Any) -> _T:
        # Asked many times for every fact: the way to what is remembered is kept short.
        packs = _IN_FORCE.get(None) or pack_set(_ALONE)
        try:
            return packs.made[maker, args]  # type: ignore[no-any-return]
        except KeyError:
            return packs.make(maker, *args)

    return made
