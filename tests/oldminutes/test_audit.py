"""Whatever stands in a file, it is audited, and every fault is where it is said to be."""

from dataclasses import replace

from hypothesis import assume, example, given
from hypothesis import strategies as st
from support.oldminutes.audits import audit, find_faults, weeks_of_june
from support.oldminutes.imports import import_texts

from minutebook.oldminutes.markdown_blocks import read_markdown

PIECES = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "- ",
            "    ",
            "* ",
            "| ",
            " | ",
            "|",
            "---",
            "|---|---|---|",
            "\n",
            "\n\n",
            "\r\n",
            "```",
            "~~~",
        ),
        *(
            "&Delta;",
            "Δ",
            "Total",
            "Open",
            "+1",
            "-2",
            "&minus;",
            "(+3)",
            "5",
            "17",
            " open tickets",
            "11 (+3) x",
        ),
        *(
            "AI (Mat): ",
            "AI",
            "(AI)",
            "[DONE]",
            "Attending: ",
            "Ada, Ben",
            "BrianL",
            "Brian L",
            "2020-10-26",
            "<!--",
        ),
        *(
            "| 1 | Δ | Total | State |\n|---|---|---|---|\n| 3 | +1 | 4 | Open |\n| 2 | -1 | 2 | Total |\n",
            ": ",
            ">",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join)


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["\x1f"])
def test_each_fault_stands_on_its_line(texts: list[str]) -> None:
    files = {f"2020-10-{day:02}.md": text for day, text in enumerate(texts, 1)}
    for fault in find_faults(files):
        lines = read_markdown(files[fault.path]).lines
        assert 1 <= fault.line <= len(lines)
        shown = lines[fault.line - 1] if fault.fault != "person" else " ".join(lines[fault.line - 1].split())
        assert fault.stated in shown
        assert fault.stated != fault.computed


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_the_order_of_the_files_does_not_matter(texts: list[str]) -> None:
    files = {f"2020-10-{day:02}.md": text for day, text in enumerate(texts, 1)}
    assert audit(files) == audit(dict(reversed(files.items())))


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_it_finds_what_an_import_of_the_same_files_corrects(texts: list[str]) -> None:
    files = weeks_of_june(*texts)
    imported = import_texts(files).report
    assume(not imported.stopped)
    corrected = {replace(decision, mark="") for decision in imported.decisions if decision.fault}
    assert {replace(fault, mark="") for fault in find_faults(files)} == corrected
