"""Who is meant by a name."""

from datetime import date

import pytest

from minutebook.records.roster import Roster, bare_name, lone_first_names, plain_name
from minutebook.records.series import Person

MAT, ADA = Person("Mat", ("Matyas", "M. Selmeci")), Person("Ada")
ROSTER = Roster((MAT, ADA))


@pytest.mark.parametrize("name", ["Mat", "Matyas", "M. Selmeci", "Mat?", "Matyas ?"])
def test_a_name_an_alias_and_a_tentative_one_lead_to_the_person(name: str) -> None:
    assert ROSTER.canonical(name) == "Mat"
    assert ROSTER.person(name) == MAT


@pytest.mark.parametrize("name", ["Zoe", "mat", "", "?"])
def test_a_stranger_is_nobody(name: str) -> None:
    assert ROSTER.canonical(name) is None
    assert ROSTER.person(name) is None


def test_a_spelling_that_two_people_share_stands_for_neither() -> None:
    roster = Roster((Person("Brian L", ("Brian",)), Person("Brian B", ("Brian",))))
    assert roster.canonical("Brian") is None


@pytest.mark.parametrize(
    ("name", "nearest"), [("Mta", None), ("Matyaz", "Mat"), ("ada", "Ada"), ("Zoe", None)]
)
def test_the_nearest_name_is_that_of_the_person_also_by_an_alias(name: str, nearest: str | None) -> None:
    assert ROSTER.nearest(name) == nearest


def test_the_nearest_name_is_that_of_which_one_word_was_written() -> None:
    roster = Roster([Person(name) for name in ("Anna Lee", "Bob Lee", "Zo\u00eb Ray")])
    assert [roster.nearest(name) for name in ("anna", "Zoe?", "Lee", "Ann")] == [
        "Anna Lee",
        "Zo\u00eb Ray",
        None,
        None,
    ]


def test_a_stranger_keeps_the_name_as_it_is() -> None:
    assert [ROSTER.as_known(name) for name in ("Matyas", "Zoe")] == ["Mat", "Zoe"]


def test_groups_are_known_by_their_names() -> None:
    assert Roster((MAT, Person("ops", group=True))).groups == ("ops",)


def test_a_roster_without_people_is_empty() -> None:
    assert ROSTER
    assert not Roster(())


@pytest.mark.parametrize(
    ("name", "plain"), [("Mat?", "Mat"), ("Mat ?", "Mat"), ("Mat", "Mat"), ("Who? Me", "Who? Me")]
)
def test_the_mark_of_a_tentative_name_is_no_part_of_it(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Mat (remote)", "Mat"),
        ("Mat (remote) (late)", "Mat"),
        ("Mat (Mill (Oslo))", "Mat"),
        ("Mat @mat.s", "Mat"),
        ("Mat (remote)?", "Mat"),
        ("(all)", "(all)"),
        ("Mat (a) b", "Mat (a) b"),
    ],
)
def test_a_remark_behind_a_name_is_no_part_of_it(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_the_roster_may_have_a_name_that_ends_like_a_remark() -> None:
    roster = Roster((Person("Mat (Ops)"),))
    assert roster.present("Mat (Ops)") == "Mat (Ops)"
    assert roster.present("Ada (Ops)") == "Ada"


def test_a_name_was_mistyped_only_if_it_is_like_that_of_one_person() -> None:
    roster = Roster((Person("Martina", ("Tina M",)), Person("Mattina"), Person("Mat", ("Matyas",))))
    names = ("Matrina", "Matina", "tina m", "Mattyas", "Martina", "Matyas", "Zoe")
    assert [roster.mistyped(name) for name in names] == ["Martina", None, "Martina", "Mat", None, None, None]


def test_members_are_the_people_who_had_begun_and_had_not_left() -> None:
    roster = Roster(
        (
            Person("Mat", since=date(2020, 1, 6)),
            Person("Ada", until=date(2020, 1, 5)),
            Person("all", group=True),
        )
    )
    assert roster.members(date(2020, 1, 5)) == ("Ada",)
    assert roster.members(date(2020, 1, 6)) == ("Mat",)


def test_a_former_name_is_right_until_its_last_day() -> None:
    last = date(2020, 1, 6)
    roster = Roster((Person("Ann Ray", ("Annie", "Ann Lee"), former_names=(("Ann Lee", last),)),))
    assert roster.spelling("Ann Lee", last) == "Ann Lee"
    assert roster.spelling("Ann Lee?", last) == "Ann Lee"
    assert roster.spelling("Ann Lee", date(2020, 1, 7)) == roster.spelling("Annie", last) == "Ann Ray"
    assert roster.canonical("Ann Lee") == "Ann Ray"
    assert roster.spelling("Zoe", last) is None


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Mat and Ada", ("Mat", "Ada")),
        ("Matyas; Ada", ("Mat", "Ada")),
        ("\u2013 Ada", ("Ada",)),
        ("and Ada", ("Ada",)),
        ("and Mat and Zoe", ()),
        ("\u25aa Ada", ("Ada",)),
        ("@ada", ("Ada",)),
        ("@Mat @ada", ("Mat", "Ada")),
        ("@Mat, @ada", ("Mat", "Ada")),
        ("Mat @zoe", ()),
        ("Mat and Zoe", ()),
        ("Ada", ()),
        ("and", ()),
        ("", ()),
    ],
)
def test_people_who_stand_in_one_name_are_told_apart(name: str, people: tuple[str, ...]) -> None:
    assert ROSTER.joined(name) == people


