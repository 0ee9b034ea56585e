from __future__ import annotations

import docx
from docx.oxml import parse_xml
from made_files import make_docx, saved

import govie
from govie.files.word import read_docx

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_paragraphs_are_lines() -> None:
    source = read_docx(make_docx(["一、工作回顾", "", "增长8%。"]), "x")
    assert source.text == "一、工作回顾\n增长8%。"
    assert source.pages == ()


def test_tables_stand_where_they_stand_a_row_a_line() -> None:
    document = docx.Document()
    document.add_paragraph("目标如下：")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("指标", "目标", "新增就业", "5万人"), strict=True):
        cell.text = text
    inner = table.cell(1, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "（约束性）"
    document.add_paragraph("完毕。")
    text = read_docx(saved(document), "x").text
    assert text == "目标如下：\n指标\t目标\n新增就业\t5万人 （约束性）\n完毕。"


def test_notes_are_marked_where_called_and_listed_at_the_end() -> None:
    notes = ["“六稳”：指稳就业、稳金融。", "“两山”：指绿水青山就是金山银山。"]
    text = read_docx(make_docx(["践行“两山”理念^2，做好“六稳”工作^1。", "完毕。"], notes), "x").text
    assert text.split("\n") == [
        "践行“两山”理念[1]，做好“六稳”工作[2]。",
        "完毕。",
        "注释",
        "[1]“两山”：指绿水青山就是金山银山。",
        "[2]“六稳”：指稳就业、稳金融。",
    ]


def test_notes_are_read_as_glossary() -> None:
    notes = ["“六稳”：指稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期。"]
    paragraphs = ["政府工作报告", "各位代表：", "我们扎实做好“六稳”^1工作。", "谢谢大家！"]
    source = read_docx(make_docx(paragraphs, notes), "x")
    (term,) = govie.parse(source.text)._.govie.terms
    assert term.components == ("稳就业", "稳金融", "稳外贸", "稳外资", "稳投资", "稳预期")
    assert [mention.text for mention in term.mentions] == ["六稳"]


def test_revisions_breaks_and_text_boxes() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("增长")
    for xml in (
        f"<w:del {_W}><w:r><w:delText>7%</w:delText></w:r></w:del>",
        f"<w:ins {_W}><w:r><w:t>8%</w:t><w:br/><w:t>左右</w:t></w:r></w:ins>",
        f"<w:r {_W}><w:pict><w:txbxContent><w:p><w:r><w:t>框中字</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>",
        f"<w:r {_W}><w:ruby><w:rt><w:r><w:t>lù</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>渌</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    content = parse_xml(
        f"<w:sdt {_W}><w:sdtContent><w:p><w:r><w:t>控件中的段落</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    document.element.body.insert(0, content)
    text = read_docx(saved(document), "x").text
    assert text == "控件中的段落\n增长8%\n左右渌\n框中字"


def test_the_title_of_the_file_is_kept() -> None:
    document = docx.Document()
    document.add_paragraph("一")
    document.core_properties.title = "政府工作报告"
    assert read_docx(saved(document), "x").title == "政府工作报告"
