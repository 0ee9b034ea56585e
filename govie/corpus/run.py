"""The run: files in, records out, in batches."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from attrs import define, field, frozen

from govie.corpus.batch import Batch
from govie.corpus.crew import Crew, Engine, WorkerError
from govie.corpus.index import Index
from govie.corpus.inputs import Inputs, Skipped
from govie.corpus.job import Done, Failed, Outcome
from govie.corpus.lock import locked
from govie.corpus.processes import ProcessEngine, cores
from govie.corpus.recipe import recipe_of
from govie.corpus.store import lock_of
from govie.corpus.watch import Watch
from govie.corpus.writer import Writer
from govie.errors import ConfigError
from govie.files.encodings import check_encoding
from govie.files.metadata import read_metadata
from govie.packs import pack_set, using

__all__ = ["Summary", "build"]

_FIRST_BATCH, _BATCH = 64, 512
"""Documents that are written together at the most, at first and, doubling, in the end: the output
shows early that all is well, and a batch costs the same for few as for many."""
_BATCH_SECONDS = 10.0
"""After which a batch is written, however small: what a killed run loses."""
_BATCH_BYTES = 64 * 2**20
_COUNTS = ("done", "skipped", "failed", "rows", "characters")


@frozen(kw_only=True)
class Summary:
    """What a run did."""

    done: int = 0
    """Files that were read."""
    skipped: int = 0
    """Files that the output held already."""
    failed: int = 0
    rows: int = 0
    characters: int = 0
    seconds: float = 0.0


def build(
    inputs: Sequence[str | Path],
    out: str | Path,
    *,
    patterns: Sequence[str] = ("default",),
    meta: str | Path | None = None,
    encoding: str | None = None,
    limit: int | None = None,
    workers: int | None = None,
    engine: str | Engine = "local",
    address: str | None = None,
    batch_seconds: float = _BATCH_SECONDS,
    watch: Watch | None = None,
) -> Summary:
    """Read files, folders and archives into a corpus; a corpus that is there grows.

    ``out`` is a DuckDB file (``.duckdb``, ``.ddb``, ``.db``) or a folder of Parquet files. A file
    that it holds with the same content, made by the same patterns, is not read again. ``patterns``
    names pattern packs, ``meta`` a metadata table (:func:`govie.files.metadata.read_metadata`).
    ``limit`` is how many files are read at the most. ``engine`` is ``local``, with ``workers``
    processes (one a core), or ``ray``, with as many actors on the cluster at ``address``, or a
    source of workers of your own.

    A file that cannot be read is listed among the failures of the corpus. Raises ConfigError for
    options that cannot be, PatternError for packs, InputError for the metadata table, OutputError
    where the corpus cannot be written or another run writes to it, WorkerError where workers
    cannot be started or have other patterns, MissingExtraError where a library is not installed.
    """
    _check(workers=workers, limit=limit)
    if encoding:
        check_encoding(encoding)
    watch = watch or Watch()
    table = read_metadata(meta) if meta is not None else None
    files = Inputs(
        paths=inputs,
        recipe=recipe_of(patterns),
        encoding=encoding,
        table=table,
        tell=watch.tell,
    )
    if table:
        with using(pack_set(tuple(patterns))):
            for line in table.doubts():
                watch.tell(line)
    path = Path(out)
    with locked(lock_of(path), path), closing(Writer(path)) as writer:
        index = Index()
        writer.load(index)
        watch.start(files.count)
        if isinstance(engine, str):
            source, size = _engine(engine, patterns, workers, address)
        else:
            source, size = engine, workers or 1
        with closing(Crew(source, size, watch.tell)) as crew:
            run = _Run(
                writer=writer,
                crew=crew,
                watch=watch,
                packs=files.recipe.packs,
                batch_seconds=batch_seconds,
            )
            return run.go(files, index, limit)


def _check(**numbers: int | None) -> None:
    for name, number in numbers.items():
        if number is not None and number < 1:
            raise ConfigError(f"{name} is a number from 1, not {number}")


def _engine(
    name: str, patterns: Sequence[str], workers: int | None, address: str | None
) -> tuple[Engine, int]:
    """Where the workers come from, and how many."""
    if name == "local":
        if address is not None:
            raise ConfigError("an address is for the engine ray")
        return ProcessEngine(patterns), workers or cores()
    if name == "ray":
        from govie.corpus.ray_engine import RayEngine

        ray = RayEngine(patterns, address)
        return ray, workers or ray.cores()
    raise ConfigError(f"there is no engine {name!r}; the engines are local and ray")


@define(kw_only=True)
class _Run:
    """The state of a run."""

    writer: Writer
    crew: Crew
    watch: Watch
    packs: dict[str, str]
    batch_seconds: float
    batch: Batch = field(factory=Batch)
    batch_bytes: int = 0
    batch_size: int = _FIRST_BATCH
    batch_due: float = 0.0
    stale: dict[str, int] = field(factory=dict)
    """Documents that are being read again, and where their old rows are."""
    counts: dict[str, int] = field(factory=lambda: dict.fromkeys(_COUNTS, 0))

    def go(self, files: Inputs, index: Index, limit: int | None) -> Summary:
        """Read all files; when stopped half-way, what was read so far is written."""
        begin = time.monotonic()
        self.batch_due = begin + self.batch_seconds
        try:
            self._read_all(files, index, limit)
        finally:
            self._write()
            self.writer.wait()
        return Summary(**self.counts, seconds=time.monotonic() - begin)

    def _read_all(self, files: Inputs, index: Index, limit: int | None) -> None:
        given = 0
        for found in files.walk(index):
            if isinstance(found, Skipped):
                self.counts["skipped"] += 1
                self.watch.see(found)
            elif isinstance(found, Failed):
                self._note(found)
            else:
                if found.stale is not None:
                    self.stale[found.job.name] = found.stale
                while not self.crew.has_room:
                    self._take()
                self.crew.give(found.job)
                given += 1
                if given == limit:
                    break
        while self.crew.is_busy:
            self._take()

    def _take(self) -> None:
        for outcome in self.crew.take():
            self._note(outcome)

    def _note(self, outcome: Outcome) -> None:
        """Put an outcome into the batch, and write that when it is full or due."""
        stale = self.stale.pop(outcome.name, None)
        if isinstance(outcome, Done):
            self._check_packs(outcome)
            self.batch.done.append(outcome)
            if stale is not None:
                self.batch.stale[outcome.name] = stale
            self.batch_bytes += sum(map(len, outcome.tables.values()))
            self.counts["done"] += 1
            self.counts["rows"] += outcome.rows
            self.counts["characters"] += outcome.characters
        else:
            self.batch.failed.append(outcome)
            self.counts["failed"] += 1
        self.watch.see(outcome)
        full = len(self.batch) >= self.batch_size or self.batch_bytes >= _BATCH_BYTES
        if full or time.monotonic() >= self.batch_due:
            self._write()

    def _check_packs(self, done: Done) -> None:
        """Refuse what was read with other patterns than those that the run goes by."""
        for name, digest in done.packs.items():
            if self.packs.get(name) != digest:
                raise WorkerError(
                    f'a worker has another edition of the patterns "{name}": they have changed'
                    " since the run began, or are others on the machine of the worker; run again"
                    " when they are the same everywhere"
                )

    def _write(self) -> None:
        self.writer.wait()  # Before the batch is taken: who loses patience here loses nothing.
        batch, self.batch, self.batch_bytes = self.batch, Batch(), 0
        if len(batch):
            self.writer.write(batch)
            self.batch_size = min(_BATCH, 2 * self.batch_size)
        self.batch_due = time.monotonic() + self.batch_seconds
