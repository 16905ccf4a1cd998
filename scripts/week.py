"""Play a week of a team's notes in a throw-away repository: real git, real pre-commit, real hooks."""

import argparse
import io
import json
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

# Python leaves this folder out when it is told to trust no paths.
sys.path.insert(0, str(Path(__file__).resolve().parent))

import isolation
import story

MEETINGS = Path("meetings/web")


class SurpriseError(Exception):
    """Something that this week claims did not happen."""


@dataclass
class Notes:
    """The notes repository, as somebody sees it who types commands there."""

    folder: Path
    settings: dict[str, str]
    commits: int = 0

    def write(self, path: Path, text: str) -> None:
        """Write a file as an editor would."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8", newline="\n")

    def show(self, path: Path) -> str:
        """Show a file to the reader."""
        text = (self.folder / path).read_text(encoding="utf-8")
        print(f"$ cat {path.as_posix()}\n{text}")
        return text

    def type(self, typed: str, *, code: int = 0) -> str:
        """Type a command, show what it says, and insist on its exit code."""
        print(f"$ {typed}")
        done = self.call(shlex.split(typed))
        print(done.stdout, flush=True)
        insist(done.returncode == code, f"'{typed}' ended with {done.returncode} where {code} was due")
        return done.stdout

    def call(self, words: list[str]) -> subprocess.CompletedProcess[str]:
        """Run a command in the repository, with this Python's minutebook and pre-commit."""
        modules = {"minutebook": "minutebook", "pre-commit": "pre_commit"}
        command = [sys.executable, "-m", modules[words[0]]] if words[0] in modules else [words[0]]
        return subprocess.run(
            command + words[1:],
            cwd=self.folder,
            env=self.settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

    def commit(self, message: str, *, stops: bool = False) -> str:
        """Commit what is staged, and insist that it lands or does not."""
        said = self.type(f"git commit -m {shlex.quote(message)}", code=int(stops))
        self.commits += not stops
        count = self.call(["git", "rev-list", "--count", "--all"]).stdout.strip()
        insist(count == str(self.commits), f"{self.commits} commits were due, and git has {count}")
        return said

    def on(self, date: str) -> None:
        """Let commits be made on a date, so that they are the same in every run."""
        self.settings |= {f"GIT_{who}_DATE": f"{date}T10:00:00+00:00" for who in ("AUTHOR", "COMMITTER")}


def insist(holds: object, otherwise: str) -> None:
    """Stop the week with a sentence unless what it claims is so."""
    if not holds:
        raise SurpriseError(otherwise)


def tell(text: str) -> None:
    """Tell the reader what comes next."""
    print(f"# {text}\n", flush=True)


def set_up(notes: Notes) -> None:
    """Make the repository and install the hook."""
    tell("A web team keeps its notes in git. One hook does all the work at each commit.")
    notes.on("2026-03-02")
    notes.type("git init")
    entry = f"{shlex.quote(sys.executable)} -m minutebook sync --staged --exit-code"
    notes.write(Path(".pre-commit-config.yaml"), story.HOOK.format(entry=json.dumps(entry)))
    notes.show(Path(".pre-commit-config.yaml"))
    notes.type("pre-commit install")
    notes.type("git add .pre-commit-config.yaml")
    notes.commit("Set up the notes")


def meet_first(notes: Notes) -> None:
    """Commit the first meeting, for which the hook writes the minutes."""
    tell("Monday, 2 March: who meets, who is on duty, and the first meeting as somebody typed it.")
    for name, text in (("series.yaml", story.SERIES), ("2026-03-02.yaml", story.FIRST)):
        notes.write(MEETINGS / name, text)
        notes.show(MEETINGS / name)
    tell("The hook writes the minutes; the commit stops so that they can be added, and then passes.")
    land(notes, "Minutes of 2 March")
    insist((notes.folder / MEETINGS / "2026-03-02.md").is_file(), "no minutes were written for 2 March")


def land(notes: Notes, message: str) -> None:
    """Commit a meeting: the first try writes its minutes, the second lands them."""
    notes.type("git add meetings")
    notes.commit(message, stops=True)
    notes.type("git add meetings")
    notes.commit(message)


def meet_again(notes: Notes) -> None:
    """Commit the second meeting, with mistakes first."""
    tell("Monday, 9 March: the next meeting, with a key misspelled and a count typed as a word.")
    notes.on("2026-03-09")
    meeting = MEETINGS / "2026-03-09.yaml"
    notes.write(meeting, story.MISTAKEN)
    notes.show(meeting)
    notes.type("git add meetings")
    said = notes.commit("Minutes of 9 March", stops=True)
    typed = zip(story.MISTAKEN.splitlines(), story.SECOND.splitlines(), strict=True)
    for line in [number for number, (wrong, right) in enumerate(typed, 1) if wrong != right]:
        insist(f"{meeting.as_posix()}:{line}:" in said, f"the mistake in line {line} was not found")
    insist(not (notes.folder / MEETINGS / "2026-03-09.md").exists(), "minutes were written from mistakes")
    tell("Both are found, with their lines; nothing was written and nothing committed. Mended:")
    notes.write(meeting, story.SECOND)
    notes.type("git diff --unified=0 meetings")


def keep_promises(notes: Notes) -> None:
    """Carry what was promised, close one item, and get back one that was deleted."""
    meeting = MEETINGS / "2026-03-09.yaml"
    tell("Last week three things were promised; nobody copied them. They are carried:")
    notes.type("minutebook sync")
    notes.show(meeting)
    ids = promises(notes)
    insist(set(ids) == {story.CERTIFICATE, story.RETURNS, story.MACHINE}, "not every promise was carried")
    tell("One of them is done:")
    notes.type(f"minutebook done {ids[story.CERTIFICATE]}")
    tell("Somebody tidies up and deletes another one. The hook stops the commit and puts it back:")
    lines = (notes.folder / meeting).read_text(encoding="utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if f"id: {ids[story.RETURNS]}" in line)
    notes.write(meeting, "\n".join(lines[:place] + lines[place + 4 :]))
    notes.type("git add meetings")
    insist(
        ids[story.RETURNS] not in (notes.folder / meeting).read_text(encoding="utf-8"), "it is still there"
    )
    notes.commit("Minutes of 9 March", stops=True)
    insist(promises(notes) == {key: ids[key] for key in (story.RETURNS, story.MACHINE)}, "it is not back")
    notes.type("git add meetings")
    notes.commit("Minutes of 9 March")


def promises(notes: Notes) -> dict[str, str]:
    """Return the ids of the open action items by their tasks."""
    answer = notes.call(["minutebook", "actions", "--status", "open", "--format", "json"]).stdout
    return {entry["task"]: entry["id"] for entry in json.loads(answer)}


def look_back(notes: Notes) -> None:
    """Show what was computed and written."""
    tell("Nobody typed a delta. Each is computed against the last meeting that git has:")
    meeting = (MEETINGS / "2026-03-09.yaml").as_posix()
    notes.type(f"minutebook deltas {meeting}")
    answer = notes.call(["minutebook", "deltas", "--format", "json", meeting]).stdout
    cells = json.loads(answer)["tables"]["tickets"]["cells"]
    found = {row: [cell["delta"] for cell in cells if cell["row"] == row] for row in story.DELTAS}
    insist(found == story.DELTAS, f"the deltas should be {story.DELTAS}, and are {found}")
    notes.type("minutebook check")
    notes.type("git log --oneline --stat")
    insist(not notes.call(["git", "status", "--porcelain"]).stdout, "something was left uncommitted")
    tell("And these are the minutes:")
    minutes = notes.show(MEETINGS / "2026-03-09.md")
    insist("| -4 " in minutes and "[DONE]" in minutes, "the minutes lack a delta or a finished action item")


def play(folder: Path) -> int:
    """Play the week in an empty folder, and return the exit code."""
    (folder / "home").mkdir()
    settings = isolation.clean_environment() | {"HOME": str(folder / "home"), "NO_COLOR": "1"}
    settings |= {"PRE_COMMIT_HOME": str(folder / "pre-commit"), "PYTHONUTF8": "1"}
    settings.pop("XDG_CONFIG_HOME", None)
    notes = Notes(folder / "notes", isolation.isolate_git(settings, folder / "gitconfig", folder / "notes"))
    notes.folder.mkdir()
    scenes = (set_up, meet_first, meet_again, keep_promises, look_back)
    try:
        for scene in scenes:
            scene(notes)
    except SurpriseError as surprise:
        print(f"The demo did not go as it should: {surprise}", flush=True)
        return 1
    return 0


def main() -> int:
    """Play the week in a temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep the notes repository and say where it is")
    keep = parser.parse_args().keep
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    if not keep:
        # Windows may hold a file a little longer, which is no reason to fail.
        with tempfile.TemporaryDirectory(prefix="minutebook-demo-", ignore_cleanup_errors=True) as throwaway:
            return play(Path(throwaway).resolve())
    folder = Path(tempfile.mkdtemp(prefix="minutebook-demo-")).resolve()
    code = play(folder)
    print(f"The notes repository is {folder / 'notes'}")
    return code


if __name__ == "__main__":
    sys.exit(main())
