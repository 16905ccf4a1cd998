"""`diff`: which states are compared, of which meetings, and for whom it is printed."""

import json

import pytest
from support.notes import Notes

TOLD = "meetings/team/2020-10-19.yaml\n    Tickets Open 3 -> 5\n"


@pytest.fixture
def counted(notes: Notes) -> Notes:
    """Return notes whose only meeting counted 3, then 5, and 7 on disk."""
    for number in (3, 5):
        notes.meeting("2020-10-19", Open=number)
        notes.commit()
    notes.meeting("2020-10-19", Open=7)
    return notes


@pytest.mark.parametrize("words", [["HEAD~1", "HEAD"], ["HEAD~1..HEAD"], ["HEAD~1.."]])
def test_two_commits_are_compared(counted: Notes, words: list[str]) -> None:
    done = counted.run("diff", *words)
    assert (done.returncode, done.stdout, done.stderr) == (0, TOLD, "")


@pytest.mark.parametrize("words", [[], ["HEAD"], ["meetings"], ["HEAD", "meetings/team/2020-10-19.yaml"]])
def test_a_commit_alone_is_compared_with_the_files_as_they_are(counted: Notes, words: list[str]) -> None:
    assert counted.run("diff", *words).stdout == TOLD.replace("3 -> 5", "5 -> 7")


def test_what_is_staged_is_compared_with_the_last_commit(counted: Notes) -> None:
    assert counted.run("diff", "--staged").stdout == ""
    counted.git("add", ".")
    assert counted.run("diff", "--staged").stdout == TOLD.replace("3 -> 5", "5 -> 7")


def test_only_what_is_named_is_told(counted: Notes) -> None:
    counted.meeting("2020-10-26", Open=9)
    assert "2020-10-26.yaml: new" in counted.run("diff", "..", folder="meetings/team").stdout
    assert counted.run("diff", "2020-10-26.yaml", folder="meetings/team").stdout.count(".yaml") == 1


def test_scripts_get_what_differs_with_its_sentence(counted: Notes) -> None:
    (change,) = json.loads(counted.run("diff", "HEAD~1", "HEAD", "--format", "json").stdout)
    assert change == {
        "path": "meetings/team/2020-10-19.yaml",
        "date": "2020-10-19",
        "change": "changed",
        "baseline": None,
        "problem": None,
        "differences": [
            {
                "subject": "count",
                "change": "changed",
                "section": ["Tickets"],
                "record": "Tickets Open",
                "key": "",
                "before": 3,
                "after": 5,
                "sentence": "Tickets Open 3 -> 5",
            }
        ],
    }


def test_nothing_is_an_empty_list_for_scripts(counted: Notes) -> None:
    assert counted.run("diff", "HEAD", "HEAD", "--format", "json").stdout == "[]\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["mian"], "there is no commit 'mian' in this repository"),
        (["HEAD", "mian"], "there is no mian in the commit"),
        (
            ["HEAD~1", "HEAD", "--staged"],
            "--staged compares one commit with what is staged: leave the other one out",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(counted: Notes, words: list[str], sentence: str) -> None:
    assert sentence in counted.refusal("diff", *words)


def test_a_bare_repository_has_commits_to_compare(counted: Notes) -> None:
    counted.git("clone", "--quiet", "--bare", ".", "../bare.git")
    assert counted.run("-C", "../bare.git", "diff", "HEAD~1", "HEAD").stdout == TOLD
