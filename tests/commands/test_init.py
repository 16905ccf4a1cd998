"""`init`: a notes repository with all it needs, in an empty folder and in one that has files already."""

import re
import shlex
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from support.notes import Notes
from support.setups import SOURCE, TOLD, files, first_meeting, load

FILES = {
    ".gitattributes",
    ".github/workflows/minutebook.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".gitlab/minutebook.yml",
    ".idea/jsonSchemas.xml",
    ".nvim.lua",
    ".pre-commit-config.yaml",
    ".prettierignore",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "meetings/web-team/series.yaml",
    "schema/meeting.schema.json",
    "schema/series.schema.json",
}


def test_an_empty_folder_becomes_a_repository_with_all_its_files(empty: Notes) -> None:
    done = empty.run("init", *TOLD)
    assert done.returncode == 0, done.stderr
    assert set(files(empty)) == FILES | {first_meeting(empty)}
    empty.git("rev-parse", "--git-dir")


def test_each_file_is_told_with_what_it_is_for(empty: Notes) -> None:
    told = dict(re.findall(r"^wrote (\S+): (.+)$", empty.run("init", *TOLD).stdout, re.MULTILINE))
    assert set(told) == set(files(empty))
    assert all(told.values())


def test_run_again_it_changes_nothing(empty: Notes) -> None:
    empty.run("init", *TOLD)
    before = files(empty)
    for words in (TOLD, SOURCE):
        done = empty.run("init", *words)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.endswith("Everything is set up already; nothing was changed.\n")
    assert files(empty) == before


def test_the_notes_pass_once_their_minutes_are_written(empty: Notes) -> None:
    empty.run("init", *TOLD)
    empty.git("add", ".")
    assert empty.run("sync", "--stage").returncode == 0
    assert empty.problems() == []
    assert empty.problems("--staged") == []


def test_the_series_says_what_was_told(empty: Notes) -> None:
    empty.run("init", *TOLD)
    series = load(empty, "meetings/web-team/series.yaml")
    assert series["title"] == "Web team"
    assert series["schedule"][0]["rule"] == "FREQ=WEEKLY;BYDAY=MO"
    assert list(series["roster"]) == ["Mat", "Diego"]


def test_the_first_meeting_is_a_draft_on_the_next_day_of_the_schedule(empty: Notes) -> None:
    empty.run("init", *TOLD)
    meeting = load(empty, first_meeting(empty))
    assert meeting["status"] == "draft"
    day = date.fromisoformat(str(meeting["date"]))
    assert day.weekday() == 0
    assert timedelta(0) <= day - date.today() < timedelta(days=7)


def test_every_file_of_notes_names_its_schema(empty: Notes) -> None:
    empty.run("init", *TOLD)
    for path in ("meetings/web-team/series.yaml", first_meeting(empty)):
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", empty.read(path))
        assert found
        assert ((empty.top / path).parent / found[1]).resolve().is_file()


def test_the_next_meeting_follows_from_the_first(empty: Notes) -> None:
    empty.run("init", *TOLD, "--date", "2020-10-19")
    empty.write(first_meeting(empty), empty.read(first_meeting(empty)).replace("status: draft\n", ""))
    done = empty.run("new")
    assert "wrote meetings/web-team/2020-10-26.yaml\n" in done.stdout, done.stderr


def test_the_first_days_are_told_so_that_one_sees_what_was_understood(empty: Notes) -> None:
    words = ("--schedule", "every second Monday", "--date", "2026-11-30")
    said = empty.run("init", "--title", "x", "--people", "", *words, *SOURCE).stderr
    assert "The meetings are on Monday 2026-11-30, Monday 2026-12-14, Monday 2026-12-28, … " in said


def test_that_a_repository_is_made_is_told(empty: Notes) -> None:
    assert empty.run("init", *TOLD).stderr.startswith(f"made {empty.top} a git repository\n")


@pytest.mark.parametrize("words", [(), ("--with", "github"), ("--without", "none")])
def test_that_nothing_tells_for_whom_files_are_is_told(empty: Notes, words: tuple[str, ...]) -> None:
    shown = empty.run("init", *TOLD, *words).stderr
    assert ("Those that you delete are not written again" in shown) == (not words)


