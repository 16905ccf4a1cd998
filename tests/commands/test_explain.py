"""`explain`: what a rule asks for."""

from support.notes import Notes

from minutebook.rules import explanations


def test_a_rule_is_explained_by_its_page(notes: Notes) -> None:
    assert notes.run("explain", "unknown-person").stdout == explanations.explanation("unknown-person")


def test_without_a_name_all_rules_are_listed_with_a_sentence_each(notes: Notes) -> None:
    lines = notes.run("explain").stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == list(explanations.names())
    assert all(line.split(": ", 1)[1] for line in lines)


def test_a_name_like_no_rule_is_answered_with_where_they_are_listed(notes: Notes) -> None:
    said = notes.run("explain", "zzz").stderr
    assert said == "minutebook: there is no rule 'zzz'; `minutebook explain` lists them\n"
