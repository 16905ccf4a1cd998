"""The rules about people."""

from datetime import date

import pytest
from support import rulebook, samples
from support.rulebook import met

from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.records.series import Person, Rule

FIRST, SECOND, THIRD = "2020-10-05", "2020-10-12", "2020-10-19"
ROSTER = (
    Person("BrianL", aliases=("Brian L", "Brian")),
    Person("Diego", until=date(2020, 10, 15)),
    Person("Mat", aliases=("Matyas",)),
    Person("everyone", group=True),
)


def owned(owner: str, day: str = FIRST, more: str = "") -> Meeting:
    """Return a meeting with an item of an owner."""
    return met(day, f"{more}\nactions:\n  - {{id: k7q2m4, owner: {owner}, task: diagnose it}}\n")


def findings(
    rule: str,
    *meetings: Meeting,
    roster: tuple[Person, ...] = ROSTER,
    schedule: tuple[Rule, ...] = samples.MONDAYS,
) -> list[Finding]:
    """Return what a rule finds in the last of some meetings."""
    return rulebook.findings(rule, *meetings, roster=roster, schedule=schedule)


def messages(rule: str, *meetings: Meeting) -> list[str]:
    return [finding.message for finding in findings(rule, *meetings)]


# unknown-person


@pytest.mark.parametrize("owner", ["Mat", "Matyas", '"Mat?"', "everyone", "unassigned", "[BrianL, Mat]"])
def test_an_owner_is_a_person_or_group_of_the_roster_or_nobody_yet(owner: str) -> None:
    assert messages("unknown-person", owned(owner)) == []


def test_a_stranger_is_told_with_whom_he_may_be_meant_to_be() -> None:
    (finding,) = findings("unknown-person", owned("Digeo"))
    assert (finding.severity, finding.record) == ("error", "action k7q2m4")
    assert finding.message == "owner 'Digeo' is not in the roster; did you mean Diego?"


def test_the_likeness_of_an_alias_leads_to_the_name_of_the_roster() -> None:
    assert messages("unknown-person", owned("Matyass")) == [
        "owner 'Matyass' is not in the roster; did you mean Mat?"
    ]


def test_who_is_like_nobody_is_told_without_a_guess() -> None:
    assert messages("unknown-person", owned("Zacharias")) == ["owner 'Zacharias' is not in the roster"]


def test_each_of_several_owners_is_looked_at_and_found_at_its_place() -> None:
    found = findings("unknown-person", owned("[Mat, Ann, Bob]"))
    assert [finding.key_path[-1] for finding in found] == [1, 2]


@pytest.mark.parametrize("key", ["guests", "attending", "absent"])
@pytest.mark.parametrize("owner", ["Ann", '"Ann?"'])
def test_who_takes_part_in_the_meeting_can_own_an_item(key: str, owner: str) -> None:
    assert messages("unknown-person", owned(owner, more=f"{key}: [Ann]")) == []
    assert messages("unknown-person", owned(owner, more=f'{key}: ["Ann?"]')) == []


def test_an_item_of_a_guest_is_carried_into_meetings_without_the_guest() -> None:
    guest = owned("Ann", more="guests: [Ann]")
    assert messages("unknown-person", guest, owned("Ann", SECOND), owned("Ann", THIRD)) == []


def test_a_guest_who_has_gone_gets_no_new_items() -> None:
    guest = met(FIRST, "guests: [Ann]")
    assert len(messages("unknown-person", guest, owned("Ann", SECOND))) == 1


def test_an_item_of_a_guest_is_carried_over_a_skipped_meeting() -> None:
    skipped = met(SECOND, "status: skipped\nreason: a holiday")
    assert messages("unknown-person", owned("Ann", more="guests: [Ann]"), skipped, owned("Ann", THIRD)) == []


def test_an_item_typed_in_a_hurry_is_looked_at_too() -> None:
    assert len(messages("unknown-person", met(FIRST, "actions:\n  - Mat, Ann: ask them\n"))) == 1


def test_a_series_without_a_roster_knows_everybody() -> None:
    assert findings("unknown-person", owned("Ann"), roster=()) == []
    assert findings("not-in-roster", met(FIRST, "attending: [Ann]"), roster=()) == []


