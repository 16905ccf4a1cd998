"""Every rule has a page, and what a page says of its examples is what happens to them.

Each example is played from top to bottom in a repository of its own, after what the page gives for both. A path
and a fence below it are a file; a `console` fence holds commands and all that they write to standard output. The
files that stand before the first command are staged, as they are when a hook looks at them; what comes later is
only on disk.
"""

import ast
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from support.notes import Done, Notes
from support.rulepages import FENCE, STAND_IN, Command, File, sections, steps

import minutebook
from minutebook import rules
from minutebook.cli import main
from minutebook.rules.explanations import explanation, names

SOURCE = Path(minutebook.__file__).parent
MANIFEST = Path(__file__).resolve().parents[2] / ".pre-commit-hooks.yaml"
ENTRIES = {hook["entry"] for hook in YAML(typ="safe").load(MANIFEST)}
BY_HAND = {"minutebook check", "minutebook sync"}

SERIES = "meetings/team/series.yaml"
SERIES_TEXT = b"title: Team meeting\nschedule: FREQ=WEEKLY;BYDAY=MO\n"
"""What a page's series file says unless the page shows one."""

PROBLEM = re.compile(r"^\S+:\d+:\d+: (?P<rule>[a-z-]+): (?P<warning>warning: )?", re.MULTILINE)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty repository to copy, which is quicker than to make one for each example."""
    folder = tmp_path_factory.mktemp("template")
    subprocess.run(["git", "init", "--quiet", "--template=", "--initial-branch=main", folder], check=True)
    return folder


class Player:
    """Plays the steps of a page in a repository; this checkout's minutebook is the one that is meant."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.notes, self.staged = folder, Notes(folder), False
        self.write(File(SERIES, SERIES_TEXT))

    def write(self, file: File) -> None:
        """Write a file."""
        path = self.folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)

    def run(self, command: Command) -> Done:
        """Run a command; the first one finds all files staged."""
        if not self.staged:
            self.notes.git("add", "--all")
            self.staged = True
        program, *words = shlex.split(command.line)
        if program == "minutebook":
            return self.notes.run(*words)
        return self.echo([program, *words]) if program == "echo" else self.notes.call([program, *words])

    def echo(self, words: list[str]) -> Done:
        """Do what a shell does for `echo TEXT >> FILE`."""
        _echo, text, arrow, path = words
        assert arrow == ">>"
        with (self.folder / path).open("a", encoding="utf-8", newline="") as file:
            file.write(text + "\n")
        return Done(words, 0, "", "")


@pytest.fixture
def player(tmp_path: Path, template: Path) -> Player:
    """Return what plays a page in a repository of its own."""
    return Player(Path(shutil.copytree(template, tmp_path / "notes")).resolve())


def play(player: Player, shown: list[File | Command]) -> tuple[str, int]:
    """Play steps, compare what each command prints, and return the last one's output and exit code."""
    done = None
    for step in shown:
        if isinstance(step, File):
            player.write(step)
            continue
        done = player.run(step)
        assert done.stdout == step.output, done.stderr
        assert done.returncode in {0, 1}, done.stderr
    assert done, "the page runs no command"
    return done.stdout, done.returncode


PLAYED = [
    pytest.param(rule, marks=pytest.mark.skipif(os.name == "nt", reason="Windows has no such folder"))
    if rule == "path-unusable"
    else rule
    for rule in names()
]


def last_command(rule: str) -> Command:
    """Return the command of a page's bad example that finds the problem."""
    return [step for step in steps(rule, "Bad") if isinstance(step, Command)][-1]


@pytest.mark.parametrize("rule", PLAYED)
def test_nothing_is_said_of_the_good_example(rule: str, player: Player) -> None:
    shown = [*steps(rule, "Good"), Command(last_command(rule).line, "")]
    assert play(player, shown) == ("", 0)


@pytest.mark.parametrize("rule", PLAYED)
def test_the_bad_example_is_answered_as_the_page_says(rule: str, player: Player) -> None:
    output, code = play(player, list(steps(rule, "Bad")))
    found = list(PROBLEM.finditer(output))
    assert rule in {problem["rule"] for problem in found}
    assert code == int(any(not problem["warning"] for problem in found))


