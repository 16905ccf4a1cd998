"""Who was there, who was not, and who has a duty, in two versions of a meeting."""

from collections.abc import Iterator, Mapping

from minutebook.merge.difference import (
    Data,
    Difference,
    Heading,
    change_between,
    compare_keys,
    compare_order,
    mapping_in,
    names_of,
)
from minutebook.merge.sequences import keys_of_both
from minutebook.records.attendance import ALL, ALL_BUT, LISTS
from minutebook.records.roster import plain_name

_STATES = {"attending": "attending", "absent": "absent", "guests": "a guest", ALL_BUT: "left out of all"}
"""What is said of a person who stands in a list."""
_HEAD = Heading((), "")


def compare_attendance(heading: Heading, former: Data, current: Data) -> Iterator[Difference]:
    """Yield who is in another list of a section, or in none any more."""
    lists, former_lists = _lists(current), _lists(former)
    states, former_states = _states(lists), _states(former_lists)
    for person in keys_of_both(states, former_states):
        state, former_state = states.get(person), former_states.get(person)
        if state != former_state:
            words = state if former_state is None else f"{state}, was {former_state}"
            sentence = heading.say(f"{person} {words if state else f'no longer {former_state}'}")
            change = change_between(former_state, state, None)
            yield Difference("attendance", change, heading.titles, person, "", former_state, state, sentence)
    for key in lists:
        people = (_people(side.get(key, ())) for side in (former_lists, lists))
        yield from compare_order("attendance", heading, key, *people)
    for key in LISTS:
        keys = (mapping_in(side, key) for side in (former, current))
        yield from compare_keys("attendance", heading, *keys, told={ALL_BUT})


def _lists(section: Data) -> dict[str, tuple[str, ...]]:
    """Return the names of each list; the short forms of attendance name all, and who is left out."""
    lists: dict[str, tuple[str, ...]] = {}
    for key in LISTS:
        value = section.get(key)
        if isinstance(value, dict):
            lists |= {key: (ALL,), ALL_BUT: names_of(value.get(ALL_BUT))}
        else:
            lists[key] = names_of(value)
    return lists


def _people(names: tuple[str, ...]) -> list[str]:
    return [plain_name(name) for name in names]


def _states(lists: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return what each person is said to have been; a question mark is kept."""
    states: dict[str, str] = {}
    for key, names in lists.items():
        for name, person in zip(names, _people(names), strict=True):
            state = f"{_STATES[key]}{'?' * name.endswith('?')}"
            states[person] = f"{states[person]} and {state}" if person in states else state
    return states


def compare_duty(heading: Heading, former: Data, current: Data) -> Iterator[Difference]:
    """Yield the duties of a section that other people have."""
    for label in keys_of_both(current, former):
        former_people, people = (
            names_of(side[label]) if label in side else None for side in (former, current)
        )
        if former_people != people:
            name = f"{heading.name}, {label}" if heading.name else label
            versions = [", ".join(names) or "?" for names in (former_people, people) if names is not None]
            sentence = f"{name}: {' -> '.join(versions)}{' removed' if people is None else ''}"
            change = change_between(former_people, people, None)
            yield Difference("duty", change, heading.titles, name, "", former_people, people, sentence)
    yield from compare_order("duty", heading, "duty", former, current)


def compare_header(former: Data, current: Data) -> Iterator[Difference]:
    """Yield the lines of the header that are not the same."""
    yield from compare_keys("header", _HEAD, former, current)
    yield from compare_order("header", _HEAD, "header", former, current)
