from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import govie
from govie.packs import pack_set
from govie.records import Place, Record
from govie.store import KEYS, put, records_of

TEXT = """2021年政府工作报告

——2021年1月18日在株洲市第十五届人民代表大会第五次会议上

各位代表：

一、2021年主要预期目标

大力实施“三高四新”战略。地区生产总值增长8%左右，居民人均可支配收入、一般公共预算收入均增长5%以上，荷塘区新增城镇就业1.5万人。
"""

SCRIPT = """
import json, multiprocessing, sys, govie

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    text = sys.stdin.buffer.read().decode()
    docs = govie.load().pipe([text] * 3, n_process=2, batch_size=1)
    print(json.dumps([doc._.govie.to_dict() for doc in docs]))
"""


@pytest.fixture(scope="module")
def doc() -> Doc:
    return govie.parse(TEXT)


def plain(doc: Doc) -> dict[str, Any]:
    return doc._.govie.to_dict()


def place(number: int, start: int, end: int, text: str) -> Place:
    return Place(
        id=f"p{number:04}", start=start, end=end, text=text, name=text, kind="county", form=text
    )


def test_the_text_has_records_to_lose(doc: Doc) -> None:
    types = [record.type for record in doc._.govie.records]
    assert types.count("numeric") == 4
    assert {"document", "section", "place", "program"} <= set(types)


class TestEveryWayOut:
    def test_bytes(self, doc: Doc) -> None:
        again = Doc(spacy.blank("zh").vocab).from_bytes(doc.to_bytes())
        assert plain(again) == plain(doc)

    def test_doc_bin_with_default_arguments(self, doc: Doc) -> None:
        data = DocBin(docs=[doc, doc]).to_bytes()
        again = list(DocBin().from_bytes(data).get_docs(spacy.blank("zh").vocab))
        assert [plain(each) for each in again] == [plain(doc), plain(doc)]

    def test_pickle(self, doc: Doc) -> None:
        assert plain(pickle.loads(pickle.dumps(doc))) == plain(doc)

    def test_copies(self, doc: Doc) -> None:
        assert plain(copy.copy(doc)) == plain(doc)
        assert plain(copy.deepcopy(doc)) == plain(doc)
        assert plain(doc.copy()) == plain(doc)

    def test_a_pipeline_that_was_saved(self, doc: Doc) -> None:
        nlp = govie.load()
        again = spacy.blank("zh", config=nlp.config).from_bytes(nlp.to_bytes())
        assert plain(again(TEXT)) == plain(doc)

    @pytest.mark.parametrize("method", ["fork", "spawn"])
    def test_several_processes(self, doc: Doc, method: str, tmp_path: Path) -> None:
        if sys.platform == "win32" and method == "fork":
            pytest.skip("there is no fork on Windows")
        script = tmp_path / "script.py"  # a file, since spawn imports the main module again
        script.write_text(SCRIPT)
        words = [sys.executable, str(script), method]
        done = subprocess.run(words, input=TEXT.encode(), capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        assert json.loads(done.stdout) == [plain(doc)] * 3


class TestSpans:
    def test_a_span_leads_to_its_record(self, doc: Doc) -> None:
        for key in KEYS:
            records = records_of(doc, key)
            assert [span._.govie for span in doc.spans[key]] == list(records)

    def test_spans_cover_their_records(self, doc: Doc) -> None:
        for key in KEYS:
            for span, record in zip(doc.spans[key], records_of(doc, key), strict=True):
                assert span.start_char <= record.start
                assert span.end_char >= record.end

    def test_labels_and_ids(self, doc: Doc) -> None:
        (span,) = (span for span in doc.spans["govie_places"] if span.text == "荷塘区")
        assert (span.label_, span.kb_id_) == ("county", "430202")
        growth = doc.spans["govie_targets"][0]
        assert (growth.label_, growth.kb_id_) == ("growth", "gdp")

    def test_two_records_at_one_place_stay_apart(self, doc: Doc) -> None:
        shared = [record for record in doc._.govie.numeric_facts if record.value == 5]
        assert len(shared) == 2
        assert shared[0].start == shared[1].start
        assert shared[0].indicator != shared[1].indicator

    def test_a_span_covers_all_of_a_token_that_a_record_cuts(self) -> None:
        nlp = spacy.blank("zh")
        doc = Doc(nlp.vocab, words=["在株洲", "市内"], spaces=[False, False])
        put(doc, "govie_places", [place(1, 1, 4, "株洲市")], pack_set())
        (span,) = doc.spans["govie_places"]
        assert (span.text, span._.govie.text) == ("在株洲市内", "株洲市")


class TestPut:
    def test_putting_again_replaces(self) -> None:
        doc = spacy.blank("zh")("株洲市和荷塘区")
        first, second = place(1, 0, 3, "株洲市"), place(2, 4, 7, "荷塘区")
        put(doc, "govie_places", [first, second], pack_set())
        put(doc, "govie_places", [second], pack_set())
        assert [record.text for record in records_of(doc, "govie_places")] == ["荷塘区"]
        assert len(doc.spans["govie_places"]) == 1

    def test_a_pipeline_that_runs_twice_finds_the_same(self, doc: Doc) -> None:
        again = govie.load()(doc.copy())
        assert plain(again) == plain(doc)

    def test_a_group_that_is_not_there_is_empty(self) -> None:
        assert records_of(spacy.blank("zh")("株洲市"), "govie_places") == ()

    def test_nothing_but_plain_values_is_stored(self, doc: Doc) -> None:
        def kinds(value: object) -> set[type]:
            if isinstance(value, dict):
                return set().union(*map(kinds, value.values()))
            if isinstance(value, list):
                return set().union(*map(kinds, value))
            return {type(value)}

        stored: list[Record] = [doc.spans[key].attrs["records"] for key in KEYS]
        assert kinds(stored) <= {str, int, bool, type(None)}

    def test_entities_of_a_host_stay(self) -> None:
        nlp = spacy.blank("zh")
        ruler = nlp.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "MINE", "pattern": "荷塘区"}])
        nlp.add_pipe("govie_places")
        entities = {(entity.text, entity.label_) for entity in nlp("株洲市和荷塘区").ents}
        assert entities == {("株洲市", "PLACE"), ("荷塘区", "MINE")}
