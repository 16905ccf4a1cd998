"""The rules about people."""

from datetime import date

import pytest
from support import rulebook
from support.notes import Notes
from support.rulebook import met

from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.records.series import Person

FIRST, SECOND, THIRD = "2020-10-05", "2020-10-12", "2020-10-19"
ROSTER = (
    Person("BrianL", aliases=("Brian L", "Brian")),
    Person("Diego", until=date(2020, 10, 15)),
    Person("Mat", aliases=("Matyas",)),
    Person("everyone", group=True),
)


MISTYPED, STRANGER = "unknown-person: error", "unknown-person: warning"
"""The rule about people, by how sure it is."""


def owned(owner: str, day: str = FIRST, more: str = "") -> Meeting:
    """Return a meeting with an item of an owner."""
    return met(day, f"{more}\nactions:\n  - {{id: k7q2m4, owner: {owner}, task: diagnose it}}\n")


def findings(rule: str, *meetings: Meeting, roster: tuple[Person, ...] = ROSTER) -> list[Finding]:
    """Return what a rule finds in the last of some meetings, only of one severity if that stands behind its name."""
    name, _colon, severity = rule.partition(": ")
    found = rulebook.findings(name, *meetings, roster=roster)
    return [finding for finding in found if severity in {"", finding.severity}]


def messages(rule: str, *meetings: Meeting) -> list[str]:
    return [finding.message for finding in findings(rule, *meetings)]


# Mistyped names


@pytest.mark.parametrize("owner", ["Mat", "Matyas", '"Mat?"', "everyone", "unassigned", "[BrianL, Mat]"])
def test_an_owner_is_a_person_or_group_of_the_roster_or_nobody_yet(owner: str) -> None:
    assert messages(MISTYPED, owned(owner)) == []
    assert messages(STRANGER, owned(owner)) == []


def test_a_mistyped_name_is_an_error_with_the_name_to_write() -> None:
    (finding,) = findings(MISTYPED, owned("Digeo"))
    assert (finding.severity, finding.record, finding.mend) == ("error", "action k7q2m4", "Diego")
    assert finding.message == "owner 'Digeo' is not in the roster; did you mean Diego?"


@pytest.mark.parametrize(
    ("body", "mend"),
    [
        ("attending: [Mat, Digeo]", "Diego"),
        ('attending: ["Digeo (remote)"]', "Diego (remote)"),
        ("absent: [diego]", "Diego"),
        ('duty: {This week: "Digeo?"}', '"Diego?"'),
        ("duty: {This week: [Mat, Digeo]}", "Diego"),
        ("actions:\n  - Digeo: order parts", "Diego"),
        ("actions:\n  - Mat, Digeo: order parts", "Mat, Diego"),
        ("actions:\n  - AI (Digeo): order parts", "AI (Diego)"),
        ('actions:\n  - "@Digeo order parts"', '"@Diego order parts"'),
        ("actions:\n  - {owner: [Mat, Digeo], task: order parts}", "Diego"),
        ("actions:\n  - {owner: Mattyas, task: order parts}", "Mat"),
    ],
)
def test_a_name_is_mended_wherever_one_must_stand(body: str, mend: str) -> None:
    (finding,) = findings(MISTYPED, met(FIRST, body))
    assert finding.mend == mend
    assert findings(STRANGER, met(FIRST, body)) == []


def test_a_name_that_was_mistyped_twice_is_mended_twice() -> None:
    found = findings(MISTYPED, owned("Digeo", more="attending: [Mat, Digeo]"))
    assert [finding.key_path[-2:] for finding in found] == [("attending", 1), ("owner", 0)]


@pytest.mark.parametrize("key", ["attending", "absent"])
def test_a_twin_of_somebody_who_is_named_in_the_meeting_is_another_person(key: str) -> None:
    both = met(FIRST, f"{key}: [Diego]\nguests: [Edgar]\nduty: {{This week: Digeo}}")
    assert findings(MISTYPED, both) == []
    assert messages(STRANGER, both) == ["'Digeo' is not in the roster; did you mean Diego?"]