def test_what_people_delete_of_the_files_for_all_is_not_written_again(empty: Notes) -> None:
    empty.run("init", *TOLD)
    for path in (".gitlab/minutebook.yml", ".gitlab-ci.yml", ".nvim.lua", ".idea/jsonSchemas.xml"):
        (empty.top / path).unlink()
    empty.write(".gitattributes", empty.read(".gitattributes").replace(" gitlab-generated", ""))
    assert empty.run("init").stderr == "Everything is set up already; nothing was changed.\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--title", " "), "a series needs a title"),
        (("--title", "x", "--schedule", "now and then"), "'now and then' can't be understood as a schedule"),
        (("--title", "x", "--schedule", "none", "--people", "", "--date", "soon"), "--date must be a day"),
        (("../out", "--title", "x"), "is not in this repository"),
        (
            (".", "--title", "x", "--schedule", "none", "--people", ""),
            "can't be set up: move it into a folder",
        ),
        (
            ("--title", "x", "--schedule", "none", "--people", "x" * 2000),
            "meetings/x/series.yaml could not be read",
        ),
    ],
)
def test_what_cannot_be_set_up_is_told_and_nothing_is_written(
    words: tuple[str, ...], message: str, empty: Notes
) -> None:
    done = empty.run("init", *words, *SOURCE)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert list(empty.top.iterdir()) == []


def test_a_dry_run_lists_every_file_with_its_size_and_writes_nothing(empty: Notes) -> None:
    shown = empty.run("init", "--dry-run", *TOLD)
    assert list(empty.top.iterdir()) == []
    empty.run("init", *TOLD)
    for path, content in files(empty).items():
        size = f"{len(content)} bytes" if len(content) < 1000 else f"{len(content) / 1000:.0f} kB"
        assert f"would write {path} ({size}): " in shown.stdout
    assert shown.stdout.count("\n") == len(files(empty))


def test_a_dry_run_shows_what_is_added(existing: Notes) -> None:
    existing.write(".gitignore", "*.pyc\n")
    shown = existing.run("init", "--dry-run", *TOLD).stdout
    assert " *.pyc\n+# Left behind when minutebook is killed halfway.\n+.minutebook-*.tmp\n" in shown
    assert "would add to .gitignore (67 bytes): " in shown


def test_an_existing_repository_keeps_its_files(existing: Notes) -> None:
    before = files(existing)
    existing.run("init", *TOLD)
    assert before.items() <= files(existing).items()
    assert existing.git("status", "--porcelain", "code.py").stdout == ""


def test_it_sets_up_the_top_of_the_repository_from_any_folder(existing: Notes) -> None:
    (existing.top / "sub").mkdir()
    assert existing.run("init", *TOLD, folder="sub").returncode == 0
    assert set(files(existing)) >= FILES


def test_a_second_series_is_added_beside_the_first(empty: Notes) -> None:
    empty.run("init", *TOLD)
    done = empty.run("init", "--title", "Board", "--schedule", "none", "--people", "", *SOURCE)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        "wrote meetings/board/series.yaml",
        f"wrote meetings/board/{date.today()}.yaml",
    ]


def test_a_series_in_a_folder_of_its_own_is_told_until_it_is_set_up(empty: Notes) -> None:
    empty.run("init", *TOLD)
    empty.commit()
    (empty.top / "docs").mkdir()
    empty.git("mv", "meetings/web-team", "docs/web")
    empty.write("archive/old/series.yaml", "title: Old\n")
    assert "in docs yet; type: minutebook init docs/web\n" in empty.run("init", *SOURCE).stderr
    assert "type:" not in empty.run("init", "docs/web", *SOURCE).stderr
    assert "Everything is set up already" in empty.run("init", *SOURCE).stderr


def test_after_a_second_series_only_its_meeting_is_left_to_do(empty: Notes) -> None:
    empty.run("init", *TOLD)
    empty.commit()
    said = empty.run("init", "--title", "Board", "--schedule", "none", "--people", "", *SOURCE).stderr
    assert said.startswith("\nOne thing to do now:\n  1. Fill in meetings/board/")
    assert "git add" not in said
    text = empty.read(meeting := next(name for name in files(empty) if "board/20" in name))
    empty.write(meeting, text.replace("status: draft\n", ""))
    typed(empty, said)
    assert empty.problems("--staged") == []


def test_what_a_file_of_the_team_lacks_is_the_first_thing_to_do(empty: Notes) -> None:
    empty.write(".pre-commit-config.yaml", "exclude: ^vendor/\nrepos: []\n")
    said = empty.run("init", *TOLD).stderr
    assert ".pre-commit-config.yaml is not complete yet: so that no formatter" in said
    assert (
        "Three things to do now:\n  1. Do with .pre-commit-config.yaml what is said above.\n  2. Set" in said
    )


