"""Rules about what the world gets to see: codes that let somebody in, and what a browser would run."""

from collections.abc import Iterator
from itertools import islice

from minutebook.minutes.markup import html_tags, program_links
from minutebook.records.access_codes import access_codes
from minutebook.records.history import History
from minutebook.records.meeting import Actions, Meeting
from minutebook.records.phrases import excerpt
from minutebook.records.problem import Finding, KeyPath
from minutebook.records.series import Series
from minutebook.rules.registry import HISTORY, SERIES

Text = tuple[KeyPath, str]


@SERIES.rule("access-code", severity="warning")
def new_meetings_have_no_codes(series: Series) -> Iterator[Finding]:
    """What new meetings start with should have none either."""
    for label, text in series.header:
        yield from _codes((("header", label), f"{label}: {text}"), series)


@HISTORY.rule("access-code", severity="warning")
def codes_are_kept_elsewhere(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A PIN, passcode, password or token should not stand in notes, where everybody can read it."""
    for key_path, text in _texts(meeting):
        # What the series says is told there, once for all meetings.
        if (key_path[-1], text) not in history.series.header:
            labeled = f"{key_path[-1]}: {text}" if key_path[0] == "header" else text
            yield from _codes((key_path, labeled), history.series)


@HISTORY.rule("raw-html", severity="warning")
def markdown_has_no_html(meeting: Meeting, history: History) -> Iterator[Finding]:
    """Markdown should have no HTML but for plain marks such as `<br>`, for it is run or not shown."""
    for key_path, text in _texts(meeting):
        for tag in islice(html_tags(text), 1):
            message = f"{excerpt(tag.text)} is HTML: a page runs it, or shows nothing of it"
            hint = f"Write it between backticks, or delete it. {_allow(history.series, 'raw-html')}"
            yield Finding(key_path, message, hint=hint, line=tag.line)


@HISTORY.rule("unsafe-link", severity="warning")
def links_lead_somewhere(meeting: Meeting, history: History) -> Iterator[Finding]:
    """A link should lead to a page, and not be a program itself."""
    for key_path, text in _texts(meeting):
        for link in program_links(text):
            message = f"a link to {excerpt(link.text, 20)} leads to no page: a browser may run it"
            hint = f"Link to a page, or delete it. {_allow(history.series, 'unsafe-link')}"
            yield Finding(key_path, message, hint=hint, line=link.line)


def _codes(text: Text, series: Series) -> Iterator[Finding]:
    key_path, markdown = text
    for code in islice(access_codes(markdown), 1):
        message = f"{code.masked[:8].rstrip()} looks like a code that lets somebody in, and whoever can read this has it"
        hint = f"Say where it is kept, and have a new one, for git keeps this one. {_allow(series, 'access-code')}"
        yield Finding(key_path, message, hint=hint, line=markdown.count("\n", 0, code.start))


def _allow(series: Series, rule: str) -> str:
    return f"If it is meant so, write in {series.path}: ok: [{', '.join([*series.ok, rule])}]"


def _texts(meeting: Meeting) -> Iterator[Text]:
    """Yield all that is Markdown in a meeting, with its path."""
    yield from ((("header", label), text) for label, text in meeting.header)
    yield from meeting.prose()
    for _, actions in meeting.blocks_of(Actions):
        yield from (((*topic.key_path, "topic"), topic.topic) for topic in actions.topics)
    for action in meeting.actions:
        yield action.key_path if action.typed else (*action.key_path, "task"), action.task
        yield (*action.key_path, "reason"), action.reason or ""
        yield from (((*action.key_path, "note"), note) for note in action.notes)