def test_who_owns_what_was_carried_is_not_named_in_the_meeting() -> None:
    carried = owned("Diego", SECOND, more="attending: [Digeo]")
    assert len(findings(MISTYPED, owned("Diego"), carried)) == 1


def test_a_guest_of_a_name_that_is_like_one_of_the_roster_is_believed() -> None:
    guest = owned("Digeo", more="attending: [Digeo]\nguests: [Digeo]")
    assert [finding for rule in (MISTYPED, STRANGER) for finding in findings(rule, guest)] == []


def test_a_name_that_is_like_two_of_the_roster_is_a_warning() -> None:
    meeting = met(FIRST, "attending: [Matina]")
    assert findings(MISTYPED, meeting, roster=(Person("Martina"), Person("Mattina"))) == []
    assert len(findings(MISTYPED, meeting, roster=(Person("Martina"), Person("Mat")))) == 1


def test_two_names_without_a_comma_may_be_those_of_two() -> None:
    (finding,) = findings(STRANGER, met(FIRST, "attending: [Mat Brian]\n"))
    assert finding.message.endswith("'Mat Brian' is not in the roster; did you mean Mat, BrianL?")
    assert "aliases" not in finding.hint


def test_an_item_of_a_guest_is_carried_into_meetings_without_the_guest() -> None:
    guest = owned("Ann", more="guests: [Ann]")
    assert messages(STRANGER, guest, owned("Ann", SECOND), owned("Ann", THIRD)) == []


def test_a_guest_who_has_gone_gets_no_new_items() -> None:
    guest = met(FIRST, "guests: [Ann]")
    assert len(messages(STRANGER, guest, owned("Ann", SECOND))) == 1


def test_an_item_of_a_guest_is_carried_over_a_skipped_meeting() -> None:
    skipped = met(SECOND, "status: skipped\nreason: a holiday")
    assert messages(STRANGER, owned("Ann", more="guests: [Ann]"), skipped, owned("Ann", THIRD)) == []


def test_a_series_without_a_roster_knows_everybody() -> None:
    assert findings(MISTYPED, owned("Ann"), roster=()) == []
    assert findings(STRANGER, met(FIRST, "attending: [Ann]"), roster=()) == []


# Strangers


def test_an_owner_who_is_like_nobody_is_a_warning_without_a_guess() -> None:
    (finding,) = findings(STRANGER, owned("Zacharias"))
    assert (finding.severity, finding.message) == ("warning", "owner 'Zacharias' is not in the roster")


def test_each_of_several_owners_is_looked_at_and_found_at_its_place() -> None:
    found = findings(STRANGER, owned("[Mat, Ann, Bob]"))
    assert [finding.key_path[-1] for finding in found] == [1, 2]


@pytest.mark.parametrize("key", ["guests", "attending", "absent"])
@pytest.mark.parametrize("owner", ["Ann", '"Ann?"'])
def test_who_takes_part_in_the_meeting_can_own_an_item(key: str, owner: str) -> None:
    for name in ("Ann", '"Ann?"'):
        met_them = owned(owner, more=f"{key}: [{name}]")
        assert [found for found in findings(STRANGER, met_them) if found.record != key] == []


def test_an_item_typed_in_a_hurry_is_looked_at_too() -> None:
    (finding,) = findings(STRANGER, met(FIRST, "actions:\n  - Mat, Ann: ask them\n"))
    assert finding.on_key


@pytest.mark.parametrize("owner", ["TBD", "nobody", "n/a"])
def test_nobody_yet_is_called_unassigned(owner: str) -> None:
    (finding,) = findings(STRANGER, owned(owner))
    assert finding.mend == "unassigned"
    assert finding.hint == (
        "Write: unassigned\nor, in its place, a name of the roster or of `guests`, or a group (everyone)."
    )
    assert findings(STRANGER, owned(f"[Mat, {owner}]"))[0].mend is None


