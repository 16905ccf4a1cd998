"""What the program takes for granted is what the schemas promise."""

from dataclasses import asdict

from minutebook.records import defaults
from minutebook.records.series import Series, Style
from minutebook.source.schema import schemas

SERIES = schemas.load("series")["properties"]
MEETING = schemas.load("meeting")


def test_the_defaults_are_those_of_the_schemas() -> None:
    definitions = MEETING["$defs"]
    assert SERIES["format"]["default"] == defaults.FORMAT
    assert SERIES["lapse"]["default"] == defaults.LAPSE
    assert SERIES["empty"]["default"] == defaults.EMPTY
    assert MEETING["properties"]["status"]["default"] == defaults.MEETING_STATUS
    assert definitions["table"]["properties"]["labels"]["default"] == defaults.LABELS
    assert definitions["action"]["properties"]["status"]["default"] == defaults.ACTION_STATUS


def test_a_series_without_a_word_has_them() -> None:
    assert (Series("").lapse.final, Series("").empty.final) == (defaults.LAPSE, defaults.EMPTY)
    assert Series("").style.final == Style()
    style = SERIES["style"]["properties"]
    usual = {key: setting["default"] for key, setting in style.items() if key != "words"}
    assert usual | {"words": ()} == asdict(Style())
