"""A series of meetings made from a seed: tables, counters, prose, and action items that are carried and closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FIRST = date(2001, 1, 1)
SERIES = """\
format: 1
title: Platform Meeting
schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2001-01-01}]
roster: {Alba: {}, Bruno: {}, Chiara: {}, Dmitri: {}, Elif: {}, Farid: {}, Greta: {}, Hana: {}}
"""
PEOPLE = ("Alba", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hana")
STATES = ("Open", "Selected", "In Progress", "In Review", "Ready for Testing", "Ready for Release")
WORDS = (
    *("the", "new", "build", "storage", "release", "cluster", "queue", "slow", "report", "after", "before"),
    *("every", "node", "update", "waits", "for", "review", "disk", "network", "moved", "again", "without"),
    *("two", "sites", "upgrade", "ticket", "tests", "failed", "on", "most", "machines", "this", "week"),
)


@dataclass(frozen=True, slots=True)
class Task:
    """An action item: the weeks in which it began and is done."""

    id: str
    owner: str
    text: str
    began: int
    done: int


def texts(meetings: int, seed: int) -> Iterator[tuple[date, str]]:
    """Yield each meeting's day and its file, of 3 to 6 KB."""
    random = Random(f"{seed} meetings")
    tasks: list[Task] = []
    for week in range(meetings):
        opened = [_task(random, week, number) for number in range(random.randint(1, 3))]
        tasks = opened + [task for task in tasks if task.done >= week]
        yield _day(week), _text(random, week, tasks)


def typed(actions: int) -> str:
    """Return a meeting of the first week with that many action items, as they are typed in a hurry."""
    lines = (
        f"  - {PEOPLE[number % len(PEOPLE)]}: look at machine {number} again" for number in range(actions)
    )
    return "\n".join((f"date: {FIRST}", "actions:", *lines, ""))


def _day(week: int) -> date:
    return FIRST + timedelta(weeks=week)


def _task(random: Random, week: int, number: int) -> Task:
    name = f"a{number}{week:05}"
    # Carried three times at most: what nobody touches for longer lapses.
    return Task(name, random.choice(PEOPLE), _prose(random, 6, 12), week, week + random.randint(0, 3))


def _text(random: Random, week: int, tasks: list[Task]) -> str:
    counts = "\n".join(f"        {state}: {random.randint(0, 200)}" for state in STATES)
    triples = "\n".join(
        f"        {state}: [{', '.join(str(random.randint(0, 40)) for _ in range(3))}]" for state in STATES
    )
    absent = random.choice(PEOPLE)
    return f"""\
title: Platform Meeting
date: {_day(week)}
header:
  Place: "Room 3, <https://example.org/room>"
attending: [{", ".join(person for person in PEOPLE if person != absent)}]
absent: [{absent}]
sections:
  - title: Announcements
    notes: |
{_bullets(random, 6, 4, 8)}

    sections:
      - title: Duty
        duty:
          This week: {PEOPLE[week % len(PEOPLE)]}
          Next week: {PEOPLE[(week + 1) % len(PEOPLE)]}
        counters:
          open requests: {random.randint(0, 90)}
          late requests: {random.randint(0, 9)}
  - title: Tickets
    table:
      id: tickets
      labels: State
      columns: ["# of tickets"]
      rows:
{counts}
    notes: |
{_bullets(random, 6, 3, 6)}

  - title: Development
    notes: |
{_bullets(random, 6, 5, 9)}

    sections:
      - title: Discussion
        actions:
{"".join(_action(random, task, week) for task in tasks)}\
  - title: Releases
    table:
      id: releases
      labels: State
      columns: ["5.1", "5.2", "6.0"]
      totals: both
      rows:
{triples}
    notes: |
{_bullets(random, 6, 4, 8)}
"""


def _action(random: Random, task: Task, week: int) -> str:
    fields = [f"- id: {task.id}", f"  owner: {task.owner}", f"  task: {task.text}"]
    if task.began < week:
        fields.append(f"  since: {_day(task.began)}")
    if task.done == week:
        fields += ["  status: done", f"  note: {_prose(random, 5, 12)}"]
    return "".join(f"          {field}\n" for field in fields)


def _bullets(random: Random, indent: int, fewest: int, most: int) -> str:
    count = random.randint(fewest, most)
    return "\n".join(f"{' ' * indent}-   {_prose(random, 9, 18).capitalize()}." for _ in range(count))


def _prose(random: Random, fewest: int, most: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(fewest, most)))
