"""How minutes look as the style of a series has them."""

from dataclasses import replace
from textwrap import dedent
from typing import Any

import pytest
from support.samples import history, meeting, minutes

from minutebook import rules
from minutebook.records.series import Style

EARLIER = """\
date: 2020-10-12
table: {id: a, columns: [A, B], rows: {Open: [1, 2]}}
counters: {calls: 3}
actions:
  - {id: a1bcde, owner: Mat, task: order parts, due: 2020-10-20}
  - {id: b1bcde, owner: unassigned, task: clean the windows}
"""
LATER = """\
date: 2020-10-26
status: draft
attending: [Mat]
absent: [Ada]
guests: [Visitor]
table: {id: a, columns: [A, B], totals: both, rows: {Open: [1, 4]}}
counters: {calls: 3}
actions:
  - {id: a1bcde, owner: Mat, task: order parts, due: 2020-10-20}
  - {id: b1bcde, owner: unassigned, task: clean the windows}
  - {id: c1bcde, owner: Ada, task: write, status: done}
sections: [{title: Quiet}]
"""


def drawn(**style: Any) -> list[str]:
    """Return the lines of the minutes of a meeting after an earlier one in a style."""
    return minutes(meeting(EARLIER), meeting(LATER), style=Style(**style)).splitlines()


def test_minutes_are_in_the_language_of_their_series() -> None:
    assert (
        drawn(language="fr")
        == dedent("""\
        <!-- Compte rendu de 2020-10-26.yaml, written by minutebook : modifier ce fichier-l\u00e0. -->
        # Weekly, 26 octobre 2020

        **Statut\u00a0:** brouillon\x20\x20
        **Pr\u00e9sents\u00a0:** Mat\x20\x20
        **Absents\u00a0:** Ada\x20\x20
        **Invit\u00e9s\u00a0:** Visitor\x20\x20

        | A | &Delta; | B | &Delta; | Total | &Delta; | \u00c9tat  |
        | - | ------- | - | ------- | ----- | ------- | ----- |
        | 1 | +0      | 4 | +2      | 5     | +2      | Open  |
        | 1 | +0      | 4 | +2      | 5     | +2      | Total |

        \u00c9volution depuis le 12 octobre 2020.

        -   3 (+0 depuis le 2020-10-12) calls
        -   AI (Ada): write [FAIT]
        -   AI (Mat): order parts (2e r\u00e9union, en retard depuis le 2020-10-20)
        -   AI (personne): clean the windows (2e r\u00e9union)


        ## Quiet

        None this week
        """).splitlines()
    )


def test_chinese_and_japanese_write_wide_signs_between_names_and_behind_labels() -> None:
    text = "date: 2020-10-26\nattending: [Mat, Bea]\nsections: [{title: A, duty: {Now: [Mat, Bea]}, actions: [{%s}]}]"
    item = "id: a1bcde, owner: [Mat, Bea], task: order parts"
    for language, label in (("zh", "\u51fa\u5e2d"), ("ja", "\u51fa\u5e2d\u8005")):
        lines = minutes(meeting(text % item), style=Style(language=language)).splitlines()
        assert f"**{label}**\uff1aMat\u3001Bea  " in lines
        assert {"-   Now: Mat\u3001Bea", "-   AI (Mat\u3001Bea): order parts"} <= {*lines}


def test_deltas_of_zero_can_be_hidden() -> None:
    lines = drawn(zeros="hidden")
    assert "| 1 |         | 4 | +2      | 5     | +2      | Open  |" in lines
    assert "-   3 calls" in lines


def test_what_is_done_can_be_struck_through() -> None:
    assert "-   ~~AI (Ada): write~~ [DONE]" in drawn(done="struck")


def test_a_task_in_which_something_is_struck_through_is_only_marked() -> None:
    text = LATER.replace("task: write", "task: write ~~two~~ three letters")
    written = minutes(meeting(EARLIER), meeting(text), style=Style(done="struck"))
    assert "-   AI (Ada): write ~~two~~ three letters [DONE]" in written


def test_what_is_overdue_can_stand_out() -> None:
    lines = drawn(overdue="bold")
    assert "-   AI (Mat): order parts (2nd meeting, **overdue since 2020-10-20**)" in lines


@pytest.mark.parametrize(
    ("path", "link"), [("2020-10-26", "2020-10-12.md"), ("2020/2020-10-26", "../2020-10-12.md")]
)
def test_the_previous_meeting_can_be_linked(path: str, link: str) -> None:
    later = replace(meeting("date: 2020-10-26\nattending: [Mat]"), path=f"meetings/technology/{path}.yaml")
    written = minutes(meeting(EARLIER), later, style=Style(previous="linked"))
    assert written.splitlines()[3:] == ["**Attending:** Mat  ", f"**Previous:** [12 October 2020]({link})  "]


def test_the_first_meeting_links_none() -> None:
    assert "Previous" not in minutes(meeting(EARLIER), style=Style(previous="linked"))


def test_a_series_can_have_words_of_its_own() -> None:
    lines = drawn(words=(("attending", "Present"), ("total", "Sum"), ("state", "What")))
    assert "**Present:** Mat  " in lines
    assert "| A | &Delta; | B | &Delta; | Sum | &Delta; | What |" in lines


def test_a_task_that_ends_in_words_of_its_series_is_told() -> None:
    item = "actions: [{id: a1bcde, owner: Mat, task: order parts (bis 2020-11-09)}]"
    last = meeting(f"date: 2020-10-26\n{item}")
    style = Style(language="de", words=(("due", "bis"),))
    found = rules.historical_findings(last, history(last, style=style))
    (finding,) = (finding for finding in found if finding.rule == "task-ends-like")
    assert finding.hint == "Write: task: order parts\n       due: 2020-11-09"
