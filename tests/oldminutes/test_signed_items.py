"""Signs that a team puts before its action items."""

from minutebook.actions.known_people import known_people
from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.signed_items import signs_of_actions
from minutebook.records.roster import Roster
from minutebook.records.series import Person

PEOPLE = known_people(Roster((Person("Ada"), Person("Ben"))), ())
OWNED = "- {0} Ada will oil it\n- {0} Ben is going to paint\n\n## Roof\n\n- {0} Ada mends it\n"


def signs(text: str) -> frozenset[str]:
    """Return the signs of action items of a text."""
    return signs_of_actions(read_markdown(text), PEOPLE)


def test_a_sign_before_people_who_do_something_marks_action_items() -> None:
    assert signs(OWNED.format("\U0001f477")) == {"\U0001f477"}
    assert signs(OWNED.format("\u00bb")) == {"\u00bb"}


def test_a_sign_that_stands_before_other_things_as_well_marks_none() -> None:
    assert signs(OWNED.format("!") + "- ! it rains\n- ! it pours\n") == frozenset()
    assert signs("- ! Ada will oil it\n- ! Ben paints it\n") == frozenset()
