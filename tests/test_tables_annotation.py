"""Files for annotation tools: their offsets count UTF-16 units, as JavaScript does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import govie
from govie.tables import make_writer
from govie.tables.annotation import LABEL_STUDIO_CONFIG, LABELS
from govie.tables.utf16 import Utf16

ASTRAL = "𠮷林市😀政府工作报告\n今年的预期目标是：𠮷林市地区生产总值增长8%左右，新增就业5万人。"


def in_javascript(text: str, start: int, end: int) -> str:
    """What text.slice(start, end) gives in a browser."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def written(form: str, out: Path, *docs: Doc, kinds: tuple[str, ...] = ()) -> str:
    writer = make_writer(form, kinds, out)
    for number, doc in enumerate(docs, 1):
        writer.add(f"{number}.txt", doc)
    writer.close()
    return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def docs(seed_docs: dict[str, Doc]) -> tuple[Doc, Doc]:
    return govie.parse(ASTRAL, jurisdiction="株洲市", year=2021), seed_docs["hetang-2021"]


@given(st.text(), st.integers(0, 50))
def test_units_are_those_of_the_encoded_text(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    units = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert Utf16(text)(offset) == units


def test_doccano_spans_cut_out_the_text_of_the_records(
    docs: tuple[Doc, Doc], tmp_path: Path
) -> None:
    lines = written("doccano", tmp_path / "out.jsonl", *docs).split("\n")
    assert lines.pop() == ""
    for number, (line, doc) in enumerate(zip(lines, docs, strict=True), 1):
        task = json.loads(line)
        assert set(task) == {"text", "label", "doc"}
        assert task["text"] == doc.text
        assert task["doc"] == f"{number}.txt"
        found = sorted((label, in_javascript(task["text"], s, e)) for s, e, label in task["label"])
        report = doc._.govie
        expected = [(r.type, r.text) for r in report.records if r.type in LABELS[:5]]
        expected += [("mention", m.text) for term in report.terms for m in term.mentions]
        assert found == sorted(expected)


def test_the_astral_text_shifts_its_spans(docs: tuple[Doc, Doc], tmp_path: Path) -> None:
    (line,) = written("doccano", tmp_path / "a", docs[0], kinds=("numeric",)).splitlines()
    # 𠮷, 😀 and 𠮷 stand in front of it and take two units each.
    start = ASTRAL.index("8%") + 3
    label = json.loads(line)["label"]
    assert [start, start + len("8%左右"), "numeric"] in label or [
        start,
        start + 2,
        "numeric",
    ] in label


def test_label_studio_tasks_fit_their_interface(docs: tuple[Doc, Doc], tmp_path: Path) -> None:
    tasks = json.loads(written("labelstudio", tmp_path / "tasks.json", *docs))
    interface = ElementTree.fromstring(LABEL_STUDIO_CONFIG)
    labels, text = interface.find("Labels"), interface.find("Text")
    assert labels is not None
    assert text is not None
    known = {label.get("value") for label in labels}
    for task, doc in zip(tasks, docs, strict=True):
        raw = task["data"][text.attrib["value"].removeprefix("$")]
        assert raw == doc.text
        (prediction,) = task["predictions"]
        assert prediction["model_version"] == f"govie {govie.__version__}"
        regions = prediction["result"]
        assert len(regions) > 1
        assert len({region["id"] for region in regions}) == len(regions)
        for region in regions:
            value = region["value"]
            assert region["type"] == "labels"
            assert region["from_name"] == labels.get("name")
            assert region["to_name"] == labels.get("toName") == text.get("name")
            assert set(value["labels"]) <= known
            assert in_javascript(raw, value["start"], value["end"]) == value["text"]


def test_label_studio_takes_them(docs: tuple[Doc, Doc], tmp_path: Path) -> None:
    """By the reader of Label Studio's own library, where that is installed."""
    sdk: Any = pytest.importorskip("label_studio_sdk.label_interface")
    interface = sdk.LabelInterface(LABEL_STUDIO_CONFIG)
    interface.validate()
    for task in json.loads(written("labelstudio", tmp_path / "tasks.json", *docs)):
        assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []


def test_no_task_is_still_an_array(tmp_path: Path) -> None:
    assert json.loads(written("labelstudio", tmp_path / "tasks.json")) == []
    assert written("doccano", tmp_path / "lines.jsonl") == ""
