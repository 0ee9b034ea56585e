"""Components in somebody else's pipeline: any order, any tokenizer, nothing of the host lost."""

from __future__ import annotations

import copy
import json
import pickle
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

import govie
from govie.store import KEYS

TEXT = (
    "株洲市2021年政府工作报告\n\n一、2021年主要预期目标\n\n"
    "大力实施“三高四新”战略。地区生产总值增长8%左右，荷塘区新增城镇就业1.5万人。\n"
    "名词解释\n1.“六稳”：指稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期。\n"
)


@Language.component("host_sentences")
def host_sentences(doc: Doc) -> Doc:
    """A sentence ends behind 。 and 左右, as nobody but this host would have it."""
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in ("。", "右")
    return doc


def host() -> Language:
    """A Chinese pipeline that has entities and sentences of its own."""
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("entity_ruler")
    assert hasattr(ruler, "add_patterns")
    ruler.add_patterns(
        [
            {"label": "ORG", "pattern": [{"TEXT": char} for char in "荷塘区新增"]},
            {"label": "MISC", "pattern": [{"TEXT": char} for char in "8%"]},
        ]
    )
    nlp.add_pipe("host_sentences")
    return nlp


def entities(doc: Doc) -> set[tuple[int, int, str]]:
    return {(entity.start, entity.end, entity.label_) for entity in doc.ents}


def facts(doc: Doc) -> list[dict[str, Any]]:
    return [fact.to_dict() for fact in doc._.govie.numeric_facts]


