"""Classes that are made as the standard library makes frozen dataclasses, but sooner."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.records import frozen_class
from minutebook.records.series import Style


def make(dataclass: Any) -> Any:
    @dataclass(frozen=True, slots=True)
    class Row:
        label: str
        count: int = 0
        remark: str = dataclasses.field(default="", compare=False)
        marks: tuple[int, ...] = dataclasses.field(default_factory=tuple, repr=False)

    return Row


STANDARD, OURS = make(dataclasses.dataclass), make(frozen_class.dataclass)
values = st.tuples(
    st.sampled_from("ab"), st.integers(0, 1), st.sampled_from("cd"), st.just(()) | st.just((1,))
)


@given(values, values)
def test_records_are_equal_and_hashed_and_shown_as_those_of_the_standard_library(
    first: Any, second: Any
) -> None:
    ours, standard = [OURS(*first), OURS(*second)], [STANDARD(*first), STANDARD(*second)]

    assert (ours[0] == ours[1]) == (standard[0] == standard[1])
    assert len(set(ours)) == len(set(standard))
    assert repr(ours) == repr(standard)
    assert dataclasses.asdict(ours[0]) == dataclasses.asdict(standard[0])
    assert dataclasses.replace(ours[0], count=7).count == 7


def test_a_record_is_not_equal_to_one_of_another_class_with_the_same_fields() -> None:
    assert OURS("a") != make(frozen_class.dataclass)("a")
    assert OURS("a") != ("a", 0, "", ())


def test_a_field_is_given_by_place_or_by_name_or_has_its_default() -> None:
    assert OURS("a", 2, marks=(3,)) == OURS(label="a", count=2, remark="", marks=(3,))
    assert OURS("a").marks == ()


def test_a_field_that_is_missing_is_named_with_its_class() -> None:
    with pytest.raises(TypeError, match=r"Row.__init__\(\) missing 1 required .*'label'"):
        OURS()


def test_a_field_can_be_neither_set_nor_deleted() -> None:
    row = OURS("a")

    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'label'"):
        row.label = "b"
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'label'"):
        del row.label


def test_a_record_is_the_same_after_a_copy_and_in_another_process() -> None:
    style = Style(action="TODO")

    assert copy.copy(style) == copy.deepcopy(style) == pickle.loads(pickle.dumps(style)) == style  # noqa: S301


def test_a_pattern_matches_the_fields_of_a_record() -> None:
    match OURS("a", 2):
        case OURS("a", count):
            assert count == 2
        case _:
            pytest.fail("no match")
