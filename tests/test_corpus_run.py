from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from corpus_help import InlineEngine, failures_of, rows_of, worker, write_reports

from govie.corpus import Summary, build
from govie.corpus.crew import WorkerError
from govie.corpus.inputs import Skipped
from govie.corpus.job import Job, Outcome
from govie.corpus.watch import Watch
from govie.corpus.worker import Worker
from govie.errors import ConfigError, InputError, OutputError, PatternError
from govie.packs import forget_packs


class Run:
    """A corpus that is built by workers of this process."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.seen: list[str] = []

    def __call__(
        self, *inputs: Path, engine: InlineEngine | None = None, **options: Any
    ) -> Summary:
        engine = engine or InlineEngine()
        try:
            return build(inputs, self.out, engine=engine, **options)
        finally:
            self.seen = [Path(name).name for name in engine.seen]


@pytest.fixture(params=["corpus.duckdb", "folder"])
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Run:
    return Run(tmp_path / str(request.param))


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    return write_reports(tmp_path / "in", 4)


def content(run: Run) -> list[str]:
    return [Path(row[0]).name for row in rows_of(run.out)["corpus"]]


def test_it_reads_all_and_counts(run: Run, reports: list[Path]) -> None:
    summary = run(reports[0].parent)
    rows = rows_of(run.out)
    assert (summary.done, summary.skipped, summary.failed) == (4, 0, 0)
    assert summary.characters == sum(len(path.read_text("utf-8")) for path in reports)
    records = [name for name in rows if name not in ("corpus", "packs")]
    assert summary.rows == sum(len(rows[name]) for name in records)
    assert len(rows["numeric_facts"]) == 8


def test_a_second_run_has_nothing_to_do(run: Run, reports: list[Path]) -> None:
    run(reports[0].parent)
    before = rows_of(run.out)
    summary = run(reports[0].parent)
    assert (summary.done, summary.skipped, run.seen) == (0, 4, [])
    assert rows_of(run.out) == before


def test_limited_runs_add_up_to_one(run: Run, reports: list[Path], tmp_path: Path) -> None:
    folder = reports[0].parent
    assert [run(folder, limit=3).done for _ in range(3)] == [3, 1, 0]
    whole = Run(tmp_path / "whole.duckdb")
    whole(folder)
    assert rows_of(run.out) == rows_of(whole.out)


def test_only_what_changed_is_read_again(run: Run, reports: list[Path]) -> None:
    run(reports[0].parent)
    reports[2].write_text("株洲市2021年政府工作报告\n\n2021年，植树3万亩。\n", "utf-8")
    reports[3].touch()
    summary = run(reports[0].parent)
    assert (summary.done, summary.skipped, run.seen) == (1, 3, ["r002.txt"])
    facts = [row for row in rows_of(run.out)["numeric_facts"] if row[0] == str(reports[2])]
    assert len(facts) == 1
    assert "3万亩" in facts[0]
    assert content(run) == ["r000.txt", "r001.txt", "r002.txt", "r003.txt"]


def test_a_file_named_twice_is_read_once(run: Run, reports: list[Path]) -> None:
    summary = run(reports[0], reports[0].parent, reports[0])
    assert (summary.done, summary.skipped) == (4, 2)
    assert len(run.seen) == 4


def test_archives_are_read(run: Run, reports: list[Path], tmp_path: Path) -> None:
    with ZipFile(tmp_path / "in.zip", "w") as archive:
        for path in reports:
            archive.write(path, path.name)
    assert run(tmp_path / "in.zip").done == 4
    assert rows_of(run.out)["corpus"][0][0] == f"{tmp_path / 'in.zip'}/r000.txt"
    assert run(tmp_path / "in.zip").skipped == 4


def test_the_metadata_table_counts_and_its_changes_too(
    run: Run, reports: list[Path], tmp_path: Path
) -> None:
    meta = tmp_path / "meta.csv"
    meta.write_text("file,place,year\nr001.txt,湘潭市,2019\n", "utf-8")
    run(reports[0].parent, meta=meta)
    places = {Path(row[0]).name: row for row in rows_of(run.out)["documents"]}
    assert "湘潭市" in places["r001.txt"]
    assert "株洲市" in places["r000.txt"]
    meta.write_text("file,place,year\nr001.txt,湘潭市,2019\nr002.txt,长沙市,2019\n", "utf-8")
    run(reports[0].parent, meta=meta)
    assert run.seen == ["r002.txt"]


class TestPacks:
    """A pack of one programme, whose name changes."""

    @pytest.fixture
    def change(self, tmp_path: Path) -> Callable[..., list[str]]:
        def write(name: str, **more: Any) -> list[str]:
            pack = tmp_path / "mine"
            pack.mkdir(exist_ok=True)
            line = {"label": "program", "pattern": name, "id": "mine", "meta": {"kind": "campaign"}}
            (pack / "programs.jsonl").write_text(
                json.dumps(line | more, ensure_ascii=False) + "\n", "utf-8"
            )
            forget_packs()
            return ["default", str(pack)]

        return write

    def found(self, run: Run) -> list[str]:
        return [row[0] for row in rows_of(run.out)["programs"] if "mine" in row]

    def test_a_changed_pack_redoes_what_it_has_not_yet(
        self, change: Callable[..., list[str]], tmp_path: Path
    ) -> None:
        folder = tmp_path / "in"
        write_reports(folder, 3, text="深入开展青苗护田行动。")
        run = Run(tmp_path / "corpus.duckdb")
        packs = change("无人知晓行动")
        assert run(folder, patterns=packs, engine=InlineEngine(Worker(packs).read)).done == 3
        assert self.found(run) == []
        packs = change("青苗护田行动")
        engine = InlineEngine(Worker(packs).read)
        assert run(folder, patterns=packs, engine=engine, limit=1).done == 1
        assert len(self.found(run)) == 1
        assert run(folder, patterns=packs, engine=engine).done == 2
        assert len(self.found(run)) == len(set(self.found(run))) == 3
        assert len(content(run)) == 3
        packs = change("青苗护田行动", examples={"yes": ["开展青苗护田行动。"]})
        assert run(folder, patterns=packs).done == 0

    def test_a_pack_that_changes_meanwhile_ends_the_run(
        self, change: Callable[..., list[str]], tmp_path: Path
    ) -> None:
        write_reports(tmp_path / "in", 2)
        packs = change("无人知晓行动")
        engine = InlineEngine(Worker(packs).read)
        file = tmp_path / "mine/programs.jsonl"
        file.write_text(file.read_text("utf-8").replace("campaign", "project"), "utf-8")
        out = tmp_path / "corpus.duckdb"
        with pytest.raises(WorkerError, match='another edition of the patterns "mine"'):
            build([tmp_path / "in"], out, patterns=packs, engine=engine)
        assert rows_of(out)["corpus"] == []


class TestFailures:
    def test_what_cannot_be_read_is_listed_and_the_rest_is_read(
        self, reports: list[Path], tmp_path: Path
    ) -> None:
        run = Run(tmp_path / "corpus.duckdb")
        (tmp_path / "in/empty.txt").touch()
        (tmp_path / "in/image.txt").write_bytes(b"\x89PNG and more")
        summary = run(reports[0].parent, tmp_path / "nothing")
        assert (summary.done, summary.failed) == (4, 3)
        reasons = dict(failures_of(run.out))
        assert {Path(name).name: reason for name, reason in reasons.items()} == {
            "empty.txt": "is empty",
            "image.txt": "is an image; recognise its text first",
            "nothing": "no such file",
        }

    def test_a_file_that_vanishes_is_listed(self, tmp_path: Path) -> None:
        reports = write_reports(tmp_path / "in", 10)  # more than a worker holds
        run = Run(tmp_path / "corpus.duckdb")
        engine = InlineEngine()
        reading = engine.read

        def vanish(job: Job) -> Outcome | None:
            reports[9].unlink(missing_ok=True)
            return reading(job)

        engine.read = vanish
        summary = run(tmp_path / "in", engine=engine)
        assert (summary.done, summary.failed) == (9, 1)
        assert failures_of(run.out) == [(str(reports[9]), "no such file")]

    @pytest.mark.skipif(sys.platform != "linux", reason="names of files are UTF-8 elsewhere")
    def test_names_in_another_encoding_are_written_out(self, tmp_path: Path) -> None:
        run = Run(tmp_path / "corpus.duckdb")
        folder = tmp_path / "in"
        folder.mkdir()
        Path(os.fsdecode(os.fsencode(folder) + b"/\xd6\xea.txt")).write_text("工业增长5%。")
        Path(os.fsdecode(os.fsencode(folder) + b"/\xd6.txt")).write_bytes(b"")
        assert (run(folder).done, run(folder).skipped) == (1, 1)
        assert failures_of(run.out) == [(f"{folder}/\\udcd6.txt", "is empty")]
        assert content(run) == ["\\udcd6\\udcea.txt"]

    def test_a_fault_of_ours_costs_one_file(
        self, reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reader = worker()
        parse = reader.parse

        def fail(text: str, *said: Any) -> Any:
            if "增长2%" in text:
                raise KeyError("surprise")
            return parse(text, *said)

        monkeypatch.setattr(reader, "parse", fail)
        run = Run(tmp_path / "corpus.duckdb")
        assert run(reports[0].parent).done == 3
        ((name, reason),) = failures_of(run.out)
        assert name == str(reports[1])
        assert reason.startswith("a fault of govie, please report it (test_corpus_run.py:")

    def test_a_failure_that_is_mended_is_struck_off(
        self, reports: list[Path], tmp_path: Path
    ) -> None:
        run = Run(tmp_path / "corpus.duckdb")
        text = reports[0].read_bytes()
        reports[0].write_bytes(b"")
        run(reports[0].parent)
        reports[0].write_bytes(text)
        run(reports[0].parent)
        assert run.seen == ["r000.txt"]
        assert failures_of(run.out) == []


def test_what_was_read_is_kept_when_the_run_is_interrupted(run: Run, reports: list[Path]) -> None:
    class Impatient(Watch):
        def see(self, outcome: Outcome | Skipped) -> None:
            if outcome.name == str(reports[1]):
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(reports[0].parent, watch=Impatient())
    assert content(run) == ["r000.txt", "r001.txt"]


def test_two_runs_at_once_one_gives_way(run: Run, reports: list[Path]) -> None:
    second: list[str] = []

    class Rival(Watch):
        def start(self, total: Callable[[], int]) -> None:
            with pytest.raises(OutputError) as caught:
                Run(run.out)(reports[0].parent)
            second.append(str(caught.value))

    assert run(reports[0].parent, watch=Rival()).done == 4
    assert second[0].startswith(f"{run.out}: another run is writing to it (process {os.getpid()} ")


def test_options_that_cannot_be(reports: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "corpus.duckdb"
    wrong: list[tuple[type[Exception], dict[str, Any]]] = [
        (ConfigError, {"workers": 0}),
        (ConfigError, {"limit": -1}),
        (ConfigError, {"engine": "steam"}),
        (ConfigError, {"address": "auto"}),
        (ConfigError, {"encoding": "klingon"}),
        (PatternError, {"patterns": ["no such pack"]}),
        (InputError, {"meta": tmp_path / "no.csv"}),
    ]
    for kind, options in wrong:
        with pytest.raises(kind):
            build([reports[0]], out, **options)
