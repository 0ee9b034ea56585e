from __future__ import annotations

import io

import pytest
from made_files import FONT, make_pdf, paragraphs_of, wrapped
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from govie.errors import InputError
from govie.files.pdf import read_pdf


def indented(text: str) -> list[str]:
    return [f"　　{paragraph}" for paragraph in paragraphs_of(text)]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("columns", "letters"), [(1, 46), (2, 22), (3, 14)])
def test_columns_are_read_one_after_the_other(
    seed_texts: dict[str, str], columns: int, letters: int
) -> None:
    text = seed_texts["zhuzhou-2023"]
    lines = wrapped(indented(text), letters)
    data = make_pdf(lines, columns=columns, head="株洲市人民政府公报")
    source = read_pdf(data, "x")
    assert squeezed(source.text) == squeezed(text)
    assert len(source.pages) == -(-len(lines) // (46 * columns))


def test_pages_are_known_by_their_offsets() -> None:
    lines = [f"第{n}行{chr(0x4E00 + n)}。" for n in range(100)]
    source = read_pdf(make_pdf(lines, per_column=40), "x")
    assert len(source.pages) == 3
    for line, page in (("第0行", 1), ("第39行", 1), ("第40行", 2), ("第99行", 3)):
        assert source.page_at(source.text.index(line)) == page
    assert source.pages[0] == 0


def test_lines_of_a_paragraph_are_joined_and_paragraphs_are_not(
    seed_texts: dict[str, str],
) -> None:
    paragraphs = paragraphs_of(seed_texts["hetang-2021"])[10:16]
    data = make_pdf(wrapped([f"　　{p}" for p in paragraphs], 40), per_column=200)
    assert read_pdf(data, "x").text.split("\n") == paragraphs


def test_a_title_over_both_columns_comes_first() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont(FONT, 16)
    canvas.drawCentredString(A4[0] / 2, 740, "关于2021年国民经济计划执行情况的报告")
    canvas.setFont(FONT, 10)
    left = [f"左栏第{n}行一直写到这一栏的右边为止才换行" for n in range(30)]
    right = [line.replace("左", "右") for line in left]
    for n in range(30):
        # Rows are written across, as some programs do.
        canvas.drawString(50, 700 - 14 * n, left[n])
        canvas.drawString(310, 700 - 14 * n, right[n])
    canvas.save()
    text = read_pdf(file.getvalue(), "x").text
    assert squeezed(text) == squeezed(
        "".join(["关于2021年国民经济计划执行情况的报告", *left, *right])
    )


def test_a_table_is_read_row_by_row() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont(FONT, 10)
    rows = [("指标", "目标"), ("生产总值", "8%左右"), ("新增就业", "5万人"), ("进出口", "10%")]
    for n, (name, value) in enumerate(rows):
        canvas.drawString(60, 700 - 20 * n, name)
        canvas.drawString(300, 700 - 20 * n, value)
    canvas.save()
    text = read_pdf(file.getvalue(), "x").text
    assert text.split("\n") == [" ".join(row) for row in rows]


def test_a_page_that_lies_on_its_side_is_turned() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for turn in (90, 180, 270):
        canvas.setPageRotation(turn)
        canvas.setFont(FONT, 12)
        canvas.saveState()
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(turn)
        for n in range(3):
            canvas.drawString(-100, -30 * n, f"第{n}行横着写")
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    lines = read_pdf(file.getvalue(), "x").text.split("\n")
    assert lines == ["第0行横着写", "第1行横着写", "第2行横着写"] * 3


def scanned(pages: str) -> bytes:
    """A PDF whose pages hold text (t), a drawing without text (d), or nothing (n)."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in pages:
        canvas.setFont(FONT, 12)
        if page == "t":
            canvas.drawString(100, 600, "增长8%。")
        if page == "d":
            canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_pages_without_text_layer_are_told_and_keep_their_numbers() -> None:
    source = read_pdf(scanned("tdtdn"), "x")
    assert source.warnings == ("no text layer on pages 2, 4 (scanned?)",)
    assert len(source.pages) == 5
    assert source.page_at(source.text.rindex("增长")) == 3


def test_a_scan_is_refused_not_guessed() -> None:
    with pytest.raises(InputError, match="x: has no text layer"):
        read_pdf(scanned("dd"), "x")


def test_text_that_stands_on_every_page_for_a_reason_stays() -> None:
    lines = ["。" if n % 46 == 45 else f"第{n}行的内容" for n in range(46 * 4)]
    text = read_pdf(make_pdf(lines), "x").text
    assert text.count("。") == 4