@pytest.mark.parametrize("person", ["TBD", "none", '"-"', "unassigned"])
def test_a_duty_that_nobody_has_yet_is_empty(person: str) -> None:
    (finding,) = findings(STRANGER, met(FIRST, f"duty: {{This week: {person}}}"))
    assert (finding.mend, finding.hint) == ("~", "Write: This week: ~   (not known yet)")
    assert findings(STRANGER, met(FIRST, f"duty: {{This week: [Mat, {person}]}}"))[0].mend is None


def test_several_people_are_a_group_of_the_roster() -> None:
    (finding,) = findings(STRANGER, owned("all"))
    assert (finding.mend, finding.message) == (None, "owner 'all' is not in the roster")
    assert finding.hint == (
        "Write a group of the roster (everyone) or `unassigned`, or add under `roster` in series.yaml: "
        "all: {group: true}"
    )
    (alone,) = findings(STRANGER, owned("all"), roster=(Person("Mat"),))
    assert "a name of the roster or `unassigned`" in alone.hint


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
    (finding,) = findings(STRANGER, met(FIRST, body))
    assert finding.severity == "warning"
    assert "is not in the roster" in finding.message


@pytest.mark.parametrize("guest", ["Ann", '"Ann?"'])
def test_a_guest_need_not_be_in_the_roster(guest: str) -> None:
    assert (
        messages(STRANGER, met(FIRST, f"attending: [Ann]\nguests: [{guest}]\nduty: {{This week: Mat}}")) == []
    )


def test_who_is_known_by_an_alias_is_in_the_roster() -> None:
    assert messages(STRANGER, met(FIRST, 'attending: [Brian, "Matyas?"]')) == []


@pytest.mark.parametrize(
    "body", ["attending:", "attending: []", "duty: {This week: }", 'duty: {This week: "?"}']
)
def test_nobody_is_nobody_unknown(body: str) -> None:
    assert messages(STRANGER, met(FIRST, body)) == []


REMARKS = ["Mat (remote)", "Mat (@mat)", "Mat @mat (TSC)", "Mat @mat", "Mat (remote)?", "Matyas (till 10)"]


@pytest.mark.parametrize("name", REMARKS)
def test_a_remark_behind_a_name_makes_nobody_else_of_it(name: str) -> None:
    assert messages(STRANGER, met(FIRST, f'attending: ["{name}"]')) == []


def test_a_stranger_with_a_remark_is_one() -> None:
    assert len(messages(STRANGER, met(FIRST, 'attending: ["Ann (remote)"]'))) == 1


def test_the_roster_may_have_a_name_with_brackets() -> None:
    met_them = met(FIRST, 'attending: ["Ops (EU)"]')
    for rule in (STRANGER, "alias-used"):
        assert findings(rule, met_them, roster=(Person("Ops (EU)"), Person("Mat", aliases=("Ops",)))) == []


def test_who_takes_part_with_a_remark_may_own_an_item() -> None:
    assert messages(MISTYPED, owned("Ann", more='attending: ["Ann (@ann)"]')) == []


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


def test_who_stands_for_several_people_was_not_called_otherwise_before() -> None:
    carried = owned("everybody", SECOND)
    (finding,) = rulebook.findings("unknown-person", owned("everybody"), carried, roster=ROSTER)
    assert "everybody: {group: true}" in finding.hint
    assert "called" not in finding.hint


def test_what_is_carried_on_is_told_where_it_stands_last() -> None:
    meetings = (owned("Diego", THIRD), owned("Mat", "2020-10-26"))
    assert rulebook.findings("former-member", *meetings, of=0, roster=ROSTER) == []


