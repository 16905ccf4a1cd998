"""Lines of actions with the usual mark before them."""

import pytest

from minutebook.actions.usual_marks import with_usual_mark, without_emphasis


@pytest.mark.parametrize("sign", ["*", "**", "_", "__", "***"])
@pytest.mark.parametrize("mark", ["{0}ACTION ITEM{0}:", "{0}ACTION ITEM:{0}", "{0}ACTION ITEM{0} :"])
def test_a_mark_may_be_emphasised(sign: str, mark: str) -> None:
    assert without_emphasis(f"{mark.format(sign)} Mat to order parts") == "ACTION ITEM: Mat to order parts"


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("**Action item** Mat to order parts", "Action item: Mat to order parts"),
        ("**Action** - Mat to order parts", "Action - Mat to order parts"),
        ("*Action* Mat to order parts", "Action Mat to order parts"),
        ("**Action items** of Mat", "Action items of Mat"),
    ],
)
def test_what_is_bold_is_a_label_without_a_colon_too(line: str, plain: str) -> None:
    assert without_emphasis(line) == plain


@pytest.mark.parametrize("line", ["*actionable* parts", "**Mat** to order parts", "*AI parts*", ""])
def test_other_emphasis_stays(line: str) -> None:
    assert without_emphasis(line) == line


@pytest.mark.parametrize(
    ("line", "usual"),
    [
        ("Action 3: order parts", "Action: order parts"),
        ("Action 3.1 order parts", "Action: order parts"),
        ("TODO 1.5 litres", "TODO 1.5 litres"),
        ("Task (Mat): order parts", "AI (Mat): order parts"),
        ("Tasks: order parts", "Tasks: order parts"),
    ],
)
def test_a_numbered_mark_or_that_of_a_series_is_the_usual_one(line: str, usual: str) -> None:
    assert with_usual_mark(line, "Task") == usual
