"""The rule about lines that were typed in one go."""

import pytest
from support import rulebook
from support.rulebook import met

from minutebook.records.series import Person

DAY = "2020-10-05"
SECTIONS = "sections: [{title: JIRA}, {title: Talk}]\n"


def found(lines: str, extra: str = "") -> list[tuple[str, int | None, str]]:
    """Return where in the block, how seriously and in which words the rule speaks."""
    block = "".join(f"  {line}\n" for line in lines.split("\n"))
    findings = rulebook.findings(
        "quick-left", met(DAY, f"{extra}{SECTIONS}quick: |\n{block}"), roster=(Person("Mat"),)
    )
    return [(finding.severity, finding.line, finding.message) for finding in findings]


def test_all_that_waits_is_told_at_once_and_each_line_without_a_place_by_itself() -> None:
    assert found("JIRA: a\nMat: b\n\nParty: c") == [
        ("error", None, "2 lines wait to be put in place"),
        (
            "error",
            3,
            "'Party: c' can't be put in place: 'Party' is neither a person nor the title of a section",
        ),
    ]


@pytest.mark.parametrize(
    ("extra", "severity", "message"),
    [
        ("status: draft\n", "warning", "1 line waits to be put in place"),
        ("", "error", "1 line waits to be put in place"),
        (
            "status: skipped\nreason: x\n",
            "error",
            "nothing is put in its place in a meeting that was skipped",
        ),
    ],
)
def test_in_a_draft_it_is_only_a_warning(extra: str, severity: str, message: str) -> None:
    assert found("JIRA: a", extra) == [(severity, None, message)]


def test_empty_lines_are_no_lines() -> None:
    assert found("\n  ") == []


def test_beside_its_key_a_line_is_answered_with_a_block_and_no_mend() -> None:
    meeting = met(DAY, f'{SECTIONS}quick: "Tallk: a"\n')
    (finding,) = rulebook.findings("quick-left", meeting, roster=(Person("Mat"),))
    assert (finding.mend, finding.hint) == (None, "Write `quick: |`, and below it, indented: Talk: a")
