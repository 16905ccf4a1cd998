"""The groups of what is measured by turns, each with the case that all others of it are compared with."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import sample_meetings
from programs import ROOT, Minutebook, Peers
from repository import TEAM, Repository, make_empty, make_repository
from turns import Case

SCHEMA = str(ROOT / "schema" / "meeting.schema.json")
CHECKER = "check-jsonschema, C parser"
EMPTY_HOOK = """\
repos:
  - repo: local
    hooks: [{id: empty, name: empty, entry: "true", language: unsupported, always_run: true}]
"""


@dataclass(frozen=True)
class Bench:
    """What all groups need: the programs, and where repositories are made from a seed."""

    folder: Path
    seed: int
    sizes: tuple[int, ...]
    versions: Mapping[str, Minutebook]
    """The minutebooks to compare, by what their cases are called."""
    peers: Peers

    def repository(self, size: int) -> Repository:
        """Return a repository with so many meetings."""
        return make_repository(self.folder, size, self.seed, next(iter(self.versions.values())))

    def minutebook(self, name: str, repository: Repository, *words: str, **options: object) -> Iterator[Case]:
        """Yield a case for each version."""
        for version, minutebook in self.versions.items():
            command = minutebook.command(*words)
            case = partial(Case, f"{version}: {name}", len(repository.notes), command, repository.top)
            yield case(settings=minutebook.settings, **options)  # type: ignore[arg-type]

    def checkers(self, paths: list[Path], folder: Path, size: int) -> Iterator[Case]:
        """Yield the peers that check files."""
        files = [str(path) for path in paths]
        check = self.peers.command("check-jsonschema", "--schemafile", SCHEMA, *files)
        parser = {"PYTHONPATH": str(self.peers.parser)}
        yield Case(CHECKER, size, check, folder, settings=parser)
        yield Case("check-jsonschema as installed", size, check, folder)
        yield Case("yamllint", size, self.peers.command("yamllint", "-d", "relaxed", *files), folder)


@dataclass(frozen=True, slots=True)
class Group:
    """Cases that are measured by turns."""

    title: str
    cases: Callable[[Bench], Iterator[Case]]
    reference: str


def _hook(bench: Bench) -> Iterator[Case]:
    smallest = min(bench.sizes, default=3)
    for size in bench.sizes:
        repository = bench.repository(size)
        sync = ("sync", "--staged")
        yield from bench.minutebook("one edit, minutes written", repository, *sync, before=repository.edit)
        yield from bench.minutebook("then, minutes current", repository, *sync, before=repository.stage)
        yield Case("git status", size, ["git", "status"], repository.top)
    for size in bench.sizes:
        repository = bench.repository(size)
        before = repository.stage_other_file
        yield from bench.minutebook("no notes staged", repository, *sync, before=before)
    repository = bench.repository(smallest)
    yield from bench.checkers([repository.newest], repository.top, smallest)
    hook = bench.folder / "empty-hook.yaml"
    hook.write_text(EMPTY_HOOK, encoding="utf-8")
    run = bench.peers.command("pre-commit", "run", "--config", str(hook))
    yield Case("pre-commit run, empty hook", smallest, run, repository.top, repository.stage_other_file)
    yield Case("bare interpreter", smallest, bench.peers.command("python", "-c", "pass"), repository.top)


def _check(bench: Bench) -> Iterator[Case]:
    for size in bench.sizes:
        repository = bench.repository(size)
        yield from bench.minutebook("check, nothing kept", repository, "check", before=repository.forget)
        yield from bench.minutebook("check again", repository, "check")
        yield from bench.checkers(repository.notes, repository.top, size)


def _history(bench: Bench) -> Iterator[Case]:
    for size in (size for size in bench.sizes if size > 1):
        repository = bench.repository(size)
        older, newest = f"HEAD~{min(size, 100) // 2}", str(repository.newest)
        yield from bench.minutebook("deltas --base REV", repository, "deltas", newest, "--base", "HEAD~1")
        yield from bench.minutebook("actions --as-of REV", repository, "actions", "--as-of", older)
        yield Case("git log -3", size, ["git", "log", "-3", "--", newest], repository.top)


def _gate(bench: Bench) -> Iterator[Case]:
    for size in sorted({50, max(bench.sizes)}):
        repository = bench.repository(size)
        hooks = {"push without a gate": "#!/bin/sh\n"}
        for version, minutebook in bench.versions.items():
            settings = " ".join(f"{name}='{text}'" for name, text in minutebook.settings.items())
            gate = " ".join(f"'{word}'" for word in minutebook.command("gate"))
            hooks[f"{version}: push with the gate"] = f"#!/bin/sh\nexec env {settings} {gate}\n"
        for name, hook in hooks.items():
            server = bench.folder / f"server-{size}-{len(name)}.git"
            shutil.rmtree(server, ignore_errors=True)
            repository.git("clone", "-q", "--bare", ".", str(server))
            (server / "hooks" / "pre-receive").write_text(hook, encoding="utf-8")
            (server / "hooks" / "pre-receive").chmod(0o755)
            push = ["git", "push", "-q", server.as_uri(), "HEAD:refs/heads/main"]
            for pushed, change in (("", _edit), (", a new meeting", _begin_meeting)):
                before = partial(_commit, repository, server, next(iter(bench.versions.values())), change)
                yield Case(f"{name}{pushed}", size, push, repository.top, before)


def _commit(
    repository: Repository,
    server: Path,
    minutebook: Minutebook,
    change: Callable[[Repository, Minutebook], None],
) -> None:
    """Commit a change on top of what a server then has."""
    repository.restore()
    repository.git("--git-dir", str(server), "update-ref", "refs/heads/main", repository.head)
    change(repository, minutebook)
    minutebook.run(repository.top, "sync", TEAM)
    repository.git("add", "--all")
    repository.git("commit", "-qm", "A change")


def _edit(repository: Repository, _minutebook: Minutebook) -> None:
    repository.edit()


def _begin_meeting(repository: Repository, minutebook: Minutebook) -> None:
    minutebook.run(repository.top, "new", TEAM)
    repository.edit_draft()


def _actions(bench: Bench) -> Iterator[Case]:
    """Yield meetings with many action items: typed in a hurry, to be carried, and carried."""
    for size in (100, 800):
        for version, minutebook in bench.versions.items():
            top = make_empty(bench.folder / f"actions-{size}-{version}")
            first, second = (top / TEAM / f"{day}.yaml" for day in ("2001-01-01", "2001-01-08"))
            typed = sample_meetings.typed(size)
            case = partial(
                Case, size=size, command=minutebook.command("sync"), folder=top, settings=minutebook.settings
            )
            before = partial(_write_afresh, {first: typed, second: None})
            yield case(f"{version}: action items expanded", before=before)
            before = partial(_write_afresh, {second: "date: 2001-01-08\n"})
            yield case(f"{version}: action items carried", before=before)
            yield case(f"{version}: nothing to do")


def _write_afresh(texts: Mapping[Path, str | None]) -> None:
    for path, text in texts.items():
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")


def _import(bench: Bench) -> Iterator[Case]:
    for size in (30, 90, 270, 810):
        repository = bench.repository(size)
        old = bench.folder / f"old-{size}"
        shutil.rmtree(old, ignore_errors=True)
        old.mkdir()
        for notes in repository.notes:
            minutes = notes.with_suffix(".md")
            by_hand = minutes.read_text(encoding="utf-8").partition("\n")[2]
            (old / minutes.name).write_text(by_hand, encoding="utf-8")
        files = [str(path) for path in sorted(old.iterdir())]
        empty = partial(shutil.rmtree, repository.top / "meetings/old", ignore_errors=True)
        words = ("import", *files, "--into", "meetings/old")
        yield from bench.minutebook("import", repository, *words, before=empty, codes=(0, 1))


GROUPS = {
    "hook": Group("What a commit waits for", _hook, CHECKER),
    "check": Group(f"A check of all meetings in {TEAM}", _check, CHECKER),
    "history": Group("Looking back", _history, "git log -3"),
    "gate": Group("A push of one meeting", _gate, "push without a gate"),
    "actions": Group("Many action items in a meeting", _actions, ""),
    "import": Group("Minutes written by hand", _import, ""),
}
