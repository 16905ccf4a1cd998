"""What is set up for each editor names the schemas, and the files that each of them is for."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.setuptemplates import jetbrains, neovim, vscode

from minutebook.setup.inventory import EDITORS
from minutebook.source.schema import schemas

if TYPE_CHECKING:
    from support.notes import Notes

GUIDE = (Path(__file__).resolve().parents[2] / "docs/how-to/editors.md").read_text(encoding="utf-8")
MEETINGS = ("meetings/team/2020-10-26.yaml", "meetings/team/2020/2020-10-26.yaml")
SERIES = ("meetings/team/series.yaml", "meetings/eu/team/series.yaml")
OTHERS = (
    *("meetings/team/2020-10-26.md", "meetings/team/agenda.yaml", "meetings/team/x2020-10-26.yaml"),
    *("meetings/team/my-series.yaml", "other/2020-10-26.yaml", "other/series.yaml", "meetings.yaml"),
)


def jetbrains_matches(pattern: str, path: str) -> bool:
    """Match a path as the editors of JetBrains do: `*` stands for anything, even for slashes, `?` for one sign."""
    expression = "".join({"*": ".*", "?": "."}.get(sign, re.escape(sign)) for sign in pattern)
    return bool(re.fullmatch(f".*/{expression}", f"/home/somebody/notes/{path}"))


@pytest.mark.parametrize("patterns", [vscode(), neovim(), jetbrains()], ids=["vscode", "neovim", "jetbrains"])
def test_every_editor_is_told_of_the_two_schemas(patterns: dict[str, str]) -> None:
    assert [path.removeprefix("./") for path in patterns] == [
        "schema/meeting.schema.json",
        "schema/series.schema.json",
    ]


def test_neovim_is_told_the_same_as_vs_code() -> None:
    assert neovim() == vscode()


def test_jetbrains_knows_meetings_and_series_and_leaves_other_files_alone() -> None:
    patterns = jetbrains().items()
    for path in (*MEETINGS, *SERIES, *OTHERS):
        kind = "meeting" if path in MEETINGS else "series"
        expected = [] if path in OTHERS else [f"schema/{kind}.schema.json"]
        assert [name for name, pattern in patterns if jetbrains_matches(pattern, path)] == expected


class TestGuide:
    """The page that says how to set up an editor by hand."""

    def test_it_names_all_settings(self) -> None:
        assert set(re.findall(r"`(\.[a-z]\S+)`", GUIDE)) == {
            path for paths in EDITORS.values() for path in paths
        }

    def test_its_commands_write_the_schemas(self, notes: "Notes") -> None:
        (commands,) = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
        lines = [line.partition(" > ") for line in commands.splitlines() if line.startswith("minutebook ")]
        kinds: tuple[schemas.FileType, ...] = ("meeting", "series")
        for kind, (words, _, path) in zip(kinds, lines, strict=True):
            notes.write(path, notes.run(*words.split()[1:]).stdout)
            assert notes.read(f"schema/{kind}.schema.json") == schemas.source(kind)

    def test_the_first_lines_that_it_shows_lead_to_the_schemas(self, tmp_path: Path) -> None:
        shown = re.findall(r"^\| `(\S+)` \| `# yaml-language-server: \$schema=(.+)` \|$", GUIDE, re.MULTILINE)
        schemas = {path: (tmp_path / path).parent.joinpath(link).resolve() for path, link in shown}
        meeting, series = (
            tmp_path.resolve() / f"schema/{kind}.schema.json" for kind in ("meeting", "series")
        )
        assert schemas == dict.fromkeys(MEETINGS, meeting) | {SERIES[0]: series}
