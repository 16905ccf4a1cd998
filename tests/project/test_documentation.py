"""What the documents show is what the program does."""

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from minutebook.rules import explanations
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read
from minutebook.source.yaml.text import Refused

if TYPE_CHECKING:
    from support.notes import Notes

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import reference  # noqa: E402  it lies beside the package, and is run as a script

OWN = [name for name in explanations.names() if name not in reference.IN_SCHEMA]


def fences(text: str, language: str) -> list[str]:
    """Return the contents of a document's fences of a language."""
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def refusals(text: str) -> set[str]:
    """Return the rules by which a text is refused."""
    try:
        read("x.yaml", text.encode())
    except Refused as refused:
        return {problem.rule for problem in refused.problems}
    return set()


@pytest.mark.parametrize("name", ["reference.py", "pictures.py"])
def test_what_scripts_write_is_current(name: str) -> None:
    script = ROOT / "scripts" / name
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "")


def test_the_minutes_in_the_readme_come_of_the_notes_in_it(notes: "Notes") -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    meeting = next(fence for fence in fences(text, "yaml") if fence.startswith("date:"))
    before = (
        meeting.replace("2020-10-26", "2020-10-19")
        .replace("11\n", "8\n")
        .replace("154", "169")
        .replace("18\n", "20\n")
    )
    notes.write("meetings/readme/series.yaml", "title: Team\nschedule: FREQ=WEEKLY;BYDAY=MO\n")
    notes.write("meetings/readme/2020-10-19.yaml", before)
    notes.write("meetings/readme/2020-10-26.yaml", meeting)
    done = notes.run("render", "meetings/readme/2020-10-26.yaml")
    assert fences(text, "markdown")[0] in done.stdout


@pytest.mark.parametrize("fence", fences((ROOT / "docs" / "format.md").read_text(encoding="utf-8"), "yaml"))
def test_the_yaml_in_the_description_of_the_format_is_read(fence: str) -> None:
    # But for three lines of which one is to be chosen, and a comment alone.
    assert refusals(fence) <= {"duplicate-key", "empty-file"}


@pytest.mark.parametrize("rule", OWN)
def test_the_schemas_accept_the_bad_example_of_a_rule_of_our_own(rule: str) -> None:
    bad = explanations.explanation(rule).split("## Bad", 1)[1]
    for path, text in re.findall(r"`(\S+\.yaml)`.*?\n\n```yaml\n(.*?)```", bad, re.DOTALL):
        try:
            document = read(path, text.encode())
        except Refused:
            continue  # the reader refuses it before any schema could be asked
        assert schemas.problems("series" if path.endswith("series.yaml") else "meeting", document) == ()
