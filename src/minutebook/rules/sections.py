"""Rules about the tree of sections."""

from collections.abc import Iterator

from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import MEETING
from minutebook.rules.repeats import repeated


@MEETING.rule("duplicate-title")
def titles_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """Sections that stand side by side must have different titles."""
    for parent in meeting.root.walk():
        for section in repeated(parent.sections, lambda section: section.title):
            message = f"another section beside this one is also called '{section.title}'"
            hint = "Give each its own title, or merge them."
            yield Finding((*section.key_path, "title"), message, hint=hint, record=section.record)


@MEETING.rule("untitled-after-titled")
def untitled_sections_come_first(meeting: Meeting) -> Iterator[Finding]:
    """A section without a title must stand before the titled ones beside it."""
    for parent in meeting.root.walk():
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
    for section in meeting.root.walk():
        if section.after_sections:
            keys = " and ".join(f"`{key_path[-1]}`" for key_path in section.after_sections)
            stands, it = ("stands", "it") if len(section.after_sections) == 1 else ("stand", "they")
            message = (
                f"{keys} {stands} after `sections`, so in the minutes {it} would belong to the last of them"
            )
            hint = f"Move {keys} up, before `sections`; or write a line `- title: ...` above, if a section begins here."
            yield Finding(section.after_sections[0], message, hint=hint, record=section.record, on_key=True)
