"""Templates are filled with what was chosen."""

from pathlib import PurePosixPath

from minutebook.setup.choices import Choices, Source


def test_pip_installs_from_the_source_at_its_revision() -> None:
    assert Source("https://example.org/m", "v1").requirement == "git+https://example.org/m@v1"


def test_templates_have_the_choices_in_them_one_after_another() -> None:
    choices = Choices(PurePosixPath("notes/all"), None, Source('https://example.org/"m"', "v1"))
    text = choices.filled("vscode-settings.json", "gitlab-ci.yml")
    assert '"./schema/meeting.schema.json": "notes/all/**/????-??-??.yaml"' in text
    assert 'MINUTEBOOK: "git+https://example.org/\\"m\\"@v1"' in text
    assert "@NOTES@" not in text
    assert "@REQUIREMENT@" not in text
