"""Rules about the tree of sections."""

from collections.abc import Iterator

from minutebook.records.meeting import Meeting
from minutebook.records.problem import Finding
from minutebook.rules.registry import rule


@rule("duplicate-title")
def titles_are_unique(meeting: Meeting) -> Iterator[Finding]:
    """Sections that stand side by side have titles of their own."""
    for parent in meeting.root.walk():
        seen = set()
        for section in parent.sections:
            if section.title in seen:
                message = f"another section beside this one is called '{section.title}', too"
                hint = "Give each a title of its own, or join them."
                yield Finding(
                    (*section.key_path, "title"), message, hint=hint, record=f'section "{section.title}"'
                )
            elif section.title is not None:
                seen.add(section.title)


@rule("untitled-after-titled")
def untitled_come_first(meeting: Meeting) -> Iterator[Finding]:
    """A section without a title stands before the titled ones beside it."""
    for parent in meeting.root.walk():
        titled = None
        for section in parent.sections:
            if section.title is None and titled is not None:
                message = f"a section without a title would be read as part of '{titled}' above it"
                yield Finding(
                    section.key_path, message, hint="Give it a title, or move it before the titled sections."
                )
            titled = section.title or titled


@rule("content-after-sections")
def sections_come_last(meeting: Meeting) -> Iterator[Finding]:
    """A section's own content stands before the sections below it."""
    for section in meeting.root.walk():
        for key_path in section.after_sections:
            record = f'section "{section.title}"' if section.title else ""
            message = f"`{key_path[-1]}` stands after `sections`, so in the minutes it would belong to the last of them"
            yield Finding(
                key_path,
                message,
                hint=f"Move `{key_path[-1]}` up, before `sections`.",
                record=record,
                on_key=True,
            )