# not-in-roster


@pytest.mark.parametrize(
    "body",
    [
        "attending: [Ann]",
        "absent: [Ann]",
        'attending: ["Ann?"]',
        "duty: {This week: Ann}",
        "duty: {This week: [Mat, Ann]}",
    ],
)
def test_who_is_named_in_a_meeting_and_is_not_in_the_roster_is_a_warning(body: str) -> None:
    (finding,) = findings("not-in-roster", met(FIRST, body))
    assert finding.severity == "warning"
    assert "is not in the roster" in finding.message


@pytest.mark.parametrize("guest", ["Ann", '"Ann?"'])
def test_a_guest_need_not_be_in_the_roster(guest: str) -> None:
    assert (
        messages(
            "not-in-roster", met(FIRST, f"attending: [Ann]\nguests: [{guest}]\nduty: {{This week: Mat}}")
        )
        == []
    )


def test_who_is_known_by_an_alias_is_in_the_roster() -> None:
    assert messages("not-in-roster", met(FIRST, 'attending: [Brian, "Matyas?"]')) == []


@pytest.mark.parametrize(
    "body", ["attending:", "attending: []", "duty: {This week: }", 'duty: {This week: "?"}']
)
def test_nobody_is_nobody_unknown(body: str) -> None:
    assert messages("not-in-roster", met(FIRST, body)) == []


REMARKS = ["Mat (remote)", "Mat (@mat)", "Mat @mat (TSC)", "Mat @mat", "Mat (remote)?", "Matyas (till 10)"]


@pytest.mark.parametrize("name", REMARKS)
def test_a_remark_behind_a_name_makes_nobody_else_of_it(name: str) -> None:
    assert messages("not-in-roster", met(FIRST, f'attending: ["{name}"]')) == []


def test_a_stranger_with_a_remark_is_one() -> None:
    assert len(messages("not-in-roster", met(FIRST, 'attending: ["Ann (remote)"]'))) == 1


def test_the_roster_may_have_a_name_with_brackets() -> None:
    met_them = met(FIRST, 'attending: ["Ops (EU)"]')
    for rule in ("not-in-roster", "alias-used"):
        assert findings(rule, met_them, roster=(Person("Ops (EU)"), Person("Mat", aliases=("Ops",)))) == []


def test_who_takes_part_with_a_remark_may_own_an_item() -> None:
    assert messages("unknown-person", owned("Ann", more='attending: ["Ann (@ann)"]')) == []


# alias-used


@pytest.mark.parametrize(
    "body",
    [
        "attending: [Brian]",
        "absent: [Brian]",
        "duty: {This week: Brian}",
        "actions:\n  - {id: k7q2m4, owner: Brian, task: diagnose it}",
        "actions:\n  - {id: k7q2m4, owner: [Mat, Brian L], task: diagnose it}",
    ],
)
def test_an_alias_is_a_warning_with_the_name_to_write(body: str) -> None:
    (finding,) = findings("alias-used", met(FIRST, body))
    assert (finding.severity, finding.mend) == ("warning", "BrianL")


def test_a_tentative_alias_is_mended_and_stays_tentative() -> None:
    (finding,) = findings("alias-used", met(FIRST, 'attending: ["Brian?"]'))
    assert finding.mend == '"BrianL?"'


def test_an_alias_in_shorthand_waits_for_sync_which_writes_the_name() -> None:
    assert messages("alias-used", met(FIRST, "actions:\n  - Brian: ask them\n")) == []


@pytest.mark.parametrize("name", ["BrianL", '"BrianL?"', "Ann"])
def test_names_of_the_roster_and_strangers_are_no_aliases(name: str) -> None:
    assert messages("alias-used", met(FIRST, f"attending: [{name}]")) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [("Matyas (remote)", "Mat (remote)"), ("Brian L @bl?", "BrianL @bl?"), ("Mat (remote)", None)],
)
def test_a_remark_stays_behind_the_spelling_of_the_roster(name: str, right: str | None) -> None:
    found = findings("alias-used", met(FIRST, f'attending: ["{name}"]'))
    assert [finding.mend and finding.mend.strip('"') for finding in found] == ([right] if right else [])


