"""One row of a task table."""

from __future__ import annotations

from attrs import frozen

__all__ = ["HEADINGS", "WORDS", "TaskRow"]


@frozen(kw_only=True)
class TaskRow:
    r"""A task, or one indicator of the targets paragraph.

    >>> import govie
    >>> text = "株洲市2021年政府工作报告\n一、2021年重点工作\n新建公办幼儿园10所。"
    >>> (row,) = govie.tasks(govie.parse(text))
    >>> row.verb, row.object, row.facts
    ('新建', '公办幼儿园10所', ('公办幼儿园10所',))
    """

    number: int
    """From 1, over indicators and tasks of a report each."""
    kind: str
    """``indicator`` (a row of 主要指标分解表) or ``task`` (a row of 重点任务分解表)."""
    place: str | None = None
    year: int | None = None
    section: tuple[str, ...] = ()
    """The headings above, the highest first."""
    task: str
    """The sentence, for an indicator its clause, in clean text."""
    verb: str | None = None
    """What is to be done, where the sentence begins with it: 加快推进."""
    object: str | None = None
    """To what, up to the end of the clause, without marks of notes."""
    facts: tuple[str, ...] = ()
    """The numbers set, each with what changes and which way: 新增规模工业企业180家以上."""
    programs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Places named, without the report's own."""
    deadline: str | None = None
    """As written; null where the sentence sets none."""
    lead: str | None = None
    """牵头单位: for the office to fill in."""
    support: str | None = None
    """配合单位."""
    doc: str | None = None
    """Name of the file."""
    document: str | None = None
    """Id of the report in the file."""
    start: int
    """Raw offsets of the task."""
    end: int


HEADINGS = {
    "number": "序号",
    "kind": "类别",
    "place": "地区",
    "year": "年份",
    "section": "章节",
    "task": "任务内容",
    "verb": "动作",
    "object": "对象",
    "facts": "量化指标",
    "programs": "相关工程",
    "places": "涉及地点",
    "deadline": "完成时限",
    "lead": "牵头单位",
    "support": "配合单位",
    "doc": "来源文件",
    "document": "报告",
    "start": "起始位置",
    "end": "结束位置",
}
"""The headings that an office expects, by column."""
WORDS = {"kind": {"indicator": "指标", "task": "任务"}}
"""What an office reads for the values of a column."""
