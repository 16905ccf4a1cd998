"""What the readers of one file gather for its sheet."""

from support.oldminutes.sheets import open_sheet

from minutebook.oldminutes.facts import Facts


def test_a_likely_slip_is_a_fault_and_an_alias_none() -> None:
    sheet = open_sheet("", Facts(slips=frozenset({"Ada Qiull"})))
    for name in ("Ada Qiull", "AQ", "Ada Quill"):
        sheet.resolve(3, name, "Ada Quill", "attending")
    assert [(each.stated, each.fault) for each in sheet.decisions] == [
        ("Ada Qiull", "person"),
        ("AQ", None),
    ]