def test_a_handle_behind_a_name_is_a_remark_and_that_of_another_person_is_not() -> None:
    assert ROSTER.present("Mat @mat") == ROSTER.present("Mat @zoe") == "Mat"
    assert ROSTER.present("@Mat @Ada") == "@Mat @Ada"


def test_what_looks_the_same_is_the_same_name() -> None:
    roster = Roster((Person("Zoë", ("Zoë B",)),))
    for name in ("Zoe\u0308", "Zoë\u00a0B", "Zoe\u0308  B?"):
        assert roster.canonical(name) == roster.mistyped(name) == "Zoë"
        assert not roster.has(name)
    assert roster.canonical("Zoe") is None


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Anna Berg Tom Okafor Jan", ("Anna Berg", "Tom Okafor", "Jan")),
        ("Jan Tom Anna Berg", ("Jan", "Tom Okafor", "Anna Berg")),
        ("Anna Berg Tom Nobody", ()),
        ("Jan Tom", ()),
    ],
)
def test_names_without_a_comma_between_them_are_those_of_several(name: str, people: tuple[str, ...]) -> None:
    roster = Roster((Person("Anna Berg"), Person("Tom Okafor", ("Tom",)), Person("Jan")))
    assert roster.joined(name) == people


def test_a_first_name_that_two_have_is_that_of_neither() -> None:
    assert lone_first_names(["Ann Lee", "Ann Ray", "Mat", "Ray Lee"]) == {"Mat", "Ray"}


def test_a_name_is_meant_in_whatever_case_it_is_typed_if_only_one_is_called_so() -> None:
    roster = Roster([Person("Zo\u00eb Lund", ("Zo",)), Person("Jan"), Person("J\u00e1n")])
    typed = ("zoe lund", "ZO", "jan", "Jan", "Ann", "UNASSIGNED")
    assert [roster.meant(name) for name in typed] == [
        "Zo\u00eb Lund",
        "Zo\u00eb Lund",
        "jan",
        "Jan",
        "Ann",
        "unassigned",
    ]


def test_owners_are_people_whatever_stands_behind_or_between_their_names() -> None:
    roster = Roster([Person("Ann"), Person("Ben", ("Benny",)), Person("Cleo")])
    names = ("Ann (lead)", "Benny?", "Ann and Cleo", "BEN", "Zoe (guest)")
    assert roster.owners(names) == ("Ann", "Ben", "Cleo", "Zoe (guest)")


def test_names_are_written_as_the_roster_has_them_and_stay_tentative() -> None:
    roster = Roster([Person("Ben", ("Benny",))])
    names = ("benny ?", "Ben?", "Ben", "Zoe?", "unassigned")
    assert roster.spellings(names, date(2020, 1, 6)) == ["Ben?", "Ben", "Zoe?", "unassigned"]
