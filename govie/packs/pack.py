"""What a pattern pack is, and what several of them make together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from attrs import field, frozen

from govie.errors import PatternError
from govie.garbage import no_collection
from govie.packs.files import PackFiles
from govie.packs.lines import parse_patterns
from govie.packs.pattern import Pattern

__all__ = ["Pack", "PackSet"]

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

    def __reduce__(self) -> tuple[Callable[..., PackSet], tuple[Any, ...]]:
        """What goes to another process is what a saved pipeline holds, and nothing made of it."""
        from govie.packs.saved import dump_packs, restore_packs

        return restore_packs, (dump_packs(self),)

    def __deepcopy__(self, memo: dict[int, Any]) -> PackSet:
        """The set itself: packs do not change, and what was made of them serves the copy too."""
        return self

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
            with no_collection():
                self.made[maker, args] = maker(*args)
        return self.made[maker, args]  # type: ignore[no-any-return]


def _replaced(topic: str, topics: tuple[str, ...]) -> bool:
    return any(topic == name or topic.startswith(f"{name}/") for name in topics)
