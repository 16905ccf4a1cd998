"""What all tests share: no setting of the user's, and a real notes repository in a temporary folder."""

import copy
import gc
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from support.notes import Notes, make_notes
from support.published import Published, publish
from support.server import FIRST, Server, write_badly, write_well
from support.sharednotes import share
from support.tools import Tools
from support.warm import warm_python

import minutebook

SOURCES = Path(minutebook.__file__).resolve().parents[1]
FOREIGN = (
    "GIT_",
    "GITHUB_",
    "PRE_COMMIT",
    "XDG_",
    "PYTEST_ADDOPTS",
    "VIRTUALENV_",
    "SKIP",
    "NO_COLOR",
    "FORCE_COLOR",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONPATH",
)
# On a busy machine an example may take any time, and so may making one: neither says anything about the code.
settings.register_profile(
    "minutebook",
    settings.get_profile("ci" if os.environ.get("MINUTEBOOK_CI") == "1" else "default"),
    max_examples=int(os.environ.get("MINUTEBOOK_EXAMPLES", "100")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("minutebook")
KEPT = ("GIT_SSL_CAINFO", "GIT_EXEC_PATH")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let workers begin with the files that take long, so that none is left when the others are done."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what was made of ten thousand tests, which stays to the end."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def isolation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let git, pre-commit and every program that a test starts see none of the user's settings."""
    # Under nohup, and behind `&` in a script, Ctrl-C is ignored, and what is started inherits that (POSIX, sh, 2.11).
    signal.signal(signal.SIGINT, signal.default_int_handler)
    home = tmp_path_factory.mktemp("home")
    (home / "gitconfig").touch()
    own = {
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONPATH": str(SOURCES),
        "PYTHONUTF8": "1",
        "TZ": "UTC",
    }
    own |= _shared_installations(tmp_path_factory.getbasetemp())
    for who in ("AUTHOR", "COMMITTER"):
        own |= {f"GIT_{who}_NAME": "Tester", f"GIT_{who}_EMAIL": "tester@example.org"}
        own[f"GIT_{who}_DATE"] = "2020-11-02T10:00:00+00:00"
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith(FOREIGN) and name not in KEPT]:
            environment.delenv(name)
        for name, value in own.items():
            environment.setenv(name, value)
        yield


def _shared_installations(base: Path) -> dict[str, str]:
    """Return the settings with which no two environments fetch, unpack or compile the same."""
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return {
        "PIP_CACHE_DIR": str(shared / "pip-cache"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        # pip takes a falsy value for yes where an option's name begins with "no".
        "PIP_NO_COMPILE": "0",
        "VIRTUALENV_OVERRIDE_APP_DATA": str(shared / "virtualenv"),
        "VIRTUALENV_SYMLINK_APP_DATA": "1",
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    }


@pytest.fixture(scope="session", name="make_notes")
def _make_notes() -> Callable[[Path], Notes]:
    """Return what makes a notes repository, for those who need several or one for a whole session."""
    return make_notes


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    """Return a repository with a series that has not met yet; nothing is staged."""
    return make_notes(tmp_path / "notes")


@pytest.fixture
def kept(notes: Notes) -> Notes:
    """Return a repository where a meeting and its minutes are committed."""
    notes.meeting("2020-10-19", Open=10, Done=3)
    notes.run("sync")
    notes.commit()
    return notes


@pytest.fixture
def shared(notes: Notes) -> Notes:
    """Return notes whose only meeting has an open action item that a remote has, too."""
    return share(notes)


@pytest.fixture
def next_staged(notes: Notes) -> Notes:
    """Return notes with a meeting that is committed, and the next one staged."""
    notes.meeting("2020-10-19", Open=169)
    notes.commit()
    notes.meeting(
        "2020-10-26", Open=154, extra="    actions: [{id: k7q2m4, owner: Diego, task: call the bank}]\n"
    )
    notes.git("add", ".")
    return notes


@pytest.fixture(scope="session")
def tools() -> Tools:
    """Return the check for what a test needs besides Python, git and the package."""
    return Tools()


@pytest.fixture(scope="session")
def warm() -> Iterator[str]:
    """Return what is called like Python, and need not import minutebook and pre-commit each time."""
    with warm_python("pre_commit.main") as python:
        yield python


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, tools: Tools) -> Published:
    """Return this checkout as others get it."""
    return publish(tmp_path_factory.mktemp("published"), tools)


@pytest.fixture(scope="session")
def served(
    tmp_path_factory: pytest.TempPathFactory, make_notes: Callable[[Path], Notes], warm: str
) -> Server:
    """Return a server that has a meeting in order on its only branch; only to be copied."""
    made = Server(make_notes(tmp_path_factory.mktemp("served") / "notes"), python=warm)
    made.guard()
    write_well(made.notes, FIRST, Open=10)
    made.push("main")
    return made


@pytest.fixture
def server(served: Server, tmp_path: Path) -> Server:
    """Return a server of the test's own that has a meeting in order on its only branch."""
    shutil.copytree(served.folder.parent, tmp_path / "server")
    made = copy.copy(served)
    made.place(type(served.notes)(tmp_path / "server/notes"))
    return made


@pytest.fixture
def broken(notes: Notes, warm: str) -> Server:
    """Return a server whose branch was broken before it had a gate."""
    made = Server(notes, python=warm)
    write_badly(notes)
    notes.git("push", "--quiet", made.url, "main")
    made.guard()
    return made
