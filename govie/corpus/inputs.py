"""From paths to jobs: what is to be read, and what need not be read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from attrs import field, frozen

from govie.corpus.index import Index, hash_of
from govie.corpus.job import Failed, Job, Said
from govie.corpus.recipe import Recipe, recipe_for
from govie.errors import GovieError, InputError
from govie.files import Entry, find
from govie.files.metadata import Metadata
from govie.text.characters import writable

__all__ = ["Inputs", "Skipped", "ToRead"]


@frozen(kw_only=True)
class Skipped:
    """A file that the output holds already as it is."""

    name: str


@frozen(kw_only=True)
class ToRead:
    """A job, and in which batch its document was written before: None where it is new."""

    job: Job
    stale: int | None


@frozen(kw_only=True)
class Inputs:
    """The files of a run."""

    paths: Sequence[str | Path]
    recipe: Recipe
    encoding: str | None = None
    table: Metadata | None = None
    tell: Callable[[str], None] = field(default=lambda _: None, eq=False)
    """Called with a line about files that are left out."""

    def count(self) -> int:
        """How many files there are; opens archives, reads nothing."""
        return sum(1 for _ in find(self.paths, fail=lambda _: None, tell=lambda _: None))

    def walk(self, index: Index) -> Iterator[ToRead | Skipped | Failed]:
        """One file after another, read from disk when its turn has come."""
        problems: list[Failed] = []
        entries = find(self.paths, fail=lambda e: problems.append(_failed(e)), tell=self.tell)
        for entry in entries:
            yield from problems
            problems.clear()
            try:
                yield self._judge(entry, index)
            except GovieError as error:
                reason = str(error).removeprefix(f"{entry.name}: ")
                yield Failed(name=writable(entry.name), reason=writable(reason))
        yield from problems

    def _judge(self, entry: Entry, index: Index) -> ToRead | Skipped:
        """Whether a file must be read; from then on it counts as known."""
        name = writable(entry.name)
        known = index.find(name)
        if known and index.is_taken(known):
            return Skipped(name=name)
        row = self.table.row_of(entry.name) if self.table else None
        data = entry.load()
        said = Said(
            encoding=(row and row.encoding) or self.encoding,
            jurisdiction=row.place if row else None,
            year=row.year if row else None,
        )
        job = Job(
            name=name,
            data=data,
            content=sha256(data).hexdigest(),
            recipe=recipe_for(self.recipe, said),
            said=said,
        )
        key = hash_of(job.content, job.recipe)
        index.take(name, key)
        if known and known.key == key:
            return Skipped(name=name)
        return ToRead(job=job, stale=known.batch if known else None)


def _failed(error: InputError) -> Failed:
    """A path that is no file: its messages are ``path: reason``."""
    name, _, reason = writable(str(error)).partition(": ")
    return Failed(name=name, reason=reason)
