"""Rules about the tree of sections."""

from collections.abc import Iterator

from minutebook.records.meeting import Actions, Meeting, Section, Topic
from minutebook.records.problem import Finding
from minutebook.rules.registry import MEETING
from minutebook.rules.repeats import repeated


@MEETING.rule("duplicate-title")
def titles_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """Sections that stand side by side must have different titles."""
    for parent in meeting.sections:
        for section in repeated(parent.sections, lambda section: section.title):
            message = f"another section beside this one is also called '{section.title}'"
            hint = "Give each its own title, or merge them."
            yield Finding((*section.key_path, "title"), message, hint=hint, record=section.record)


@MEETING.rule("duplicate-title", severity="warning")
def topics_stand_once(meeting: Meeting) -> Iterator[Finding]:
    """The topics of a section should have different names."""
    for section, topics in _topics(meeting):
        for topic in repeated(topics, lambda topic: topic.topic):
            message = f"another topic here is also called '{topic.topic}'"
            hint = "Give each its own name, or put all of its action items under one."
            yield Finding((*topic.key_path, "topic"), message, hint=hint, record=section.record)


@MEETING.rule("topic-empty", severity="warning")
def topics_have_something_below_them(meeting: Meeting) -> Iterator[Finding]:
    """A topic should have action items, or notes: beside it they belong to the section."""
    for section, topics in _topics(meeting) if meeting.status != "draft" else ():
        for topic in topics:
            if not topic.notes and not topic.actions:
                message = f"the topic '{topic.topic}' has nothing below it"
                hint = "Write `actions:` below it, and its action items below that, indented; or delete it."
                yield Finding((*topic.key_path, "topic"), message, hint=hint, record=section.record)


def _topics(meeting: Meeting) -> Iterator[tuple[Section, list[Topic]]]:
    for section in meeting.sections:
        yield (
            section,
            [topic for block in section.blocks if isinstance(block, Actions) for topic in block.topics],
        )


@MEETING.rule("untitled-after-titled")
def untitled_sections_come_first(meeting: Meeting) -> Iterator[Finding]:
    """A section without a title must stand before the titled ones beside it."""
    for parent in meeting.sections:
        title = None
        for section in parent.sections:
            if section.title is None and title is not None:
                message = f"a section without a title would be read as part of '{title}' above it"
                hint = "Give it a title, or move it before the titled sections."
                yield Finding(section.key_path, message, hint=hint)
            title = section.title or title


@MEETING.rule("content-after-sections")
def subsections_come_last(meeting: Meeting) -> Iterator[Finding]:
    """A section's own content must stand before the sections below it."""
    for section in meeting.sections:
        if section.after_sections:
            keys = " and ".join(f"`{key_path[-1]}`" for key_path in section.after_sections)
            verb, pronoun = ("stands", "it") if len(section.after_sections) == 1 else ("stand", "they")
            message = f"{keys} {verb} after `sections`, so in the minutes {pronoun} would belong to the last of them"
            hint = f"Move {keys} up, before `sections`; or write a line `- title: ...` above, if a section begins here."
            yield Finding(section.after_sections[0], message, hint=hint, record=section.record, on_key=True)
