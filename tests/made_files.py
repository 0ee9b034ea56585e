"""Files of reports that tests make: Word, PDF and HTML of given paragraphs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape
from zipfile import ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraphs_of(text: str) -> list[str]:
    """The lines of a text that hold something, without indentation."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def make_docx(paragraphs: Sequence[str], notes: Sequence[str] = ()) -> bytes:
    """A Word document. ``^1`` in a paragraph calls the first of the notes."""
    document = docx.Document()
    for text in paragraphs:
        add_paragraph(document, text)
    if notes:
        body = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{escape(note)}</w:t></w:r></w:p>'
            "</w:footnote>"
            for number, note in enumerate(notes, 1)
        )
        separator = '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        part = Part(
            PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            f"<w:footnotes {_W}>{separator}{body}</w:footnotes>".encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(document)


def add_paragraph(document: docx.document.Document, text: str) -> None:
    """A paragraph with the calls of its notes."""
    first, *others = text.split("^")
    paragraph = document.add_paragraph(first)
    for other in others:
        call = f'<w:r {_W}><w:footnoteReference w:id="{other[0]}"/></w:r>'
        paragraph._p.append(parse_xml(call))
        paragraph.add_run(other[1:])


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def wrapped(paragraphs: Sequence[str], letters: int) -> list[str]:
    """Paragraphs in lines that are so many Chinese letters wide at most."""
    lines: list[str] = []
    for text in paragraphs:
        line, width = "", 0.0
        for character in text:
            step = 0.55 if character < "\x7f" else 1
            if width + step > letters:
                lines.append(line)
                line, width = "", 0.0
            line += character
            width += step
        lines.append(line)
    return lines


def make_pdf(
    lines: Sequence[str],
    *,
    columns: int = 1,
    per_column: int = 46,
    head: str = "",
    password: str = "",
) -> bytes:
    """A PDF of lines in columns, filled one after the other, with running head and page number."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=password or None)
    size = 10.5
    width = (A4[0] - 80) / columns
    pages = range(0, len(lines), per_column * columns)
    for number, start in enumerate(pages, 1):
        canvas.setFont(FONT, size)
        if head:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 30, head)
            canvas.drawCentredString(A4[0] / 2, 25, f"- {number} -")
        for column in range(columns):
            begin = start + column * per_column
            for at, line in enumerate(lines[begin : begin + per_column]):
                canvas.drawString(40 + column * width, A4[1] - 75 - at * 15.5, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def make_html(paragraphs: Sequence[str], title: str, charset: str = "utf-8") -> bytes:
    """A page of a government portal around an article."""
    menu = "".join(f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(_MENU))
    body = "".join(f"<p>　　{escape(text)}</p>\n" for text in paragraphs)
    others = "".join(f'<li><a href="/{y}">{y}年政府工作报告</a></li>' for y in range(2001, 2012))
    page = f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{escape(title)}-株洲市人民政府门户网站</title>
<style>p {{ margin: 0 }}</style><script>var a = "增长99%";</script></head><body>
<div class="nav"><ul>{menu}</ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/x">政务公开</a></div>
<h1>{escape(title)}</h1>
<div class="source">来源：市政府办 字体：[大 中 小] 分享到：</div>
<div class="content" id="zoom">{body}</div>
<div class="related"><h3>相关报告</h3><ul>{others}</ul></div>
<div class="footer">主办：株洲市人民政府 <a href="/m">网站地图</a> 湘ICP备05001111号</div>
</body></html>"""
    return page.encode("gb18030" if charset in ("gb2312", "gbk") else charset)


_MENU = ("首页", "政务公开", "政务服务", "政民互动", "走进株洲", "数据开放", "专题专栏") * 2


def make_zip(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()
