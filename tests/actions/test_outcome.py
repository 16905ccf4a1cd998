"""What became of the action items between two meetings."""

from support.effort import at_most
from support.samples import meeting

from minutebook.actions.outcome import Outcome, compare, describe_update
from minutebook.records.meeting import Meeting


def items(day: str, **statuses: str) -> Meeting:
    """Return a meeting with an item of each id and status; one of status `new` has no id yet."""
    lines = [f"date: {day}", "actions:"]
    for name, status in statuses.items():
        if status == "new":
            lines.append(f"  - Mat: {name}")
        else:
            lines.append(f"  - {{id: {name}, owner: Mat, task: x, status: {status}, reason: y}}")
    return meeting("\n".join(lines))


def test_an_item_that_was_not_there_before_was_opened() -> None:
    assert compare(items("2020-10-26", a1bcde="open"), items("2020-10-19", b1bcde="open")).opened == (
        "a1bcde",
    )


def test_an_item_that_is_still_open_was_carried() -> None:
    found = compare(items("2020-10-26", a1bcde="open"), items("2020-10-19", a1bcde="open"))
    assert found == Outcome(opened=(), closed=(), carried=("a1bcde",), lost=())


def test_an_item_that_was_open_and_is_not_was_closed() -> None:
    now = items("2020-10-26", a1bcde="done", b1bcde="dropped", c1bcde="lapsed")
    before = items("2020-10-19", a1bcde="open", b1bcde="open", c1bcde="open")
    assert compare(now, before).closed == ("a1bcde", "b1bcde", "c1bcde")


def test_an_item_that_was_open_and_is_gone_was_lost() -> None:
    found = compare(meeting("date: 2020-10-26"), items("2020-10-19", a1bcde="open", b1bcde="done"))
    assert found == Outcome(opened=(), closed=(), carried=(), lost=("a1bcde",))


def test_an_item_that_was_closed_between_the_two_was_closed_and_not_lost() -> None:
    between = [items("2020-10-19", a1bcde="done")]
    found = compare(meeting("date: 2020-10-26"), items("2020-10-12", a1bcde="open"), between)
    assert found == Outcome(opened=(), closed=("a1bcde",), carried=(), lost=())


def test_an_item_that_was_closed_before_rests() -> None:
    found = compare(items("2020-10-26", a1bcde="done"), items("2020-10-19", a1bcde="done"))
    assert found == Outcome((), (), (), ())


def test_an_item_may_be_opened_and_closed_in_one_meeting() -> None:
    found = compare(items("2020-10-26", a1bcde="done"), items("2020-10-19"[:10], b1bcde="done"))
    assert (found.opened, found.closed) == (("a1bcde",), ())


def test_items_without_an_id_are_not_followed() -> None:
    assert compare(items("2020-10-26", talk="new"), items("2020-10-19", walk="new")) == Outcome(
        (), (), (), ()
    )


def test_in_the_first_meeting_everything_is_new() -> None:
    assert compare(items("2020-10-26", a1bcde="open"), None).opened == ("a1bcde",)


def test_what_bringing_a_meeting_up_to_date_did_is_told_in_a_line() -> None:
    old = items("2020-10-26", a1bcde="open", b1bcde="open", c1bcde="lapsed", talk="new")
    new = meeting("""\
        date: 2020-10-26
        actions:
          - {id: b1bcde, owner: Mat, task: x, status: lapsed}
          - {id: c1bcde, owner: Mat, task: x, status: lapsed}
          - {id: d1bcde, owner: Mat, task: talk}
          - {id: e1bcde, owner: Mat, task: y, since: 2020-10-19}
        """)
    assert describe_update(old, new) == (
        "carried: e1bcde; new ids: d1bcde; closed earlier, so removed: a1bcde; lapsed: b1bcde"
    )
    assert describe_update(old, old) == ""


def test_no_lapsed_item_is_compared_with_all_others() -> None:
    ids = [f"a1{number:04}" for number in range(3000)]
    former, updated = (
        items(day, **dict.fromkeys(ids, status))
        for day, status in (("2020-10-19", "open"), ("2020-10-26", "lapsed"))
    )
    with at_most(loops=1):
        assert describe_update(former, updated).startswith("lapsed: a10000, a10001")
