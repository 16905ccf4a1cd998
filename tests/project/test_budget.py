"""What a hook on one file costs at most: what it imports, which processes it starts, and what it reads.

Each module, process and file costs all users some milliseconds at each commit. Who must add one adds it here, and
shows with `python bench hook --against OLDER` what it costs.
"""

import json
import os
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
import sample_meetings
from support.notes import Notes

from minutebook.repository.objects import Objects

LISTED = Path(__file__).with_name("hook_modules.txt")
PROCESSES = dict.fromkeys(
    (
        "diff",  # what is staged, and what the last commit has in its place
        "rev-parse",  # where the repository lies, and what others have
        "ls-files",  # all files there are
        "cat-file",  # what they say
    ),
    1,
)
LONGEST = 400
"""Characters of a pattern that is compiled: one of words in ten languages has more, and takes a millisecond."""
SHOWN = """\
import re
import sys
from types import SimpleNamespace
from minutebook.cli import main
from minutebook.records import late_patterns
lengths = []
def compile(pattern, flags):
    lengths.append(len(pattern))
    return re.compile(pattern, flags)
late_patterns.re = SimpleNamespace(compile=compile)
code = main(sys.argv[1:])
print(max(lengths), *sys.modules)
sys.exit(code)
"""
HOOK = ("sync", "--staged", "--exit-code")


@pytest.fixture
def edited(notes: Notes) -> Notes:
    """Return a series of twelve meetings, the newest of which was edited and staged with its minutes."""
    notes.write(f"{notes.series}/series.yaml", sample_meetings.SERIES)
    for day, text in sample_meetings.texts(12, 1):
        notes.write(f"{notes.series}/{day}.yaml", text)
    notes.run("sync")
    notes.commit()
    edit(notes)
    notes.run(*HOOK)
    notes.git("add", "--all")
    return notes


def edit(notes: Notes) -> str:
    """Change a count of the newest meeting, stage it, and return its path."""
    path = max(str(path.relative_to(notes.top)) for path in notes.top.glob(f"{notes.series}/2*.yaml"))
    notes.write(path, notes.read(path).replace("        Open: ", "        Open: 1", 1))
    notes.git("add", path)
    return path


def test_it_imports_no_module_that_is_not_listed_and_compiles_no_words_of_ten_languages(
    edited: Notes,
) -> None:
    bare = edited.call([sys.executable, "-c", "import sys; print(*sys.modules)"]).stdout.split()
    longest, *imported = edited.call([sys.executable, "-c", SHOWN, *HOOK]).stdout.split()
    modules = {*imported}.difference(bare)
    own = {name for name in modules if name.startswith("minutebook.")}
    # What Cython calls its own modules has its version in the name.
    foreign = {name.partition(".")[0] for name in modules - own if "cython" not in name}
    listed = LISTED.read_text(encoding="utf-8").split()

    assert sorted((own | foreign) - sys.stdlib_module_names - {*listed, "minutebook"}) == []
    assert int(longest) < LONGEST


def started(notes: Notes, code: int) -> Counter[str]:
    """Return how often the hook starts each command of git."""
    trace = notes.top.parent / "trace"
    trace.unlink(missing_ok=True)
    notes.minutebook(*HOOK, code=code, env=os.environ | {"GIT_TRACE2_EVENT": str(trace)})
    events = map(json.loads, trace.read_text(encoding="utf-8").splitlines())
    return Counter(event["name"] for event in events if event["event"] == "cmd_name")


def test_it_starts_no_process_that_is_not_listed(edited: Notes) -> None:
    assert started(edited, code=0) - Counter(PROCESSES) == Counter()
    edit(edited)
    assert started(edited, code=1) - Counter(PROCESSES) == Counter()


def test_it_asks_once_more_what_is_committed_where_it_does_not_know_what_it_wrote(edited: Notes) -> None:
    edit(edited)
    shutil.rmtree(edited.top / ".git/minutebook")

    assert started(edited, code=1) - Counter(PROCESSES) == Counter({"rev-list": 1, "rev-parse": 1})


def test_it_reads_the_edited_meeting_and_its_neighbours_alone(
    edited: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = edit(edited)
    paths = {}
    for name in ("", "HEAD"):
        listed = edited.git("ls-tree", "-r", name) if name else edited.git("ls-files", "--stage")
        for described, path in (line.split("\t") for line in listed.stdout.splitlines()):
            paths[described.split()[-1 if name else 1]] = path
    read, asked = Objects.read, set[str]()

    def noted(objects: Objects, name: str) -> bytes | None:
        asked.add(paths[name])
        return read(objects, name)

    monkeypatch.setattr(Objects, "read", noted)
    assert edited.run(*HOOK).returncode == 1

    days = sorted({path for path in paths.values() if path.endswith(".yaml") and path[-6:-5].isdigit()})
    # An action item is followed back as far as it stands.
    needed = {*days[-3:], f"{edited.series}/series.yaml", f"{edited.series}/README.md"}
    assert asked <= {*needed, newest.replace(".yaml", ".md")}
