"""Who is meant by the names of hand-written minutes: one person where it is sure, two where it isn't."""

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.oldminutes.audits import find_faults, weeks_of_june

from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.sheet_reader import read_sheet
from minutebook.oldminutes.spellings import CLEARLY, build_roster, find_intended_name
from minutebook.records.likeness import letters_of
from minutebook.records.roster import Roster, plain_name
from minutebook.records.series import Person

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
PIECES = st.sampled_from(
    ["Tim", "Ann", "Diego", "Digeo", "team", "all", "C", "T", "L", " ", " ", ".", "mat", "?"]
)
NAMES = st.one_of(
    st.lists(PIECES, min_size=1, max_size=4).map("".join), st.sampled_from(["Marco", "Marco M", "unassigned"])
)
NOBODY = {"", "unassigned"}
MEETINGS = st.lists(st.sets(NAMES, max_size=5), max_size=8)
OWNERS = st.lists(NAMES, max_size=12)


def found(*meetings: str, owners: str = "") -> dict[str, tuple[str, ...]]:
    """Return the names, and the aliases of each, of meetings such as 'Ada, Ben', or '5 Ada, Ben' for five."""
    return {person.name: person.aliases for person in people(*meetings, owners=owners)}


def people(*meetings: str, owners: str = "") -> tuple[Person, ...]:
    lists: list[list[str]] = []
    for meeting in meetings:
        times, names = meeting.split(" ", 1) if meeting[0].isdigit() else ("1", meeting)
        lists += [names.split(", ")] * int(times)
    return build_roster(lists, owners.split(", ") if owners else [])


def test_every_name_is_somebodys_sorted_whatever_its_case() -> None:
    assert list(found("Ben, ada", owners="Carl")) == ["ada", "Ben", "Carl"]


def test_a_tentative_name_is_that_of_the_person() -> None:
    assert found("Ada?", owners="Ada, Ben ?") == {"Ada": (), "Ben": ()}


def test_a_rare_slip_for_a_frequent_name_is_its_alias() -> None:
    assert found("4 Diego", "Digeo") == {"Diego": ("Digeo",)}


def test_a_slip_in_an_owner_is_an_alias_too() -> None:
    assert found("4 Diego", owners="Digeo") == {"Diego": ("Digeo",)}


def test_the_slip_for_a_slip_is_a_name_of_its_own() -> None:
    assert found("9 Christopher", "3 Christophr", "Chrstophr") == {
        "Christopher": ("Christophr",),
        "Chrstophr": (),
    }


def test_spellings_that_are_both_frequent_are_two_people() -> None:
    assert found("4 Diego", "2 Digeo") == {"Diego": (), "Digeo": ()}


def test_of_spellings_that_differ_in_case_spaces_and_dots_the_most_frequent_counts() -> None:
    assert found("2 Tim T", "3 TimT", "Tim T.", owners="timt") == {"TimT": ("Tim T", "Tim T.", "timt")}


def test_of_spellings_that_differ_in_accents_the_accented_counts_unless_it_is_rare() -> None:
    assert found("2 Søren", "2 Soren", "Sören") == {"Søren": ("Soren", "Sören")}
    assert found("João", "2 Joao") == {"João": ("Joao",)}
    assert found("Anná", "4 Anna") == {"Anna": ("Anná",)}


def test_of_spellings_that_differ_in_a_capital_the_one_that_has_it_counts() -> None:
    assert found("2 Ada te dam", "Ada te Dam") == {"Ada te Dam": ("Ada te dam",)}


def test_who_sat_together_are_two_however_alike_their_names_are() -> None:
    assert found("4 Diego", "Diego, Digeo") == {"Diego": (), "Digeo": ()}
    assert found("3 Marco Mambelli", "Marco Mambelli, Marco") == {"Marco": (), "Marco Mambelli": ()}


def test_of_two_who_sat_together_nobody_tells_which_a_third_spelling_is() -> None:
    assert found("4 Diego", "Digeo, Deigo") == {"Diego": (), "Digeo": (), "Deigo": ()}


def test_who_stands_twice_in_one_list_is_one_as_a_roster_can_have_but_one() -> None:
    assert found("4 TimT, Ada", "TimT, Tim T") == {"Ada": (), "TimT": ("Tim T",)}
    assert found("Péter Lund, Peter Lund") == {"Péter Lund": ("Peter Lund",)}


@pytest.mark.parametrize("longer", ["BrianL", "Brian L", "Brian Lin"])
def test_a_first_name_is_an_alias_of_the_only_longer_one(longer: str) -> None:
    assert found(f"4 {longer}", "Brian") == {longer: ("Brian",)}


