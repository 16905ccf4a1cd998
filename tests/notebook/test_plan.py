"""Files are written unless that would run over what somebody typed."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import Notes

from minutebook.notebook.generated import generate
from minutebook.notebook.last_writes import LastWrites
from minutebook.notebook.notebook import notebooks
from minutebook.notebook.plan import Plan, Planner, can_write, carry_out, hand_typed_lines
from minutebook.repository.checkout import Checkout

DAY = "2020-10-26"
HAND = "The office is closed on Friday.\n"


def planned(notes: Notes, *, staged: bool = False, perform: bool = False) -> Plan:
    """Return what is planned for the series, and carry it out if that is asked for."""
    with closing(Checkout(notes.top)) as repository:
        (notebook,) = notebooks(repository.index() if staged else repository.working_tree())
        planner = Planner(repository, notebook, LastWrites(repository.git_dir), staged=staged)
        result = planner.plan({}, list(generate(notebook, notebook.days)))
        if perform:
            carry_out(result.writes, planner.last_writes)
    return result


def rules(result: Plan) -> list[tuple[str, str]]:
    return [(problem.path.rpartition("/")[2], problem.rule) for problem in result.problems]


@pytest.fixture
def written(notes: Notes) -> Notes:
    """Return a series with one meeting, whose minutes and index were written."""
    notes.meeting(DAY, Open=12, Done=3)
    planned(notes, perform=True)
    return notes


def append(notes: Notes, text: str) -> None:
    notes.write(notes.minutes(DAY), notes.read(notes.minutes(DAY)) + text)


def test_what_is_current_is_not_written_again(written: Notes) -> None:
    assert planned(written).writes == ()


def test_all_that_a_series_consists_of_belongs_to_its_plan(written: Notes) -> None:
    names = {path.rpartition("/")[2] for path in planned(written).files}
    assert names == {"series.yaml", "README.md", f"{DAY}.yaml", f"{DAY}.md"}


def test_lines_that_nobody_else_has_keep_a_file_from_being_written(written: Notes) -> None:
    append(written, HAND)
    result = planned(written)
    assert (result.writes, rules(result)) == ((), [(f"{DAY}.md", "hand-edited")])
    assert written.minutes(DAY) not in result.files


def test_lines_that_git_has_are_replaced_with_a_warning(written: Notes) -> None:
    append(written, HAND)
    written.commit()
    result = planned(written)
    assert [write.path for write in result.writes] == [written.minutes(DAY)]
    assert rules(result) == [(f"{DAY}.md", "hand-edit-replaced")]


def test_somebodys_own_file_in_the_place_of_minutes_is_protected_even_if_git_has_it(notes: Notes) -> None:
    notes.meeting(DAY, Open=12)
    notes.write(notes.minutes(DAY), HAND)
    notes.commit()
    assert rules(planned(notes)) == [(f"{DAY}.md", "hand-edited")]


def test_lines_that_minutebook_wrote_last_are_written_over(written: Notes) -> None:
    written.meeting(DAY, Open=11, Done=4)
    assert [write.path for write in planned(written).writes] == [written.minutes(DAY)]


def test_the_kind_of_newlines_of_a_file_stays(written: Notes) -> None:
    written.write(written.minutes(DAY), written.read(written.minutes(DAY)).replace("\n", "\r\n"))
    written.meeting(DAY, Open=11, Done=4)
    planned(written, perform=True)
    assert "\r\n" in written.read(written.minutes(DAY))


def test_a_hook_asks_for_what_is_current_on_disk_and_not_staged(written: Notes) -> None:
    written.git("add", f"{written.series}/{DAY}.yaml", f"{written.series}/series.yaml")
    result = planned(written, staged=True)
    assert result.writes == ()
    assert rules(result) == [(f"{DAY}.md", "not-staged"), ("README.md", "not-staged")]
    assert result.unstaged == (written.minutes(DAY), f"{written.series}/README.md")


def test_a_hook_does_not_write_over_changes_that_are_not_staged(written: Notes) -> None:
    written.commit()
    written.meeting(DAY, Open=11, Done=4)
    written.git("add", f"{written.series}/{DAY}.yaml")
    append(written, HAND)
    result = planned(written, staged=True)
    assert (result.writes, rules(result)) == ((), [(f"{DAY}.md", "not-staged")])


def test_a_hook_edits_a_meeting_only_where_it_is_staged_as_it_is_on_disk(written: Notes) -> None:
    path = f"{written.series}/{DAY}.yaml"
    written.git("add", written.series)
    with closing(Checkout(written.top)) as repository:
        (notebook,) = notebooks(repository.index())
        assert can_write(repository, notebook, path, "new", staged=True)
        written.write(path, "date: 2020-10-26\ntitle: Changed\n")
        assert not can_write(repository, notebook, path, "new", staged=True)
        assert can_write(repository, notebook, path, "date: 2020-10-26\ntitle: Changed\n", staged=True)
        assert can_write(repository, notebook, path, "new", staged=False)


def test_what_an_earlier_version_wrote_into_the_index_was_typed_by_nobody(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1)
    notes.meeting("2020-10-26", Open=2)
    notes.run("sync")
    index = f"{notes.series}/README.md"
    link = "[26 October 2020](2020-10-26.md)"
    notes.write(index, notes.read(index).replace(link, f"{link} (previous [19 October 2020](2020-10-19.md))"))
    notes.commit()
    (notes.top / ".git/minutebook/version").write_text("0.0.1", encoding="utf-8")
    done = notes.run("sync")
    assert (done.stdout, done.stderr) == (f"wrote {index}\n", "")


def test_a_line_that_no_known_text_has_is_foreign() -> None:
    assert hand_typed_lines("a\nnew\nb\n", ["a\nb\n"]) == ((2, "new"),)


def test_a_line_may_stand_in_any_of_the_known_texts() -> None:
    assert hand_typed_lines("a\nb\n", ["a\n", "b\n"]) == ()


def test_blank_lines_and_blanks_at_the_end_are_nobodys() -> None:
    assert hand_typed_lines("a  \n\n   \n", ["a\n"]) == ()


def test_a_change_of_indentation_is_an_edit() -> None:
    assert hand_typed_lines("    a\n", ["a\n"]) == ((1, "    a"),)


def test_lines_that_only_moved_are_not_foreign() -> None:
    assert hand_typed_lines("b\na\n", ["a\nb\n"]) == ()


def test_a_line_that_was_deleted_is_no_line_to_save() -> None:
    assert hand_typed_lines("a\n", ["a\nb\n"]) == ()


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base"])
def test_conflict_marks_are_not_foreign(mark: str) -> None:
    assert hand_typed_lines(f"{mark}\na\n", ["a\n"]) == ()


@pytest.mark.parametrize("line", ["========", "<<<<<<<<", " =======", "=======x"])
def test_what_only_looks_like_a_conflict_mark_is_foreign(line: str) -> None:
    assert hand_typed_lines(line, [""]) == ((1, line),)


def test_windows_newlines_are_no_edit() -> None:
    assert hand_typed_lines("a\r\nb\r\n", ["a\nb\n"]) == ()


@given(st.lists(st.text("ab \n"), min_size=1, max_size=3))
def test_nothing_of_a_known_text_is_foreign(texts: list[str]) -> None:
    assert hand_typed_lines("\n".join(texts), texts) == ()


@given(st.text("ab \n"), st.text("bc \n"))
def test_every_line_is_known_or_foreign(text: str, known: str) -> None:
    foreign = dict(hand_typed_lines(text, [known]))
    for number, line in enumerate(text.split("\n"), start=1):
        is_known = not line.strip() or line.rstrip() in {other.rstrip() for other in known.split("\n")}
        assert is_known is (number not in foreign)