def test_files_for_ci_alone_need_no_hooks_to_be_set_up(empty: Notes) -> None:
    empty.run("init", *TOLD)
    for name in (".gitlab/minutebook.yml", ".gitlab-ci.yml"):
        (empty.top / name).unlink()
    said = empty.run("init", *SOURCE).stderr
    assert said == (
        "\nOne thing to do now:\n  1. Add to git what was written:\n         git add .gitlab .gitlab-ci.yml\n"
    )


CONFIG = """\
# ours
repos:
  # formatters
  - repo: https://example.org/hooks
    rev: v5.0.0
    hooks:
      - id: trailing-whitespace
"""


def test_the_hook_is_added_to_a_configuration_of_which_no_byte_changes(existing: Notes) -> None:
    existing.write(".pre-commit-config.yaml", CONFIG)
    done = existing.run("init", *TOLD)
    assert "added to .pre-commit-config.yaml: runs minutebook at each commit\n" in done.stdout
    after = existing.read(".pre-commit-config.yaml")
    head, rest = CONFIG.split("repos:\n")
    assert re.fullmatch(rf"{head}repos:\n(  .*\n)+{re.escape(rest)}(.*\n)+", after)
    config = load(existing, ".pre-commit-config.yaml")
    assert config["repos"][0] == {
        "repo": "https://example.org/minutebook",
        "rev": "v0.1.0",
        "hooks": [{"id": "minutebook"}],
    }
    assert config["repos"][1:] == YAML(typ="safe").load(CONFIG)["repos"]
    assert config["default_install_hook_types"] == ["pre-commit", "pre-merge-commit"]
    existing.call([sys.executable, "-m", "pre_commit", "validate-config"])


def test_a_link_in_the_place_of_a_file_is_not_followed(existing: Notes, tmp_path: Path) -> None:
    (existing.top / ".gitignore").symlink_to(tmp_path / "elsewhere")
    done = existing.run("init", *TOLD)
    assert done.returncode == 2
    assert ".gitignore is a symbolic link: put a file there" in done.stderr
    assert not (tmp_path / "elsewhere").exists()
    assert not (existing.top / "meetings").exists()


def test_bytes_that_are_no_text_are_kept(existing: Notes) -> None:
    (existing.top / ".gitignore").write_bytes(b"caf\xe9\n")
    existing.run("init", *TOLD)
    assert (existing.top / ".gitignore").read_bytes().startswith(b"caf\xe9\n# Left")


def test_the_two_things_to_do_next_are_lines_to_type(empty: Notes) -> None:
    said = empty.run("init", *TOLD).stderr
    assert "Two things to do now:\n  1. " in said
    add, install, *rest = (line.strip() for line in said.splitlines() if line.startswith("         "))
    assert add == (
        "git add schema .pre-commit-config.yaml .github .gitlab .gitlab-ci.yml .gitattributes .gitignore "
        ".prettierignore .vscode .idea .nvim.lua"
    )
    assert install.endswith("pre-commit install")
    assert rest == ["minutebook sync --stage", "git commit"]


def typed(notes: Notes, said: str) -> None:
    """Type what is to be typed, but for the commit."""
    for line in (line.strip() for line in said.splitlines() if line.startswith("         ")):
        program, *words = shlex.split(line)
        if program == "git" and words[0] == "add":
            notes.git(*words)
        elif program == "minutebook":
            assert notes.run(*words).returncode == 0


@pytest.mark.parametrize("repository", ["empty", "existing"])
def test_what_is_to_be_typed_adds_what_was_written_and_nothing_else(
    repository: str, request: pytest.FixtureRequest
) -> None:
    notes: Notes = request.getfixturevalue(repository)
    notes.write(".venv/bin/python", "")
    said = notes.run("init", *TOLD).stderr
    notes.write(first_meeting(notes), notes.read(first_meeting(notes)).replace("status: draft\n", ""))
    typed(notes, said)
    status = notes.git("status", "--porcelain").stdout.splitlines()
    assert [line for line in status if not line.startswith("A  ")] == ["?? .venv/"]
    assert notes.problems("--staged") == []


def test_a_source_on_this_machine_is_told_to_be_out_of_reach_for_others(empty: Notes, tmp_path: Path) -> None:
    words = (
        "--title",
        "x",
        "--schedule",
        "none",
        "--people",
        "",
        "--source",
        str(tmp_path),
        "--source-rev",
        "v1",
    )
    said = empty.run("init", *words).stderr
    assert f"minutebook comes from {tmp_path.as_uri()} at v1, which seems to be only on this machine" in said