def test_the_name_that_is_present_more_often_counts() -> None:
    assert found("3 Brian", "BrianL", owners="BrianL, BrianL, BrianL") == {"Brian": ("BrianL",)}


def test_of_names_that_are_present_as_often_the_longer_counts() -> None:
    assert found("2 Brian", "2 BrianL") == {"BrianL": ("Brian",)}


@pytest.mark.parametrize("short", ["Ann L", "Ann L."])
def test_a_first_name_with_an_initial_is_the_only_name_that_it_begins(short: str) -> None:
    assert found("2 Ann Lee, Bo Ray", short) == {"Ann Lee": (short,), "Bo Ray": ()}
    assert found("2 Ann Lee", "2 Ann Lund", short) == {"Ann Lee": (), "Ann Lund": (), short: ()}
    assert found(f"Ann Lee, {short}") == {"Ann Lee": (), short: ()}


def test_a_first_name_that_two_longer_ones_have_stays_a_name() -> None:
    assert found("4 TimC", "4 TimT", "Tim") == {"Tim": (), "TimC": (), "TimT": ()}


def test_slips_of_a_longer_name_do_not_make_it_two() -> None:
    assert found("4 Marco Mambelli", "Marco Mambell", "Marco") == {
        "Marco Mambelli": ("Marco", "Marco Mambell")
    }


@pytest.mark.parametrize(
    ("name", "other"),
    [
        *(("Brian", "Briana"), ("Jan", "Janice"), ("AL", "ALBERT"), ("J", "J Doe")),
        *(("Eric", "Erik"), ("BrianB", "BrianL")),
    ],
)
def test_what_is_no_whole_first_name_stands_for_nobody_else(name: str, other: str) -> None:
    assert found(f"4 {other}", name) == {name: (), other: ()}


def test_two_names_without_a_comma_are_no_longer_name_of_the_first() -> None:
    assert found("4 Carl", "4 Derek", "Carl Derek") == {"Carl": (), "Carl Derek": (), "Derek": ()}


@pytest.mark.parametrize(
    "owner",
    [
        "all",
        "All",
        "everyone",
        "Everybody",
        "the team",
        "Ops Team",
        "ops",
        "All of us",
        "Every member",
        "Meeting organizer",
        "the dog",
        "Alle",
        "tout le monde",
    ],
)
def test_an_owner_that_is_no_person_is_a_group(owner: str) -> None:
    assert [person.name for person in people("Ada", owners=f"{owner}, Ada, Ben") if person.group] == [owner]


def test_an_owner_of_one_small_word_is_a_person_though_never_present() -> None:
    assert people("Ben", owners="ada") == (Person("ada"), Person("Ben"))


def test_a_person_in_small_letters_who_is_present_is_a_person() -> None:
    assert people("ada", "Ben", owners="ben") == (Person("ada"), Person("Ben", ("ben",)))


def test_a_person_is_no_slip_for_a_group() -> None:
    assert found("Tema", owners="Team, Team, Team, Team") == {"Team": (), "Tema": ()}


def test_unassigned_is_nobody() -> None:
    assert build_roster([["Unassigned?"]], ["unassigned", "?", ""]) == ()


@given(MEETINGS, OWNERS)
def test_every_name_is_exactly_one_persons(meetings: list[set[str]], owners: list[str]) -> None:
    people = build_roster(meetings, owners)
    spellings = Counter(name for person in people for name in (person.name, *person.aliases))
    written = {name for names in (*meetings, owners) for name in names if plain_name(name) not in NOBODY}
    assert spellings == Counter({plain_name(name) for name in written})
    known = Roster(people)
    assert all(known.canonical(name) in known.people for name in written)


@given(MEETINGS, OWNERS)
def test_no_two_who_sat_together_become_one(meetings: list[set[str]], owners: list[str]) -> None:
    known = Roster(build_roster(meetings, owners))
    for names in meetings:
        written = {name for name in names if plain_name(name) not in NOBODY}
        # Of names that differ in case, spaces or dots alone one stands twice in the list.
        different = {letters_of(plain_name(name).replace(".", "")) for name in written}
        assert len({known.canonical(name) for name in written}) == len(different)


@given(MEETINGS, OWNERS, st.randoms())
def test_the_order_of_meetings_and_owners_does_not_matter(
    meetings: list[set[str]], owners: list[str], random: Random
) -> None:
    shuffled, others = [sorted(names) for names in meetings], list(owners)
    random.shuffle(shuffled)
    random.shuffle(others)
    assert build_roster(shuffled, others) == build_roster(meetings, owners)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real minutes is not beside this checkout")