def test_others_who_share_an_item_are_not_told() -> None:
    found = findings("former-member", owned("[Mat, Diego]", THIRD))
    assert [finding.key_path[-1] for finding in found] == [1]


def test_who_has_gone_attends_as_a_guest() -> None:
    (finding,) = findings("former-member", met(THIRD, "attending: [Mat, Diego]\nabsent: []\n"))
    assert (finding.severity, finding.key_path) == ("warning", ("attending", 1))
    assert finding.message == "Diego left on 2020-10-15"
    assert finding.hint.startswith("Move the name to `guests`, or correct `until` in ")
    for body in ("absent: [Diego]", "guests: [Diego]"):
        assert findings("former-member", met(THIRD, body)) == []
    assert findings("former-member", met("2020-10-15", "attending: [Diego]")) == []


def test_duty_is_for_who_is_there() -> None:
    (finding,) = findings("former-member", met(THIRD, "duty: {This week: Mat, Next week: Diego}\n"))
    assert (finding.key_path, finding.record) == (("duty", "Next week", 0), 'duty "Next week"')
    assert finding.hint.startswith("Write another name")


def test_who_has_not_begun_yet_is_a_guest() -> None:
    newcomer = (Person("Emil", since=date(2020, 11, 2)),)
    meetings = [met(day, "attending: [Emil]") for day in ("2020-10-26", "2020-11-02")]
    (early,) = findings("former-member", meetings[0], roster=newcomer)
    assert early.message == "Emil begins on 2020-11-02"
    assert "or correct `from` in " in early.hint
    assert findings("former-member", meetings[1], roster=newcomer) == []


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("attending: [\u201cDiego\u201d, Mat]", "attending: [Diego, Mat]"),
        ("attending: [Digeo & mat]", "attending: [Diego, Mat]"),
        ("duty: {Now: 'Digeo, Mat'}", "duty: {Now: [Diego, Mat]}"),
        ("attending: [@diego, **Mat**]", "attending: [Diego, Mat]"),
        ("attending: @diego, @mat", "attending: [Diego, Mat]"),
        ("duty: {Now: '@mat'}", "duty: {Now: Mat}"),
    ],
)
def test_names_with_signs_around_them_or_beside_each_other_are_mended_with_their_slips(
    notes: Notes, typed: str, mended: str
) -> None:
    notes.write(f"{notes.series}/series.yaml", "title: Team\nroster: {Diego: , Mat: }\n")
    path = notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\n{typed}\n")
    notes.run("sync", "--fix")
    assert notes.read(path) == f"date: 2020-10-19\n{mended}\n"


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        (
            "attending",
            "add it to the `aliases` of Tom Okafor, add it to `roster` in series.yaml, or move it to `guests`.",
        ),
        ("absent", "add it to the `aliases` of Tom Okafor or add it to `roster` in series.yaml."),
    ],
)
def test_a_nickname_can_be_added_to_the_aliases(key: str, choice: str) -> None:
    meeting = met("2020-10-26", f"{key}: [Tom]\n")
    (unknown,) = findings("unknown-person", meeting, roster=(Person("Tom Okafor"), Person("Mat")))
    assert unknown.hint == f"Write the name as the roster has it, {choice}"


@pytest.mark.parametrize("remark", ["sick", "excused", "is away", "on holiday", "krank", "Urlaub"])
def test_who_was_away_did_not_attend(remark: str) -> None:
    (finding,) = findings(STRANGER, met(FIRST, f"attending: [Diego, Mat ({remark})]\n"))
    assert finding.key_path == ("attending", 1)
    assert finding.hint == "If Mat was absent, delete it here and write under `absent`: Mat"


@pytest.mark.parametrize("people", ["attending: [Mat (remote), Diego (chair)]", "absent: [Mat (sick)]"])
def test_other_remarks_and_lists_are_free(people: str) -> None:
    assert findings("unknown-person", met(FIRST, people)) == []