class TestOrders:
    ORDERS = (KEYS, KEYS[::-1], ("govie_targets",), ("govie_targets", "govie_sections"))

    @pytest.mark.parametrize("order", ORDERS, ids=lambda order: "-".join(k[6:] for k in order))
    @pytest.mark.parametrize("first", [True, False], ids=["before", "behind"])
    def test_a_host_keeps_its_entities_and_sentences(
        self, order: tuple[str, ...], first: bool
    ) -> None:
        alone = host()(TEXT)
        nlp = host()
        for key in order[::-1] if first else order:
            nlp.add_pipe(key, first=first or None)
        doc = nlp(TEXT)
        if not first:
            assert entities(alone) <= entities(doc)
        assert [sentence.text for sentence in doc.sents] == [s.text for s in alone.sents]
        assert [r for r in doc._.govie.records if doc.text[r.start : r.end] != r.text] == []
        assert {fact["value"] for fact in facts(doc)} == {"8", "15000"}

    def test_entities_are_added_where_the_host_has_none(self) -> None:
        doc = govie.add_to(host())(TEXT)
        added = {(entity.text, entity.label_) for entity in doc.ents}
        assert {("株洲市", "PLACE"), ("荷塘区新增", "ORG"), ("8%", "MISC")} <= added
        assert ("荷塘区", "PLACE") not in added

    def test_no_entities_where_none_are_wanted(self) -> None:
        nlp = host()
        nlp.add_pipe("govie_places", config={"ent_label": ""})
        assert entities(nlp(TEXT)) == entities(host()(TEXT))

    def test_nobody_needs_to_import_govie(self) -> None:
        code = (
            "import spacy\n"
            "nlp = spacy.blank('zh'); nlp.add_pipe('govie_targets')\n"
            "doc = nlp('工业增长5%。')\n"
            "print([span.label_ for span in doc.spans['govie_targets']])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert (done.stdout, done.stderr) == ("['growth']\n", "")


class RegexTokenizer:
    """A host's own tokenizer: pieces that a regular expression finds, and what is between them."""

    def __init__(self, vocab: Vocab, expression: str) -> None:
        self.vocab = vocab
        self.expression = re.compile(expression)

    def __call__(self, text: str) -> Doc:
        words, done = [], 0
        for match in self.expression.finditer(text):
            words += [text[done : match.start()], match[0]]
            done = match.end()
        words = [word for word in [*words, text[done:]] if word]
        return Doc(self.vocab, words=words, spaces=[False] * len(words))


class TestTokenizers:
    @pytest.mark.parametrize(
        "expression",
        [r"\S+", r"[，。；、]", r"[0-9.]+|[万亿]", r"(?s).{7}", r"(?s).+"],
        ids=["white space", "punctuation", "numbers", "sevens", "one token"],
    )
    def test_facts_are_the_same_over_a_tokenizer_of_the_hosts_own(
        self, expression: str, seed_texts: dict[str, str], seed_docs: dict[str, Doc]
    ) -> None:
        nlp = govie.add_to(spacy.blank("zh"))
        nlp.tokenizer = RegexTokenizer(nlp.vocab, expression)
        text = seed_texts["hetang-2021"]
        doc = nlp(text)
        assert len(doc) != len(seed_docs["hetang-2021"])
        assert doc.text == text
        found = [record.to_dict() for record in doc._.govie.records]
        assert found == [r.to_dict() for r in seed_docs["hetang-2021"]._.govie.records]


def changed(key: str) -> set[str]:
    """The attributes that a component changes on a Doc."""
    nlp = host()
    before = nlp(TEXT)
    component: Any = spacy.blank("zh").add_pipe(key)
    after = component(nlp(TEXT))
    found = set()
    if entities(before) != entities(after):
        found.add("doc.ents")
    if set(before.spans) != set(after.spans):
        found.add("doc.spans")
    if before._.govie.records != after._.govie.records:
        found.add("doc._.govie")
    assert [t.is_sent_start for t in before] == [t.is_sent_start for t in after]
    assert [(t.tag_, t.pos_, t.lemma_) for t in before] == [
        (t.tag_, t.pos_, t.lemma_) for t in after
    ]
    assert before.user_data == after.user_data
    span: Span = after.spans[key][0]
    if span._.govie is not None:
        found.add("span._.govie")
    return found


class TestMetadata:
    @pytest.mark.parametrize("key", KEYS)
    def test_what_a_component_assigns_is_what_it_changes(self, key: str) -> None:
        assert changed(key) == set(Language.get_factory_meta(key).assigns)

    def test_an_analysis_of_the_pipeline_finds_no_problem(self) -> None:
        told = govie.load().analyze_pipes()
        assert not any(told["problems"].values())
        assert set(told["attrs"]["doc.ents"]["assigns"]) == {"govie_places", "govie_programs"}
        assert set(told["attrs"]["doc._.govie"]["assigns"]) == set(KEYS)

    def test_the_factories_are_those_of_the_golden_file(self, root: Path) -> None:
        spacy.blank("zh")
        golden = json.loads((root / "tests/golden/factories.json").read_text("utf-8"))
        assert described() == golden


def described() -> dict[str, Any]:
    """Everything that spaCy knows of the factories, JSON-ready."""
    found = {}
    for key in KEYS:
        meta = Language.get_factory_meta(key)
        found[key] = {
            "assigns": list(meta.assigns),
            "requires": list(meta.requires),
            "retokenizes": meta.retokenizes,
            "default_config": dict(meta.default_config),
            "scores": list(meta.scores),
        }
    return found


SCRIPT = """
import json, multiprocessing, sys, spacy

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[2])
    nlp = spacy.load(sys.argv[1])
    text = sys.stdin.buffer.read().decode()
    nlp(text)
    docs = list(nlp.pipe([text] * 2, n_process=2, batch_size=1))
    said = [[r.to_dict() for r in doc._.govie.records] for doc in docs]
    print(json.dumps([said, len(docs[0])]))
"""


class TestSaved:
    @pytest.mark.parametrize(("segmenter", "method"), [("jieba", "fork"), ("char", "spawn")])
    def test_a_saved_pipeline_needs_nothing_beside_it(
        self, segmenter: str, method: str, tmp_path: Path
    ) -> None:
        """With a pack of one's own whose folder is gone, in new processes, after first use.

        spaCy's own tokenizer over jieba cannot be pickled, so it does not go with spawn.
        """
        if sys.platform == "win32" and method == "fork":
            pytest.skip("there is no fork on Windows")
        pack = tmp_path / "mine"
        pack.mkdir()
        (pack / "programs.jsonl").write_text(
            '{"label": "plan", "pattern": "青竹计划", "id": "青竹计划"}\n', encoding="utf-8"
        )
        nlp = govie.load(patterns=["default", str(pack)], segmenter=segmenter)
        text = "株洲市实施青竹计划，工业增长5%。"
        doc = nlp(text)
        assert [program.name for program in doc._.govie.programs] == ["青竹计划"]
        nlp.to_disk(tmp_path / "saved")
        shutil.rmtree(pack)
        script = tmp_path / "script.py"
        script.write_text(SCRIPT, encoding="utf-8")
        words = [sys.executable, str(script), str(tmp_path / "saved"), method]
        done = subprocess.run(words, input=text.encode(), capture_output=True, cwd=tmp_path)
        assert done.returncode == 0, done.stderr.decode()
        said, tokens = json.loads(done.stdout)
        assert said == [[record.to_dict() for record in doc._.govie.records]] * 2
        assert tokens == len(doc)
        assert (tokens < len(text)) == (segmenter == "jieba")

    def test_bytes_carry_the_packs_too(self, tmp_path: Path) -> None:
        pack = tmp_path / "mine"
        pack.mkdir()
        (pack / "programs.jsonl").write_text(
            '{"label": "plan", "pattern": "青竹计划", "id": "青竹计划"}\n', encoding="utf-8"
        )
        nlp = govie.load(patterns=["default", str(pack)])
        again = spacy.blank("zh", config=nlp.config).from_bytes(nlp.to_bytes())
        shutil.rmtree(pack)
        doc = again("实施青竹计划。")
        assert [program.name for program in doc._.govie.programs] == ["青竹计划"]
        assert set(doc._.govie.packs) == {"default", "mine"}


class TestCopies:
    """Of a pipeline that has read a text: what it made of its packs is large and stays behind."""

    @pytest.fixture
    def used(self, tmp_path: Path) -> Language:
        pack = tmp_path / "mine"
        pack.mkdir()
        (pack / "programs.jsonl").write_text(
            '{"label": "plan", "pattern": "青竹计划", "id": "青竹计划"}\n', encoding="utf-8"
        )
        nlp = govie.load(patterns=["default", str(pack)])
        nlp("株洲市实施青竹计划。")
        return nlp

    def test_a_pickled_pipeline_takes_its_packs_along(self, used: Language, tmp_path: Path) -> None:
        carried = pickle.dumps(used)
        shutil.rmtree(tmp_path / "mine")
        again = pickle.loads(carried)
        assert read(again) == read(used)
        assert "青竹计划" in {record.get("name") for record in read(again)}

    def test_of_the_default_pack_nothing_travels_but_the_hash(self) -> None:
        nlp = govie.load()
        before = len(pickle.dumps(nlp.get_pipe("govie_places")))
        nlp(TEXT)
        component: Any = nlp.get_pipe("govie_places")
        carried = pickle.dumps(component)
        assert before < 500
        assert len(carried) < 500
        assert pickle.loads(carried).packs is component.packs

    def test_components_that_share_packs_still_do(self, used: Language) -> None:
        again = pickle.loads(pickle.dumps(used))
        components: list[Any] = [component for _, component in again.pipeline]
        assert len({id(component.packs) for component in components}) == 1

    def test_a_deep_copy_reads_what_the_pipeline_reads(self, used: Language) -> None:
        again = copy.deepcopy(used)
        assert read(again) == read(used)
        assert again.get_pipe("govie_targets") is not used.get_pipe("govie_targets")

    def test_a_pipeline_read_back_from_disk_does_so_too(
        self, used: Language, tmp_path: Path
    ) -> None:
        used.to_disk(tmp_path / "saved")
        back = spacy.load(tmp_path / "saved")
        expected = read(back)
        assert expected == read(used)
        assert read(pickle.loads(pickle.dumps(back))) == expected
        assert read(copy.deepcopy(back)) == expected


def read(nlp: Language) -> list[dict[str, Any]]:
    return [record.to_dict() for record in nlp(TEXT + "实施青竹计划。")._.govie.records]


if __name__ == "__main__":  # the golden file as it should stand
    govie.load()
    print(json.dumps(described(), ensure_ascii=False, indent=1))