@pytest.mark.parametrize("rule", names())
def test_a_page_has_its_name_a_reason_and_the_two_examples(rule: str) -> None:
    page = explanation(rule)
    outside = FENCE.sub("", page)
    headings = re.findall(r"^#+ .*", outside, re.MULTILINE)
    assert [line for line in headings if line != "## Given"] == [f"# {rule}", "## Good", "## Bad"]
    form = rf"# {rule}\n\n[A-Z`].+\.\n\nFixed by: .+\.\n\n## (Given|Good)\n"
    assert re.match(form, outside), "the reason is one paragraph, and then who can fix it"
    assert page.endswith("```\n")
    assert page.count("\n```") == 2 * len(FENCE.findall(page)) or "\n````" in page, "a fence is left open"


@pytest.mark.parametrize("rule", names())
def test_the_command_of_a_page_is_a_hooks_or_one_that_people_type(rule: str) -> None:
    commands = [
        step.line for kind in ("Good", "Bad") for step in steps(rule, kind) if isinstance(step, Command)
    ]
    ours = {command for command in commands if command.startswith("minutebook")}
    assert ours <= ENTRIES | BY_HAND
    assert last_command(rule).line in ours


@pytest.mark.parametrize("rule", names())
def test_a_page_says_what_its_stand_ins_stand_for(rule: str) -> None:
    page = explanation(rule)
    prose = FENCE.sub("", page)
    used = {found.decode() for found in STAND_IN.findall(page.encode())}
    assert all(f"`{name}` stands for" in prose for name in used)


def test_every_rule_has_a_page_and_every_page_is_a_rule() -> None:
    assert set(names()) == rules.names() | set(named_in_source())


def named_in_source() -> Iterator[str]:
    """Yield every name that the source gives to a problem it makes."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for literal in literals_of_rules(node):
                if re.fullmatch("[a-z]+(-[a-z]+)*", literal):
                    yield literal


MAKERS = {"Problem", "Finding", "refuse", "_refuse", "_of_file"}
"""What makes a problem is given its rule by position, among messages that are never one small word."""


def literals_of_rules(node: ast.AST) -> Iterator[str]:
    """Yield the text that stands where a rule can be named: in a call, in `rule = ...`."""
    places: list[ast.expr] = []
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in MAKERS:
            places = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "rule")]
        case ast.Call(func=ast.Name(id="Explanation")):
            places = node.args[:1]
        case ast.Assign(targets=[ast.Name(id="rule")]):
            places = [node.value]
    for place in places:
        chosen = (place.body, place.orelse) if isinstance(place, ast.IfExp) else (place,)
        for value in chosen:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


@pytest.mark.parametrize("rule", names())
def test_a_page_says_who_can_fix_what_it_is_about(rule: str) -> None:
    (line,) = (line for line in explanation(rule).split("\n") if line.startswith("Fixed by: "))
    fixers = ("`minutebook sync --fix`", "`minutebook sync`.", "you.")
    assert line.removeprefix("Fixed by: ").startswith(fixers)


@pytest.mark.parametrize("rule", names())
def test_what_both_examples_have_is_shown_once(rule: str) -> None:
    good, bad = (FENCE.findall(sections(rule)[example]) for example in ("Good", "Bad"))
    assert good[0] != bad[0] or good[0][2] == "console"


def test_explain_prints_the_page_of_a_rule(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for rule in names():
        assert main(["explain", rule]) == 0
        assert capfdbinary.readouterr() == (explanation(rule).encode(), b"")


def test_explain_lists_all_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()] == list(names())


@pytest.mark.parametrize(
    ("name", "advice"),
    [("nonsense", "`minutebook explain` lists them"), ("duplicate-keys", "did you mean duplicate-key?")],
)
def test_explain_answers_what_is_no_rule_with_one_sentence(
    name: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", name]) == 2
    assert capsys.readouterr() == ("", f"minutebook: there is no rule '{name}'; {advice}\n")
