"""Names that stand apart from a task."""

import pytest
from support.people import TEAM

from minutebook.actions.lone_names import split_lone_names


@pytest.mark.parametrize(
    ("task", "names", "rest"),
    [
        ("the door: Mat;", ("Mat",), "the door"),
        ("oil the door (Mat, Ann)!", ("Mat", "Ann"), "oil the door"),
        ("oil **the door** **Mat**", ("Mat",), "oil **the door**"),
        ("oil - **Mat** for all", ("Mat",), "oil: for all"),
        ("**oil it - Mat**", ("Mat",), "**oil it - Mat**"),
        ("door | Mat | 1 May", ("Mat",), "door: 1 May"),
        ("a) `Mat`: oil it", ("Mat",), "oil it"),
        ("Mat, oil it", ("Mat",), "oil it"),
        ("Mat, Zoltan's door", (), "Mat, Zoltan's door"),
        ("Mat(here) spoke of it", (), "Mat(here) spoke of it"),
        ("oil the door, Mat", ("Mat",), "oil the door"),
        ("oil the door, Mat, (with care)", ("Mat",), "oil the door (with care)"),
        ("ask Ann, Mat", (), "ask Ann, Mat"),
        ("oil the door (Mat ~ 2 days)", ("Mat",), "oil the door (2 days)"),
        ("oil it [name=Mat]", ("Mat",), "oil it [name=Mat]"),
        ("oil it (Mat) [today]", ("Mat",), "oil it (Mat) [today]"),
        ("ask Mat: oil", (), "ask Mat: oil"),
        ("- Mat", (), "- Mat"),
        ("", (), ""),
    ],
)
def test_a_name_between_signs_is_split_from_its_task(task: str, names: tuple[str, ...], rest: str) -> None:
    def names_in(phrase: str) -> tuple[str, ...]:
        names = TEAM.split(phrase)
        return names if TEAM.are_known(names) else ()

    assert split_lone_names(task, names_in) == (names, rest)