def test_the_people_of_the_real_minutes_are_found() -> None:
    files = sorted(CORPUS.glob("TechArea*.md"))
    documents = [read_markdown(path.read_text(encoding="utf-8")) for path in files]
    sheets = [read_sheet("x.md", document, date(2020, 1, 6), Facts()) for document in documents]
    meetings = [{name.name for name in sheet.names if name.role != "owner"} for sheet in sheets]
    owners = [name.name for sheet in sheets for name in sheet.names if name.role == "owner"]
    people = build_roster(meetings, owners)
    assert {person.name: person.aliases for person in people if person.aliases} == {
        "BrianL": ("Brian L",),
        "Marco Mambelli": ("Marco", "Marco Mambell"),
        "TimC": ("Tim C",),
        "TimT": ("Tim T",),
    }
    assert [person.name for person in people if person.group] == ["everyone"]
    assert [person.name for person in people if not person.aliases and not person.group] == [
        *("Brian", "BrianB", "Carl", "Carl Derek", "Derek", "Diego", "Edgar", "Irene", "Junheng"),
        *("Marian", "Mat", "Salman Djingueinabaye", "Suchandra", "Tim"),
    ]


NAMES = st.text(alphabet="abAB .", min_size=1, max_size=6)


def slips(name: str, *usual: str) -> list[tuple[str, str]]:
    """Return the slips found where a name stands once, and others three times."""
    texts = [*(f"Attending: {', '.join(usual)}" for _ in range(3)), f"Attending: {name}"]
    faults = find_faults(weeks_of_june(*texts))
    return [(fault.stated, fault.computed) for fault in faults if fault.fault == "person"]


@pytest.mark.parametrize(
    ("name", "right_name"),
    [
        ("Brian L", "BrianL"),
        ("brianL".title(), "BrianL"),
        ("Digeo", "Diego"),
        ("Marco Mambell", "Marco Mambelli"),
        ("Suchandre", "Suchandra"),
        ("TIMT", "TimT"),
    ],
)
def test_a_slip_in_a_name_is_reported_with_the_usual_spelling(name: str, right_name: str) -> None:
    assert slips(name, right_name, "Ada") == [(name, right_name)]


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        *(("BrianB", "BrianL"), ("Tim C", "Tim T"), ("TimC", "TimT"), ("Brian", "BrianL"), ("Marco", "Marco Mambelli")),
        *(("Maria", "Marian"), ("Eric", "Erik"), ("Jan", "Jana"), ("Jon", "John"), ("Mat", "Matt")),
        *(("Marianne K", "Marianne T"), ("Katharina", "Catharina"), ("Ada te Dam", "Ada te dam")),
    ],
)  # fmt: skip
def test_names_that_people_have_beside_each_other_are_no_slips(name: str, usual: str) -> None:
    assert slips(name, usual, "Ada") == []


def test_two_who_sat_together_are_two() -> None:
    texts = [*(["Attending: Suchandra"] * 3), "Attending: Suchandra, Suchandre"]
    assert find_faults(weeks_of_june(*texts)) == ()


def test_a_slip_in_an_owner_is_reported_at_the_action_item() -> None:
    (fault,) = find_faults(weeks_of_june(*(["Attending: Diego"] * 3), "- AI (Digeo): text"))
    assert (fault.fault, fault.where, fault.line) == ("person", "owner of an action item", 1)
    assert (fault.stated, fault.computed) == ("Digeo", "Diego")


@pytest.mark.parametrize(("slip", "intended"), [("Ann  Lee", "Ann Lee"), ("Suchadnra", "Suchandra")])
def test_a_name_is_a_slip_only_for_one_that_is_written_clearly_more_often(slip: str, intended: str) -> None:
    assert find_intended_name(slip, Counter({slip: 1, intended: CLEARLY}), []) == intended
    assert find_intended_name(slip, Counter({slip: 2, intended: CLEARLY}), []) is None
    assert find_intended_name(slip, Counter({slip: 0, intended: CLEARLY - 1}), []) is None


def test_a_name_that_can_be_a_slip_for_two_is_one_for_neither() -> None:
    often = Counter({"Ann Lea": 1, "AnnLea": CLEARLY, "Annlea": CLEARLY})
    assert find_intended_name("Ann Lea", often, []) is None


@given(NAMES, NAMES, st.integers(0, 3), st.integers(0, 9))
def test_of_two_names_at_most_one_is_a_slip(name: str, usual: str, few: int, many: int) -> None:
    often = Counter({name: few, usual: many})
    intended = {find_intended_name(spelling, often, []) for spelling in (name, usual)}
    assert len(intended - {None}) <= 1