# former-member


def test_an_open_item_of_somebody_who_has_left_is_a_warning() -> None:
    (finding,) = findings("former-member", owned("Diego", THIRD))
    assert (finding.severity, finding.record) == ("warning", "action k7q2m4")
    assert finding.message == "Diego left on 2020-10-15: who takes it over?"


def test_until_the_day_they_leave_their_items_are_theirs() -> None:
    assert messages("former-member", owned("Diego", SECOND)) == []
    assert messages("former-member", owned("Diego", "2020-10-15")) == []


def test_what_they_closed_is_not_told() -> None:
    done = met(THIRD, "actions:\n  - {id: k7q2m4, owner: Diego, task: diagnose it, status: done}\n")
    assert messages("former-member", done) == []


def test_others_who_share_an_item_are_not_told() -> None:
    found = findings("former-member", owned("[Mat, Diego]", THIRD))
    assert [finding.key_path[-1] for finding in found] == [1]


# duty-changed


def duty(day: str, this: str, following: str = "", section: str = "Triage") -> Meeting:
    return met(
        day,
        f"""\
        sections:
          - title: {section}
            duty:
              This week: {this}
              Next week: {following}
        """,
    )


def test_who_was_announced_has_duty() -> None:
    assert messages("duty-changed", duty(FIRST, "Mat", "BrianL"), duty(SECOND, "BrianL")) == []


def test_another_one_is_a_warning_at_this_weeks_duty() -> None:
    (finding,) = findings("duty-changed", duty(FIRST, "Mat", "BrianL"), duty(SECOND, "Diego"))
    assert (finding.severity, finding.key_path[-1]) == ("warning", "This week")
    assert finding.message == f"it is Diego, but the meeting of {FIRST} announced BrianL"


@pytest.mark.parametrize(
    ("announced", "now"),
    [
        ("BrianL?", "BrianL"),
        ("BrianL", "BrianL?"),
        ("Brian", "BrianL"),
        ("BrianL", "Brian L?"),
        ("[Mat, BrianL]", "[BrianL, Mat]"),
        ("", "Mat"),
        ("Mat", ""),
    ],
)
def test_the_same_people_however_they_are_written_and_nobody_yet_are_no_change(
    announced: str, now: str
) -> None:
    assert messages("duty-changed", duty(FIRST, "Diego", announced), duty(SECOND, now)) == []


def test_who_joined_or_left_a_shared_duty_is_a_change() -> None:
    assert len(messages("duty-changed", duty(FIRST, "Diego", "[Mat, BrianL]"), duty(SECOND, "Mat"))) == 1


def test_over_a_period_without_a_meeting_nothing_is_said() -> None:
    assert messages("duty-changed", duty(FIRST, "Mat", "BrianL"), duty(THIRD, "Diego")) == []


def test_over_a_meeting_that_was_skipped_nothing_is_said() -> None:
    skipped = met(SECOND, "status: skipped\nreason: a holiday")
    assert messages("duty-changed", duty(FIRST, "Mat", "BrianL"), skipped, duty(THIRD, "Diego")) == []


def test_without_a_schedule_the_meeting_before_is_the_period_before() -> None:
    meetings = duty(FIRST, "Mat", "BrianL"), duty(THIRD, "Diego")
    assert len(findings("duty-changed", *meetings, schedule=())) == 1


def test_the_duty_of_another_section_is_another_duty() -> None:
    before = met(
        FIRST,
        """\
        sections:
          - title: Triage
            duty: {This week: Mat, Next week: BrianL}
          - title: Release
            duty: {This week: Diego, Next week: Mat}
        """,
    )
    assert messages("duty-changed", before, duty(SECOND, "BrianL")) == []
    assert messages("duty-changed", before, duty(SECOND, "Mat", section="Release")) == []
    assert len(messages("duty-changed", before, duty(SECOND, "BrianL", section="Release"))) == 1


def test_a_duty_that_announces_nobody_is_compared_with_nothing() -> None:
    alone = met(SECOND, "duty: {This week: Mat}")
    assert messages("duty-changed", met(FIRST, "duty: {This week: Diego}"), alone) == []
