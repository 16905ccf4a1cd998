"""What is kept of a meeting comes back as it was."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from minutebook.actions.carry import FiledAction
from minutebook.notebook.brief_text import (
    decode_actions,
    decode_briefs,
    decode_year,
    encode_actions,
    encode_brief,
    encode_year,
)
from minutebook.records.history import Brief, make_year
from minutebook.records.meeting import Action

TEXTS = st.tuples(*[st.text()] * 2) | st.just(())
NAMES = st.frozensets(st.text(), max_size=2)
BRIEFS = st.builds(
    Brief,
    tables=NAMES,
    counters=NAMES,
    actions=st.dictionaries(st.text(), st.sampled_from(("open", "done")), max_size=2),
    noted=st.dictionaries(st.text(), TEXTS, max_size=2),
    prose=st.lists(st.tuples(st.none() | st.text(), st.text()), max_size=2).map(tuple),
)
ACTIONS = st.builds(
    Action,
    key_path=st.lists(st.text() | st.integers(0), max_size=2).map(tuple),
    id=st.text(min_size=1),
    owners=TEXTS,
    notes=TEXTS,
    x_keys=st.lists(st.tuples(st.text(), st.text()), max_size=2).map(tuple),
    typed=st.none(),
)
FILED = st.builds(FiledAction, ACTIONS, titles=TEXTS, line=st.integers(1))


@given(st.lists(BRIEFS, max_size=3))
def test_briefs_come_back_as_they_were(briefs: list[Brief]) -> None:
    named = [(f"2020-10-0{number}.yaml", brief) for number, brief in enumerate(briefs, 1)]
    assert list(decode_briefs(encode_brief(*pair) for pair in named)) == named


@given(st.lists(BRIEFS | BRIEFS.map(lambda brief: brief._replace(status="skipped")), max_size=3))
def test_a_year_comes_back_as_it_was(briefs: list[Brief]) -> None:
    days = [date(2020, 10, number) for number in range(1, len(briefs) + 1)]
    year = make_year(dict(zip(days, briefs, strict=True)), "digest")
    assert decode_year(encode_year(year), days, "digest") == year


@given(st.lists(FILED, max_size=3))
def test_actions_come_back_as_they_were_with_their_lines(filed: list[FiledAction]) -> None:
    lines = iter([listed.line or 0 for listed in filed])
    data = encode_actions(filed, lambda _key_path: next(lines))
    assert decode_actions(data, {listed.action.id for listed in filed if listed.action.id}) == tuple(filed)