def test_only_the_folder_of_the_notes_is_touched(empty: Notes) -> None:
    empty.run("init", "docs/meetings/web", *TOLD)
    said = empty.git("check-attr", "eol", "linguist-generated", "--", "docs/api/README.md").stdout
    assert re.findall(r": (\S+)$", said, re.MULTILINE) == ["unspecified", "unspecified"]
    assert not re.search(load(empty, ".pre-commit-config.yaml")["exclude"], "docs/api/README.md")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--mend", "off"),
            ".github/workflows/minutebook.yml was left as it is: with these options it would be another file",
        ),
        (
            ("--source", "https://example.org/x"),
            "its hook must come from https://example.org/x: change that by hand",
        ),
    ],
)
def test_options_that_files_do_not_follow_are_told(words: tuple[str, str], told: str, empty: Notes) -> None:
    empty.run("init", *TOLD)
    assert told in empty.run("init", *SOURCE, *words).stderr


def test_what_is_to_be_typed_holds_where_one_stands(existing: Notes) -> None:
    (existing.top / "sub").mkdir()
    said = existing.run("init", *TOLD, folder="sub").stderr
    (add,) = (line.strip() for line in said.splitlines() if line.strip().startswith("git add"))
    existing.git(*shlex.split(add)[1:], folder="sub")
    assert "A  .gitattributes" in existing.git("status", "--porcelain").stdout


def test_files_are_named_as_they_are_typed_where_one_stands(existing: Notes) -> None:
    (existing.top / "sub").mkdir()
    done = existing.run("init", *TOLD, folder="sub")
    wrote = [line.split()[1].rstrip(":") for line in done.stdout.splitlines() if line.startswith("wrote ")]
    assert wrote
    assert all((existing.top / "sub" / path).is_file() for path in wrote)


def test_what_git_leaves_out_is_not_to_be_added(existing: Notes) -> None:
    existing.write(".gitignore", ".idea/\n")
    said = existing.run("init", *TOLD).stderr
    assert "Only you have these, because git ignores them (see .gitignore): .idea/jsonSchemas.xml\n" in said
    assert not [line for line in said.splitlines() if "git add" in line and ".idea" in line]


def test_what_lay_in_the_folder_before_is_not_to_be_added(empty: Notes) -> None:
    empty.write("schema/private.key", "x")
    said = empty.run("init", *TOLD).stderr
    typed(empty, said)
    assert "?? schema/private.key" in empty.git("status", "--porcelain", "-uall").stdout


def test_notes_that_git_would_leave_out_are_not_begun(existing: Notes) -> None:
    existing.write(".gitignore", "meetings/\n")
    done = existing.run("init", *TOLD)
    assert done.returncode == 2
    assert (
        "git ignores meetings/web-team/series.yaml, but minutes must be kept: change the rule `"
        in done.stderr
    )
    assert not (existing.top / "meetings").exists()


def test_each_file_says_itself_what_it_is_for(empty: Notes) -> None:
    empty.run("init", *TOLD)
    for name in FILES - {"schema/meeting.schema.json", "schema/series.schema.json"}:
        head = "\n".join(empty.read(name).splitlines()[:3])
        assert re.search(r"^(#|//|--|<!--) [A-Z]\S+ \w+", head, re.MULTILINE), name


def test_no_file_has_a_placeholder_left(empty: Notes) -> None:
    empty.run("init", *TOLD)
    for content in files(empty).values():
        assert content.endswith(b"\n")
        assert not re.search(rb"@[A-Z]+@", content)


def test_gits_view_of_the_minutes_is_as_the_attributes_say(empty: Notes) -> None:
    empty.run("init", *TOLD)
    folder = "meetings/web-team"
    for path in ("2020-10-26.md", "2020/2020-10-26.md", "README.md"):
        names = ("linguist-generated", "gitlab-generated", "eol")
        said = empty.git("check-attr", *names, "--", f"{folder}/{path}").stdout
        assert re.findall(r": (\S+)$", said, re.MULTILINE) == ["set", "set", "lf"]
    for path in (f"{folder}/2020-10-26.yaml", f"{folder}/plan.md", "meetings/README.md", "README.md"):
        said = empty.git("check-attr", "linguist-generated", "--", path).stdout
        assert said.endswith(": unspecified\n")


def test_a_folder_with_blanks_is_one_in_every_file(empty: Notes) -> None:
    assert empty.run("init", "our notes/web", *TOLD).returncode == 0
    said = empty.git("check-attr", "linguist-generated", "--", "our notes/web/2020-10-26.md")
    assert said.stdout.endswith(": set\n")
    assert said.stderr == ""
