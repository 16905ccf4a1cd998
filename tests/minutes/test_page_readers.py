"""The minutes of a meeting: what was written is found again by a CommonMark reader."""

from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from support.minutespage import READER, written_of

from minutebook.records.figures import Counter, Counters, Row, Table
from minutebook.records.meeting import Action, Actions, Block, Duties, Duty, Notes, Section, Topic

# What the schema takes for a label, a title or a name: one line that neither begins nor ends with a space.
LINES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\\u200b\\u2060\\ufeff")
    | st.sampled_from("|\\`*_[]<>()!#&;~-+=:.1aBc \"'"),
    min_size=1,
    max_size=12,
).filter(lambda text: text == text.strip() and text.isprintable())
COUNTS = st.none() | st.integers(0, 999)


@dataclass
class Seen:
    """The headings, list items and table cells of a Markdown text, as readers see them."""

    headings: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    head: str = ""


def look(markdown: str) -> Seen:
    """Read Markdown and return what is seen of it."""
    seen, tokens = Seen(), READER.parse(markdown)
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            seen.cells.append([])
        if token.type != "inline":
            continue
        if before.type == "heading_open":
            seen.headings.append(plain(token))
        elif before.type in {"th_open", "td_open"}:
            seen.cells[-1].append(plain(token))
        elif token.level > 2:
            seen.items.append(plain(token))
        else:
            seen.head = seen.head or plain(token)
    return seen


def plain(token: Token) -> str:
    """Return the text of an inline token as it is shown."""
    shown = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(shown.get(child.type, child.content) for child in token.children or ())


def in_section(block: Block) -> str:
    return written_of(Section((), None, (), (Section((), "Section", (block,), ()),)))


@given(LINES)
def test_any_title_survives(text: str) -> None:
    root = Section((), None, (), (Section((), text, (Notes(""),), ()),))
    assert look(written_of(root, title=text)).headings == [f"{text}, 26 October 2020", text]


@given(st.lists(LINES, min_size=1, max_size=3), LINES)
def test_any_name_in_the_head_survives(names: list[str], guest: str) -> None:
    head = look(written_of(Section((), None, (), ()), attending=tuple(names), guests=(guest,))).head
    assert head == f"Attending: {', '.join(names)}\nGuests: {guest}"


@given(LINES, LINES)
@example("1. on call", "Mat")
@example("# of the week", "1. Mat")
def test_any_duty_survives(label: str, name: str) -> None:
    seen = look(in_section(Duties((Duty(label, (name,)), Duty("Next", ())))))
    assert seen.items == [f"{label}: {name}", "Next: ?"]


@given(LINES, COUNTS)
def test_any_counter_survives(label: str, value: int | None) -> None:
    shown = "?" if value is None else value
    assert look(in_section(Counters((Counter((), label, value),)))).items == [f"{shown} {label}"]


@given(LINES)
def test_any_owner_survives(owner: str) -> None:
    seen = look(in_section(Actions((Action((), "a1bcde", (owner, "Mat"), "task"),))))
    assert seen.items == [f"AI ({owner}, Mat): task"]


@settings(max_examples=60)
@given(st.data())
def test_any_table_survives_cell_for_cell(data: st.DataObject) -> None:
    columns = tuple(data.draw(st.lists(LINES, min_size=1, max_size=3, unique=True)))
    labels = data.draw(st.lists(LINES, min_size=1, max_size=3, unique=True))
    corner = data.draw(LINES)
    rows = tuple(Row((), label, data.draw(st.tuples(*[COUNTS] * len(columns)))) for label in labels)
    seen = look(in_section(Table((), "t", corner, columns, rows)))
    put_in = [[*(text for column in columns for text in (column, "Δ")), corner]]
    put_in += [
        [*(text for count in row.counts for text in ("" if count is None else str(count), "")), row.label]
        for row in rows
    ]
    assert seen.cells == put_in


@st.composite
def sections(draw: st.DrawFn, depth: int = 3) -> Section:
    """Draw a section with all sorts of content and sections below it."""
    text = st.sampled_from(["Prose.", "-   a\n-   b", "`code`", "**bold**", "> quoted", "1. one", "a\nb", ""])
    block = st.one_of(
        st.builds(Notes, text),
        st.builds(lambda label: Counters((Counter((), label, 1),)), LINES),
        st.builds(lambda label: Duties((Duty(label, ()),)), LINES),
        st.builds(lambda name: Table((), "t", name, (name,), (Row((), name, (1,)),)), LINES),
        st.builds(
            lambda name: Actions((Topic((), "Topic", "text", (Action((), None, (name,), "do"),)),)), LINES
        ),
    )
    below = draw(st.lists(sections(depth=depth - 1), max_size=2)) if depth else []
    below.sort(key=lambda section: section.title is not None)
    title = draw(st.none() | LINES)
    return Section((), title, tuple(draw(st.lists(block, max_size=3))), tuple(below))


@settings(max_examples=50)
@given(sections())
def test_there_are_as_many_headings_as_titled_sections_and_one(root: Section) -> None:
    sections = (section for _, section in root.headed() if section is not root)
    titles = [section.title for section in sections if section.title is not None]
    assert look(written_of(root)).headings == ["Weekly, 26 October 2020", *titles]
