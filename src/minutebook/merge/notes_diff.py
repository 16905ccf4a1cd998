"""What is not the same in two versions of notes: the paragraphs and bullets that the merge knows them by."""

from collections.abc import Iterator, Sequence

from minutebook.merge.difference import Difference, Heading, change_between, quoted, reworded
from minutebook.merge.paragraph_origins import align
from minutebook.merge.paragraphs import Paragraph, paragraphs, without_bullet
from minutebook.minutes.layout import prose


def compare_notes(heading: Heading, former: str | None, current: str | None) -> Iterator[Difference]:
    """Yield what is not the same in two versions of notes, paragraph by paragraph; of lone ones, at once.

    Where there are none they are None; empty lines at their end say nothing.
    """
    former, current = (None if text is None else prose(text) for text in (former, current))
    if former == current:
        return
    if former is None:
        yield _difference(heading, None, current, f"notes {_summary(current or '')}")
    elif current is None:
        yield _difference(heading, former, None, f"notes removed: {_summary(former)}")
    else:
        groups = (paragraphs(text.split("\n")) for text in (former, current))
        yield from list(_compare(heading, *groups)) or [
            _difference(heading, former, current, "only empty lines of the notes differ")
        ]


def _compare(
    heading: Heading, former: Sequence[Paragraph], current: Sequence[Paragraph]
) -> Iterator[Difference]:
    origins = align(former, current)
    stays = {origin for origin in origins if origin is not None}
    gone = [paragraph.lines for number, paragraph in enumerate(former) if number not in stays]
    for paragraph, origin in zip(current, origins, strict=True):
        text = "\n".join(paragraph.lines)
        if origin is None and paragraph.lines in gone:
            gone.remove(paragraph.lines)
            yield _difference(heading, text, text, f"{_quoted(text)} moved")
        elif origin is None:
            yield _difference(heading, None, text, f"{_quoted(text)} added")
        elif former[origin].lines != paragraph.lines:
            former_text = "\n".join(former[origin].lines)
            yield _difference(heading, former_text, text, _reworded(former_text, text))
    for lines in gone:
        text = "\n".join(lines)
        yield _difference(heading, text, None, f"{_quoted(text)} removed")


def _difference(heading: Heading, former: str | None, value: str | None, words: str) -> Difference:
    change = change_between(former, value, None)
    return Difference("notes", change, *heading, "notes", former, value, heading.say(words))


def _quoted(text: str) -> str:
    return quoted(without_bullet(text))


def _reworded(former: str, text: str) -> str:
    # A bullet that became a paragraph has no other words.
    texts = (without_bullet(former), without_bullet(text))
    return reworded(*texts) if texts[0] != texts[1] else reworded(former, text)


def _summary(text: str) -> str:
    groups = paragraphs(text.split("\n"))
    first = _quoted("\n".join(groups[0].lines)) if groups else '""'
    return first if len(groups) < 2 else f"{first} and {len(groups) - 1} more"  # noqa: PLR2004
