"""The counts that packed names promise."""

from __future__ import annotations

import pytest

from govie.glossary.promises import read_promise


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("六稳", [6]),
        ("四战两行动", [4, 2]),
        ("“3+5+2”产业体系", [3, 5, 2]),
        ("1+5+N", [1, 5, None]),
        ("“151”化债机制", [1, 5, 1]),
        ("社会治安“四巡四防”", [4, 4]),
        ("清水塘“一桥一塘二十二条路”", [1, 1, 22]),
        ("乡村五大振兴", [5]),
        ("门前三小", [3]),
        ("三张“零关税”清单", [3]),
        ("“四个一”工作机制", [4]),
        ("“五统一、一开放”", [5, 1]),
        ("“双一流”", [2]),
        ("“四位一体”", [4]),
        ("“一轴两带、一城五镇多节点”", [1, 2, 1, 5, None]),
        ("双随机、一公开", [2, 1]),
        ("“水十条”", [10]),
        ("“6S”管理", [6]),
    ],
)
def test_numbers_of_a_name(name: str, numbers: list[int | None]) -> None:
    promise = read_promise(name)

    assert promise is not None
    assert [part.number for part in promise.parts] == numbers
    assert promise.total == (None if None in numbers else sum(n for n in numbers if n))


@pytest.mark.parametrize(
    "name",
    [
        "湘赣边美丽乡村走廊",
        "长者餐厅",
        "“1530”工程",
        "“八五”普法",
        "“双百行动”",
        "农业“百千万”工程",
        "“单一窗口”",
        "党的二十大",
        "“十四五”规划",
        "三年行动计划",
        "“一对一”帮扶",
        "最多跑一次",
        "“5个1000”行动",
        "",
    ],
)
def test_names_that_promise_nothing(name: str) -> None:
    assert read_promise(name) is None


@pytest.mark.parametrize("name", ["一村一品", "园区“135”工程", "双招双引"])
def test_numbers_that_may_mean_something_else(name: str) -> None:
    promise = read_promise(name)

    assert promise is not None
    assert not promise.firm


@pytest.mark.parametrize(
    ("name", "paired"),
    [("三请三回", 3), ("五进五送", 5), ("双招双引", 2), ("一户一策", None), ("三纵四横", None)],
)
def test_items_that_are_one_of_both(name: str, paired: int | None) -> None:
    promise = read_promise(name)

    assert promise is not None
    assert promise.paired == paired
