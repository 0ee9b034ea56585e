"""Segmenters: checked before use, trained from text, with the names of the packs kept whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

import govie
from govie import segmenters
from govie.cli.app import app
from govie.errors import ConfigError, InputError, OutputError
from govie.packs import pack_set
from govie.segmenters import dictionary
from govie.training import train

SENTENCE = "清水塘老工业区关停搬迁，规模工业增加值增长8.5%。"
CASES = Path(__file__).parent / "cases/segmented.txt"


def words(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp.make_doc(text)]


class TestSegmentedText:
    """The training text comes from the seeds, and only spaces were added by hand."""

    def test_every_line_is_a_sentence_of_a_seed(self, seed_docs: dict[str, object]) -> None:
        from govie.store import view_of

        text = "".join(view_of(doc).text for doc in seed_docs.values())  # type: ignore[arg-type]
        lines = CASES.read_text(encoding="utf-8").splitlines()
        assert len(lines) >= 40
        assert [line for line in lines if "".join(line.split()) not in text] == []

    def test_it_holds_none_of_the_words_that_the_dictionary_has_to_keep(self) -> None:
        text = CASES.read_text(encoding="utf-8")
        assert "清水塘" not in text
        assert "规模工业增加值" not in text


class TestTrained:
    def test_it_has_learned_words(self, pkuseg_model: Path) -> None:
        nlp = govie.load(segmenter="pkuseg", model=pkuseg_model)
        found = words(nlp, "加快推进乡村振兴，民生福祉持续改善。")
        assert {"加快", "推进", "民生", "福祉", "持续", "改善", "，", "。"} <= set(found)

    def test_names_of_the_packs_stay_whole(self, pkuseg_model: Path, pkuseg: Language) -> None:
        nlp = govie.load(segmenter="pkuseg", model=pkuseg_model)
        assert {"清水塘老工业区", "规模工业增加值"} <= set(words(nlp, SENTENCE))
        assert "清水塘老工业区" not in words(pkuseg, SENTENCE)

    def test_names_of_ones_own_pack_stay_whole(self, pkuseg_model: Path, tmp_path: Path) -> None:
        pack = tmp_path / "mine"
        pack.mkdir()
        (pack / "programs.jsonl").write_text(
            '{"label": "plan", "pattern": "乡村青竹计划", "id": "青竹计划"}\n', encoding="utf-8"
        )
        nlp = govie.load(segmenter="pkuseg", model=pkuseg_model, patterns=["default", str(pack)])
        assert "乡村青竹计划" in words(nlp, "加快推进乡村青竹计划。")

    def test_a_saved_pipeline_keeps_model_and_dictionary(
        self, pkuseg_model: Path, tmp_path: Path
    ) -> None:
        import spacy

        nlp = govie.load(segmenter="pkuseg", model=pkuseg_model)
        nlp.to_disk(tmp_path / "saved")
        assert words(spacy.load(tmp_path / "saved"), SENTENCE) == words(nlp, SENTENCE)


def test_the_dictionary_holds_names_and_the_places_within_them() -> None:
    found = dictionary(pack_set())
    assert {"规模工业增加值", "清水塘老工业区", "清水塘老工业区搬迁改造"} <= set(found)
    assert found == sorted(set(found))
    assert min(map(len, found)) > 1


class TestTheCommand:
    def run(self, *said: str | Path) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, ["segmenter", "train", *map(str, said)])
        return result.exit_code, result.stdout, result.stderr

    def test_it_trains_a_model_and_says_how_to_use_it(self, tmp_path: Path) -> None:
        text = tmp_path / "text.txt"
        text.write_text("工业 增长 5 % 。\n农业 增长 3 % 。\n" * 5, encoding="utf-8")
        folder = tmp_path / "new" / "model"
        code, out, err = self.run(text, "-o", folder, "--iterations", "1")
        assert (code, err) == (0, "")
        assert out == f'{folder}: use it with govie.load(segmenter="pkuseg", model="{folder}")\n'
        nlp = govie.load(segmenter="pkuseg", model=folder)
        assert "".join(words(nlp, "工业增长5%。")) == "工业增长5%。"

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "no such file"),
            ("", "empty"),
            ("工业增长\n" * 20, "no lines hold words with spaces"),
            ("工业 增长\n" * 9, "9 lines hold words with spaces between them; training takes 10"),
            (b"\x00\x01\x02", "binary"),
        ],
        ids=["none", "empty", "no spaces", "too little", "no text"],
    )
    def test_a_text_that_will_not_do(
        self, content: str | bytes | None, said: str, tmp_path: Path
    ) -> None:
        text = tmp_path / "text.txt"
        if content is not None:
            text.write_bytes(content.encode() if isinstance(content, str) else content)
        code, out, err = self.run(text, "-o", tmp_path / "model")
        assert (code, out) == (1, "")
        assert err.startswith(f"govie: {text}: ")
        assert said in err
        assert not (tmp_path / "model").exists()

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("工业 增长\n" * 10, encoding="utf-8")
        code, _, err = self.run(tmp_path / "file", "-o", tmp_path / "file" / "model")
        assert code == 1
        assert "no model can be written" in err


class TestRefused:
    @pytest.mark.parametrize("missing", segmenters._MODEL_FILES)
    def test_a_folder_that_lacks_a_file(self, missing: str, tmp_path: Path) -> None:
        for name in segmenters._MODEL_FILES:
            if name != missing:
                (tmp_path / name).touch()
        with pytest.raises(ConfigError, match=rf"is no pkuseg model, it lacks {missing}: give"):
            govie.load(segmenter="pkuseg", model=tmp_path)

    def test_jieba_that_is_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
        with pytest.raises(ConfigError, match="pip install jieba"):
            segmenters.blank("jieba", None, pack_set())

    def test_errors_are_also_what_they_resemble(self, tmp_path: Path) -> None:
        with pytest.raises(InputError) as raised:
            train(tmp_path / "none", tmp_path)
        assert isinstance(raised.value, OSError)
        assert issubclass(OutputError, OSError)
