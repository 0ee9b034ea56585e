"""Where no number is a fact: in definitions, adverts and page furniture."""

from __future__ import annotations

import govie


def test_a_definition_states_nothing_and_the_sentence_before_it_does() -> None:
    doc = govie.parse(
        "一、2021年工作回顾\n新增“四上”企业20家。\n名词解释\n1.“百园”工程：建设100个公园、改造30条街巷。",
        jurisdiction="株洲市",
        year=2022,
    )
    assert [fact.text for fact in doc._.govie.numeric_facts] == ["20家"]


def test_only_verbs_of_defining_keep_facts_out_of_the_body() -> None:
    """What “X”是指 says is no fact; lists in passing may hold targets."""
    doc = govie.parse(
        "“百日战”是指投入100万元攻坚。推进500个车位、300张床位、200个学位“三位”建设。"
    )
    assert [term.rule for term in doc._.govie.terms] == ["verb", "list-in-front"]
    assert [fact.text for fact in doc._.govie.numeric_facts] == ["500个", "300张", "200个"]
