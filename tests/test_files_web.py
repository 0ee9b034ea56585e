from __future__ import annotations

import pytest
from made_files import make_html, paragraphs_of

from govie.files.web import read_html

TITLE = "2021年政府工作报告"
HEAD = f"<html><head><title>{TITLE}</title></head><body>"
PARAGRAPHS = [f"{n}．今年地区生产总值增长{n}%左右，城镇新增就业{n}万人以上。" for n in range(2, 9)]


def test_the_article_comes_out_of_its_portal(seed_texts: dict[str, str]) -> None:
    paragraphs = paragraphs_of(seed_texts["zhuzhou-2021"])
    source = read_html(make_html(paragraphs, paragraphs[0]), "x")
    assert source.text.split("\n") == paragraphs


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "gb18030"])
def test_the_encoding_that_a_page_states(charset: str) -> None:
    source = read_html(make_html(PARAGRAPHS, TITLE, charset), "x")
    assert PARAGRAPHS[-1] in source.text
    assert source.encoding_from == "stated"


def test_a_page_that_lies_about_its_encoding_is_read_all_the_same() -> None:
    page = make_html(PARAGRAPHS, TITLE).replace(b"charset=utf-8", b"charset=gb2312")
    source = read_html(page, "x")
    assert PARAGRAPHS[0] in source.text
    assert source.encoding == "utf-8"


def test_the_heading_of_the_page_comes_first_where_the_article_lacks_it() -> None:
    source = read_html(make_html(PARAGRAPHS, TITLE), "x")
    assert source.text.split("\n")[:8] == [TITLE, *PARAGRAPHS]
    assert source.title == TITLE


def test_menus_links_scripts_and_footers_stay_out() -> None:
    text = read_html(make_html(PARAGRAPHS, TITLE), "x").text
    for furniture in ("专题专栏", "当前位置", "2005年政府工作报告", "网站地图", "增长99%"):
        assert furniture not in text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" + "<br>　　".join(PARAGRAPHS) + "</div>",
        "<table><tr><td>" + "<br><br>&nbsp;&nbsp;".join(PARAGRAPHS) + "</td></tr></table>",
        "".join(f"<div>{p}</div>" for p in PARAGRAPHS),
        "<ol>" + "".join(f"<li>{p}</li>" for p in PARAGRAPHS) + "</ol>",
    ],
    ids=["breaks", "layout table", "blocks", "list"],
)
def test_paragraphs_of_every_make_are_lines(body: str) -> None:
    text = read_html(f"{HEAD}{body}</body></html>".encode(), "x").text
    assert [line for line in text.split("\n") if line in PARAGRAPHS] == PARAGRAPHS


def test_cells_of_a_table_are_set_apart_by_tabs() -> None:
    rows = "".join(f"<tr><td>指标{n}</td><td>增长{n}%</td></tr>" for n in range(5))
    article = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    text = read_html(f"{HEAD}<div>{article}<table>{rows}</table></div></body>".encode(), "x").text
    assert "指标3\t增长3%" in text.split("\n")
