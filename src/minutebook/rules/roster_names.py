"""Rules about the names of a roster: each stands for one person, and who takes turns is there."""

from collections.abc import Iterator

from minutebook.records.likeness import letters_of, suggestion
from minutebook.records.problem import Finding
from minutebook.records.roster import Roster
from minutebook.records.series import Series
from minutebook.rules.registry import SERIES


@SERIES.rule("name-shared")
def names_stand_for_one_person(series: Series) -> Iterator[Finding]:
    """A name or alias must not be another person's, too, nor differ from one of theirs only in case, spaces or accents."""
    names: dict[str, str] = {}
    for person in series.roster:
        name = names.setdefault(letters_of(person.name), person.name)
        if name != person.name:
            message = f"'{person.name}' and '{name}' differ only in case, spaces or accents"
            hint = (
                f"If they are one person, delete this one and write '{person.name}' under `aliases` of {name}. "
                f"If they are two, write more of each name, such as an initial."
            )
            yield Finding(("roster", person.name), message, hint=hint, on_key=True)
    owners: dict[str, str] = {}
    for person in series.roster:
        for number, alias in enumerate(person.aliases):
            letters = letters_of(alias)
            namesake = names.get(letters)
            owner = owners.setdefault(letters, person.name)
            if namesake and namesake != person.name and letters != letters_of(person.name):
                message = (
                    f"'{alias}' must not be an alias of {person.name}, for {namesake} is somebody else's name"
                )
                hint = (
                    f"Delete this alias; if {person.name} and {namesake} are one person, delete {namesake}."
                )
            elif owner != person.name:
                message = f"'{alias}' must be an alias of one person, not of {owner} and of {person.name}"
                hint = "Leave it to the one who is meant, or write more of the name in each place, such as an initial."
            else:
                continue
            yield Finding(("roster", person.name, "aliases", number), message, hint=hint)


@SERIES.rule("former-member", severity="warning")
def people_begin_before_they_leave(series: Series) -> Iterator[Finding]:
    """Who leaves should have begun before."""
    for person in series.roster:
        if person.since and person.until and person.until < person.since:
            message = f"`until` must not be before `from`, but {person.name} left on {person.until}"
            hint = "Correct one of the two days; who came again has only the last day, in `until`."
            yield Finding(("roster", person.name, "until"), message, hint=hint)


@SERIES.rule("unknown-person", severity="warning")
def turns_are_taken_by_people(series: Series) -> Iterator[Finding]:
    """Who takes turns at a duty should be in the roster."""
    roster = Roster(series.roster)
    for number, name in enumerate(series.duty if roster else ()):
        if not roster.canonical(name):
            nearest = roster.nearest(name)
            message = f"'{name}' is not in the roster{suggestion(nearest)}"
            hint = "Write the name as the roster has it, or add it to `roster`."
            yield Finding(("duty", number), message, hint=hint)
