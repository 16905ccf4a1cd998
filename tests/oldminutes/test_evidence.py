"""What all files of a series show together: who is who, what is counted, how a section says nothing."""

from datetime import date

import pytest
from support.oldminutes.imports import import_texts
from support.oldminutes.sheets import DAY, sheet_of

from minutebook.oldminutes.evidence import Evidence
from minutebook.oldminutes.facts import Facts
from minutebook.records.dated import always
from minutebook.records.series import Person, Series


def evidence_of(*texts: str) -> Evidence:
    """Return what files with some texts show together."""
    evidence = Evidence()
    for text in texts:
        evidence.add(sheet_of(f"# Club\n\n{text}"))
    return evidence


def facts_of(*texts: str) -> Facts:
    """Return the facts about a series of some texts."""
    return evidence_of(*texts).facts(None)


def people(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return the people of a roster and their aliases."""
    return {person.name: person.aliases for person in facts.roster.people.values()}


def owners(text: str, facts: Facts) -> list[str]:
    """Return the owners of a text's actions."""
    return [
        owner for action in sheet_of(f"# Club\n\n{text}", facts).meeting.actions for owner in action.owners
    ]


def test_people_are_gathered_from_lists_and_owners() -> None:
    assert people(facts_of("Present: Ada Quill, Ben\n\nAI (Kim Moor): oil\n")) == {
        "Ada Quill": (),
        "Ben": (),
        "Kim Moor": (),
    }


def test_a_first_name_of_an_owner_who_was_there_is_an_alias() -> None:
    assert people(facts_of("Present: Ada Quill, Ben\n\nAI (Ada): oil\n"))["Ada Quill"] == ("Ada",)
    two = ("Present: Ada Quill\n\nAI (Ada): oil\n", "Present: Ada Moor\n\nAI (Ada): oil\n")
    assert people(facts_of(*two)) == {"Ada Quill": (), "Ada Moor": ()}


def test_a_group_that_owns_something_is_in_the_roster() -> None:
    assert people(facts_of("Present: Ada Quill\n\nAI: all - send wishes\n")) == {"Ada Quill": (), "all": ()}


def test_initials_name_people_in_all_files() -> None:
    facts = facts_of("## Present\n\n* CD: Cy Dunn\n* AQ: Ada Quill\n")
    assert people(facts) == {"Cy Dunn": ("CD",), "Ada Quill": ("AQ",)}
    assert owners("- AI (CD): oil\n- AQ to paint it\n", facts) == ["Cy Dunn", "Ada Quill"]


def test_initials_with_which_lines_begin_are_those_of_who_was_there() -> None:
    text = "Present: Ada Quill, Ben Stone\n\nActions:\n\n- **AQ** will bake\n- **BS**: Will sweep\n"
    assert owners(text, facts_of(text)) == ["Ada Quill", "Ben Stone"]
    assert people(facts_of("Present: Ada Quill, Ben Stone\n\n- **AQ** will bake\n"))["Ada Quill"] == ()


def test_a_name_that_is_like_initials_is_nobody_elses() -> None:
    text = "Present: AB Cole, Ada Quill, {}Ben Stone\n\n- AB: bakes\n- AQ: sweeps\n- BS: sings\n"
    roster = people(facts_of(text.format(""), text.format("Ann Bell, "), text.format("")))
    assert roster["Ann Bell"] == ()
    assert "Ann Bell" not in roster["AB Cole"]


@pytest.mark.parametrize(
    "tasks",
    [
        "- bake (AQ)\n- sweep (BS)\n",
        "Bake. **Action: AQ**\n\nSweep. **Action: BS**\n",
        "| Task | Owner |\n|---|---|\n| bake | AQ |\n| sweep | BS |\n",
    ],
)
def test_initials_alone_behind_tasks_are_those_of_who_was_there(tasks: str) -> None:
    text = f"Present: Ada Quill, Ben Stone\n\n## Actions\n\n{tasks}"
    assert owners(text, facts_of(text)) == ["Ada Quill", "Ben Stone"]


def test_initials_of_two_spellings_are_those_of_one() -> None:
    text = "Present: Ada Quillington, Ben Stone\n\n## Actions\n\n- bake (AQ)\n- sweep (BS)\n"
    facts = facts_of(text, "Present: Ada Quilington, Ben Stone\n")
    assert owners(text, facts) == [facts.find("Ada Quillington"), "Ben Stone"]


def test_what_is_somebody_elses_name_is_short_for_nobody() -> None:
    assert people(facts_of("Present: Ada Quill (AQ), Ben Lund (BL), AQ\n"))["Ada Quill"] == ()


def test_an_owner_is_found_without_the_title_before_the_name() -> None:
    text = "## Present\n\n- Bc. Ada Quill\n\n## Actions\n\n- **Ada Quill:** bake\n"
    assert owners(text, facts_of(text)) == ["Bc. Ada Quill"]


def test_what_stands_behind_two_names_is_not_short_for_either() -> None:
    assert people(facts_of("Present:\n\n- Ada Quill (ACME)\n- Abel Moss (ACME)\n")) == {
        "Ada Quill": (),
        "Abel Moss": (),
    }


def test_a_name_in_small_letters_is_no_slip() -> None:
    facts = facts_of(*("Present: Katia, Ben",) * 8, "Present: katia, Ben")
    assert people(facts) == {"Katia": ("katia",), "Ben": ()}
    assert not facts.slips


@pytest.mark.parametrize(("name", "is_slip"), [("Ada O\u2019Hara", False), ("Ada Ohara", True)])
def test_a_name_with_other_points_is_no_slip(name: str, is_slip: bool) -> None:
    facts = facts_of(*("Present: Ada O'Hara, Ben",) * 8, f"Present: {name}, Ben")
    assert (name in facts.slips) is is_slip
    assert people(facts) == {"Ada O'Hara": (name,), "Ben": ()}


def test_an_account_joins_the_names_that_have_it() -> None:
    facts = facts_of(
        "## Present\n\n- Ada Quill (@adaq)\n", "## Present\n\n- adaq\n", "## Present\n\n- Ada Quill\n"
    )
    assert people(facts) == {"Ada Quill": ("adaq",)}


def test_a_small_first_name_of_an_owner_is_that_of_who_was_there() -> None:
    assert people(facts_of("Present: Ada Quill\n\nAI (ada): oil\n")) == {"Ada Quill": ()}


def test_where_nobody_says_who_was_there_owners_that_are_guessed_count_as_well() -> None:
    assert people(facts_of("AI: Kim Moor to oil it\n")) == {"Kim Moor": ()}
    assert "Kim Moor" not in people(facts_of("Present: Ada\n\nAI: Kim Moor to oil it\n"))


def test_people_of_a_series_count_for_more_than_those_of_its_minutes() -> None:
    evidence = evidence_of("Present: Ada, Ben\n\n## A\n\nnil\n")
    series = Series("s/series.yaml", roster=(Person("Kim"),), empty=always("Nothing"))
    assert people(evidence.facts(series)) == {"Kim": ()}
    assert people(evidence.facts(series, fresh=True)) == {"Kim": (), "Ada": (), "Ben": ()}
    assert evidence.facts(series).empty.on(DAY) == "Nothing"
    assert people(evidence.facts(Series("s/series.yaml"))) == {"Ada": (), "Ben": ()}


def test_what_is_counted_is_known_in_all_files() -> None:
    assert facts_of("- 4 (+1) Open Tickets:\n").counters == frozenset({"open ticket"})


def test_the_sentence_for_nothing_is_the_one_that_most_sections_have() -> None:
    empty = "## A\n\nNil.\n\n## B\n\nNil.\n\n## C\n\n### D\n\nNil.\n\n## E\n\nNil.\n\nmore\n"
    assert facts_of(empty).empty.on(DAY) == "Nil."
    assert facts_of("## A\n\nNil.\n\n## B\n\nNil.\n").empty.on(date(2020, 1, 1)) == "None this week"
    assert facts_of("Nil.\n", *["## C\n\nNil.\n\n### D\n\nx\n"] * 3).empty.on(DAY) == "None this week"


def test_titles_and_headers_of_files_are_gathered() -> None:
    evidence = evidence_of("**Room:** a\n\nx\n", "x\n", "**Room:** b\n\nx\n")
    assert evidence.titles == [("Club", DAY)] * 3
    assert evidence.headers == [(), (("Room", "b"),)]


@pytest.mark.parametrize("task", ["oil the door (Zoe)", "oil the door - Zoe", "oil the door -> Zoe"])
def test_one_word_in_a_form_of_owners_behind_a_task_is_somebody(task: str) -> None:
    text = f"Present: Ada, Ben\n\n## Actions\n\n- {task}\n- call Ada\n"
    assert owners(text, facts_of(text)) == ["Zoe", "unassigned"]


@pytest.mark.parametrize(
    "ending",
    [
        " (Zoe the mighty)",
        " (Zoe Moor)",
        ": Zoe",
        " (Wed)",
        " (May)",
        " (Ongoing)",
        " (Optional)",
        " [Draft]",
        " - Delayed",
    ],
)
def test_what_else_ends_a_single_task_is_nobody(ending: str) -> None:
    text = f"Present: Ada, Ben. It is optional.\n\n## Actions\n\n- oil the door{ending}\n- call Ada\n"
    assert owners(text, facts_of(text)) == ["unassigned", "unassigned"]


@pytest.mark.parametrize(
    "names", [(" (Zoe Moor)", " (Zoe Moor)"), (": Zoe", " (Zoe) in May"), (", Zoe", ": Zoe")]
)
def test_who_ends_two_tasks_of_a_series_is_somebody(names: tuple[str, str]) -> None:
    texts = [f"Present: Ada, Ben\n\n## Actions\n\n- oil it{name}\n- call Ada\n" for name in names]
    texts[1] = texts[1].replace("oil it", "paint it")
    facts = facts_of(*texts)
    assert owners(texts[0], facts)[0].startswith("Zoe")
    assert not facts_of(texts[0]).find("Zoe")


def test_who_ends_a_task_stands_in_the_roster_of_the_series() -> None:
    text = "# Club\n\nPresent: Ada, Ben\n\n## Actions\n\n- oil the door (Zoe)\n- call Ada\n"
    assert "  Zoe: {}\n" in import_texts({"2020-01-06.md": text}).series_text


def test_a_task_that_is_carried_on_counts_once() -> None:
    text = "Present: Ada, Ben\n\n## Actions\n\n- oil it: Zoe\n- call Ada\n"
    assert not facts_of(text, text).find("Zoe")


def test_what_stands_before_somebody_alone_is_nobody() -> None:
    text = "## Actions\n\n- getDoor: Zoe\n- getRoof: Zoe\n"
    assert people(facts_of(text)) == {"Zoe": ()}


def test_whoever_owns_tasks_by_an_office_is_in_the_roster() -> None:
    text = "Present: Ada Quill, Ben Stone\n\nThe Clerk to oil it.\n\nIt leaks. **ACTION: Clerk**\n"
    facts = facts_of(text)
    assert owners(text, facts) == ["Clerk", "Clerk"]
    assert people(facts) == {"Ada Quill": (), "Ben Stone": (), "Clerk": ()}
