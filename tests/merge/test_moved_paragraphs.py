"""A paragraph that one version has put elsewhere has what the other has changed in it, and stands once."""

import pytest
from support.versions import merge_texts_by_meaning

from minutebook.merge.conflicts import Conflict


def meeting(work: str, talk: str = "") -> str:
    """Return a meeting with notes in a section, and in another one."""
    notes = (
        f"  - title: {title}\n    notes: |\n"
        + "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))
        for title, text in (("Work", work), ("Talk", talk))
        if text
    )
    return "sections:\n" + "\n".join(notes)


BASE = "-   the pump is new\n-   Ann is on leave\n    -   until Monday\n-   closed at noon"
LEFT = "-   the pump is new\n-   closed at noon"
LEAVE = "-   Ann is on leave\n    -   until Monday"


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        pytest.param(
            meeting(LEFT, LEAVE),
            BASE.replace("Monday", "Friday"),
            meeting(LEFT, LEAVE.replace("Monday", "Friday")),
            id="a new section",
        ),
        pytest.param(
            meeting(LEFT, LEAVE),
            BASE.replace("noon", "two"),
            meeting(LEFT.replace("noon", "two"), LEAVE),
            id="another bullet is changed",
        ),
        pytest.param(
            meeting(
                "-   the pump is new\n-   closed at noon\n    -   Ann is on leave\n        -   until Monday"
            ),
            BASE.replace("Ann is", "Ann K. is"),
            meeting(
                "-   the pump is new\n-   closed at noon\n    -   Ann K. is on leave\n        -   until Monday"
            ),
            id="below another bullet",
        ),
        pytest.param(
            meeting("-   the pump is new\n-   Ann is on leave\n-   closed at noon\n-   until Monday"),
            BASE.replace("until Monday", "until Monday evening"),
            meeting("-   the pump is new\n-   Ann is on leave\n-   closed at noon\n-   until Monday evening"),
            id="out of another bullet",
        ),
    ],
)
def test_it_stands_changed_where_it_was_put(ours: str, theirs: str, merged: str) -> None:
    base, theirs = meeting(BASE), meeting(theirs)
    for sides in ((ours, theirs), (theirs, ours)):
        assert "".join(f"{line}\n" for line in merge_texts_by_meaning(base, *sides)) == merged


def test_what_stands_elsewhere_twice_is_for_people_to_decide() -> None:
    ours, theirs = meeting(LEFT, f"{LEAVE}\n\nx\n\n{LEAVE}"), meeting(BASE.replace("Monday", "Friday"))
    merged_lines = merge_texts_by_meaning(meeting(BASE), ours, theirs)
    assert any(isinstance(line, Conflict) for line in merged_lines)


def test_what_stood_elsewhere_before_is_not_changed() -> None:
    base, ours = meeting("-   all is well\n-   x", "-   all is well"), meeting("-   x", "-   all is well")
    merged_lines = merge_texts_by_meaning(
        base, ours, meeting("-   all is well so far\n-   x", "-   all is well")
    )
    (conflict,) = [line for line in merged_lines if isinstance(line, Conflict)]
    assert conflict.theirs == ("      -   all is well so far",)
    assert "      -   all is well" in merged_lines
