"""The same records from a Ray cluster, one of whose workers is killed while it runs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from corpus_help import InlineEngine, rows_of, worker, write_reports

from govie.corpus import build
from govie.corpus.inputs import Skipped
from govie.corpus.job import Outcome
from govie.corpus.ray_engine import RayEngine
from govie.corpus.watch import Watch
from govie.errors import ConfigError
from govie.tables.docs import rows_of as rows_of_docs
from govie.tables.schema import table_of

pytestmark = pytest.mark.skipif(
    find_spec("ray") is None and "CI" not in os.environ,
    reason='Ray is not installed: pip install "govie[ray]"',
)
WORKERS = 2


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    import ray

    ray.init(
        num_cpus=WORKERS + 1, include_dashboard=False, log_to_driver=False, logging_level="error"
    )
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield ray
    ray.shutdown()


def descends_from_us(pid: int) -> bool:
    while pid > 1:
        if pid == os.getpid():
            return True
        pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    return False


def kill_one(named: str) -> int:
    """Kill one of our worker processes whose title holds a word; how many there were."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                title = (folder / "cmdline").read_text("utf-8", "replace")
                if (
                    title.startswith("ray::")
                    and named in title
                    and descends_from_us(int(folder.name))
                ):
                    found.append(int(folder.name))
            except OSError:
                continue
    if found:
        os.kill(found[0], signal.SIGKILL)
    return len(found)


class Killer(Watch):
    """Kills a worker when the first file is read."""

    killed = 0

    def see(self, outcome: Outcome | Skipped) -> None:
        self.killed = self.killed or kill_one("Worker")


def test_a_corpus_is_complete_though_a_worker_is_killed(cluster: Any, tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 40)
    killer = Killer()
    out = tmp_path / "out"
    summary = build([tmp_path / "in"], out, engine="ray", workers=WORKERS, watch=killer)
    assert killer.killed == WORKERS
    assert (summary.done, summary.failed) == (40, 0)
    build([tmp_path / "in"], tmp_path / "local.duckdb", engine=InlineEngine())
    assert rows_of(out) == rows_of(tmp_path / "local.duckdb")


def test_a_dataset_is_complete_though_a_worker_is_killed(cluster: Any) -> None:
    import govie.ray

    texts = [f"2021年，地区生产总值增长{i}%，新增城镇就业{i}万人以上。" for i in range(200)]
    rows = [{"name": f"d{i:03}", "body": text} for i, text in enumerate(texts)]
    facts = govie.ray.extract(
        cluster.data.from_items(rows, override_num_blocks=20),
        text="body",
        doc="name",
        workers=WORKERS,
    )
    found = []
    killed = 0
    for row in facts.iter_rows():
        killed = killed or kill_one("_Extractor")
        found.append(tuple(row.values()))
    assert killed == WORKERS
    table = table_of("numeric")
    expected = [
        (row["name"], *values[1:])
        for row in rows
        for values in rows_of_docs(worker().parse(row["body"]), table)
    ]
    assert len(expected) == 400
    assert sorted(found) == sorted(expected)


def test_a_dataset_without_the_column_is_refused(cluster: Any) -> None:
    import govie.ray

    with pytest.raises(ConfigError, match="no column 'text' but doc, body"):
        govie.ray.extract(cluster.data.from_items([{"doc": "a", "body": "b"}]))


def test_a_cluster_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import ray

    def refuse(**_: Any) -> None:
        raise ConnectionError("Ray cluster at nowhere:1 is not there\nmore")

    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    monkeypatch.setattr(ray, "init", refuse)
    with pytest.raises(
        ConfigError, match=r"^no Ray cluster at 'nowhere:1' \(Ray cluster .* there\)$"
    ):
        RayEngine(["default"], "nowhere:1")
