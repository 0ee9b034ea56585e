"""The checker on wrong files, on right ones, and on the default pack."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from govie.errors import PatternError
from govie.lint.check import Trials, check, run_examples
from govie.lint.starter import write_starter
from govie.lint.topics import TOPICS, Topic
from govie.packs import load_patterns, open_pack

WRONG = sorted((Path(__file__).parent / "cases/wrong_patterns").iterdir())


def write(folder: Path, name: str, *lines: Mapping[str, object]) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8"
    )
    return file


def test_there_are_thirty_mistakes() -> None:
    assert len(WRONG) >= 30


@pytest.mark.parametrize("folder", WRONG, ids=lambda folder: folder.name)
def test_each_mistake_has_its_message(folder: Path) -> None:
    found = [str(problem).replace(f"{folder}/", "") for problem in check(str(folder)).problems]
    found = [line.removeprefix(f"{folder}") for line in found]
    assert found == (folder / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_all_problems_of_a_file_are_reported_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        "programs.jsonl",
        {"label": "campaign", "pattern": "清风护河行动 ", "idd": "x"},
        {"label": "campaign", "pattern": "碧水行动"},
        {"label": "campain", "pattern": "蓝天行动 "},
    )
    lines = [problem.line for problem in check(str(tmp_path)).problems]
    assert lines == [1, 1, 3, 3]


@pytest.mark.parametrize(
    "name",
    [
        "“清风”护林 行动",
        " “护鸟” 行动",
        "护 “鸟(林)” 行动 ",
        "“ 护鸟 ”行动[1]",
        "‘护 林’",
        "ＡＩ护林 ",
    ],
)
def test_what_is_advised_is_not_refused_in_its_turn(name: str, tmp_path: Path) -> None:
    line = {"label": "campaign", "pattern": name, "id": "护林"}
    write(tmp_path, "programs.jsonl", line)
    (problem,) = check(str(tmp_path)).problems
    written = re.findall(r'write "(.*?)"', problem.todo)
    write(tmp_path, "programs.jsonl", {**line, "pattern": written[0]})
    assert check(str(tmp_path)).problems == ()


def test_townships_may_share_a_name_and_programmes_may_not(tmp_path: Path) -> None:
    lines = [
        {"label": "township", "pattern": "城关镇", "id": "430923100"},
        {"label": "township", "pattern": "城关镇", "id": "430621100"},
    ]
    write(tmp_path, "townships/43.jsonl", *lines)
    assert check(str(tmp_path)).problems == ()
    write(tmp_path, "townships/43.jsonl", *lines, lines[0])
    (problem,) = check(str(tmp_path)).problems
    assert (problem.line, problem.todo) == (3, "drop one of the two")


@pytest.mark.parametrize("header", [True, False])
def test_a_single_file_is_checked_by_the_rules_of_its_topic(tmp_path: Path, header: bool) -> None:
    line = {"label": "compaign", "pattern": "清风护河行动"}
    file = write(tmp_path, "programs/qingshui.jsonl", line)
    if header:
        (tmp_path / "pack.json").write_text("{}", encoding="utf-8")
    (problem,) = check(str(file)).problems
    assert problem.file == str(file)
    assert problem.todo == 'did you mean "campaign"?'


def test_a_topic_of_ones_own_is_named_in_the_header(tmp_path: Path) -> None:
    write(tmp_path, "rivers.jsonl", {"label": "RIVER", "pattern": "渌江"})
    assert "no rule reads the topic" in str(check(str(tmp_path)).problems[0])
    (tmp_path / "pack.json").write_text('{"topics": ["rivers"]}', encoding="utf-8")
    assert check(str(tmp_path)).problems == ()


def test_a_path_that_is_not_there() -> None:
    with pytest.raises(PatternError, match='no pattern file or pack "nowhere"'):
        check("nowhere")


def test_what_is_near_a_path_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "packs/qingshui/programs.jsonl", {"label": "plan", "pattern": "银杏计划"})
    monkeypatch.chdir(tmp_path)

    def said(path: str, look: Callable[[str], object]) -> str:
        with pytest.raises(PatternError) as raised:
            look(path)
        return str(raised.value)

    folder = f"{tmp_path}/packs"
    for look in (check, run_examples):
        found = said("packs/qingshiu", look)
        assert f'there is no file or folder "qingshiu" in {folder}; installed packs: ' in found
        assert found.endswith('(did you mean "packs/qingshui"?)')
        found = said("packs/qingshui/programmes.jsonl", look)
        assert found.endswith('(did you mean "packs/qingshui/programs.jsonl"?)')
    found = said("packs/qingshiu", open_pack)
    assert f'there is no folder "qingshiu" in {folder}; installed packs: ' in found
    assert found.endswith('(did you mean "packs/qingshui"?)')
    found = said("pakcs/qingshui", open_pack)
    assert f'there is no folder "pakcs" in {tmp_path}; ' in found
    assert found.endswith('(did you mean "packs/qingshui"?)')
    assert said("defualt", open_pack).endswith('(did you mean "default"?)')
    assert "did you mean" not in said("/no/such/place", open_pack)
    assert said("packs/qingshui/programs.jsonl", open_pack).endswith(
        'this is a file (write "packs/qingshui" for all files there)'
    )


def test_a_file_of_a_topic_that_is_none_is_checked_by_the_rules_that_were_meant(
    tmp_path: Path,
) -> None:
    line = {"label": "campain", "pattern": "清风护河行动"}
    line["examples"] = {"yes": ["“清风护河”行动"]}
    file = write(tmp_path, "programmes.jsonl", line, {**line, "label": "plan"})
    assert [(p.line, p.todo) for p in check(str(tmp_path)).problems] == [
        (1, 'did you mean "programs"?'),
        (1, 'did you mean "campaign"?'),
        (2, "keep one"),
    ]
    assert [p.todo for p in run_examples(str(file)).faults] == ['did you mean "programs"?']
    file.rename(tmp_path / "银杏.jsonl")
    (problem,) = check(str(tmp_path)).problems
    assert problem.what == 'no rule reads the topic "银杏"'


def test_the_starter_passes_and_overwrites_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    files = write_starter(folder)
    assert [file.relative_to(folder).as_posix() for file in files] == [
        "pack.json",
        "programs/programs.jsonl",
    ]
    assert check(str(folder)).problems == ()
    assert run_examples(str(folder)) == Trials(examples=4, failures=(), faults=())
    with pytest.raises(PatternError, match="is not empty"):
        write_starter(folder)


def test_the_default_pack_has_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    # How long its regexes take is not tried here: `govie patterns check default` does.
    monkeypatch.setattr("govie.lint.expressions.slow_texts", lambda regexes: dict.fromkeys(regexes))
    monkeypatch.setattr("govie.lint.expressions._tried", {})
    found = check("default")
    assert [str(problem) for problem in found.problems] == []
    assert found.patterns > 50_000


NAMED = [topic for topic in TOPICS.values() if not topic.homonyms]


@pytest.mark.parametrize("topic", NAMED, ids=lambda topic: topic.name)
def test_every_label_that_is_described_is_in_use(topic: Topic) -> None:
    kinds = {"programs", "program_words", "places/regions"}
    used = {pattern.label for pattern in load_patterns(topic.name)}
    assert used <= topic.labels.keys()
    if topic.name not in kinds:
        assert used == topic.labels.keys()
