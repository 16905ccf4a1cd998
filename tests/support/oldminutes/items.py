"""Items of lists of old minutes, read as actions, for tests."""

from minutebook.oldminutes.action_reader import ActionReader
from minutebook.oldminutes.facts import Facts
from minutebook.records.meeting import Action, Topic
from minutebook.records.roster import Roster
from minutebook.records.series import Person
from support.oldminutes.sheets import open_sheet

FACTS = Facts(Roster((Person("Ada"), Person("Ben"))))


def reader_of(text: str, prose: frozenset[int] = frozenset(), *, generated: bool = False) -> ActionReader:
    """Return a reader of the actions of a text."""
    return ActionReader(open_sheet(text, FACTS, prose, generated=generated))


def brief(record: Action | Topic) -> tuple[object, ...]:
    """Return what an action or a topic says, without what is usual."""
    if isinstance(record, Topic):
        return (record.topic, record.notes, *map(brief, record.actions))
    notes = (record.notes,) if record.notes else ()
    return (*record.owners, record.task, *notes)


def first(text: str, *, is_placed: bool = False, generated: bool = False) -> list[tuple[object, ...]]:
    """Return what the first item of a list is with all below it."""
    reader = reader_of(text, generated=generated)
    (list_item, *_) = reader.document.blocks[-1].children
    return list(map(brief, reader.read_item(list_item, is_placed=is_placed)))
