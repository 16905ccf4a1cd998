"""What is measured: minutebook, and the peers, each in a virtual environment of the bench's own."""

import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEERS = ("check-jsonschema", "pre-commit", "yamllint")


def environment(**settings: str) -> dict[str, str]:
    """Return the environment of all that is run here, without the user's settings of git and Python."""
    own = {f"GIT_{role}_NAME": "Bench" for role in ("AUTHOR", "COMMITTER")}
    own |= {f"GIT_{role}_EMAIL": "bench@example.org" for role in ("AUTHOR", "COMMITTER")}
    own |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    return kept | own | settings


@dataclass(frozen=True, slots=True)
class Minutebook:
    """The minutebook of a checkout, started as its installed command starts it."""

    checkout: Path
    venv: Path

    @property
    def settings(self) -> dict[str, str]:
        """What its environment has beside that of all."""
        return {"PYTHONPATH": str(self.checkout / "src")}

    def command(self, *words: str) -> list[str]:
        """Return the command line of one call."""
        return [_binary(self.venv, "python"), "-c", "from minutebook.cli import run; run()", *words]

    def run(self, folder: Path, *words: str) -> None:
        """Run it in a folder, whatever it finds there."""
        done = subprocess.run(
            self.command(*words),
            cwd=folder,
            env=environment(**self.settings),
            check=False,
            capture_output=True,
        )
        if done.returncode not in (0, 1):
            sys.exit(f"minutebook {' '.join(words)}: {done.stderr.decode()}")


@dataclass(frozen=True, slots=True)
class Peers:
    """Other programs for YAML, schemas and hooks."""

    venv: Path
    parser: Path
    """The folder with the C parser of ruamel.yaml, which check-jsonschema does not ask for."""

    def command(self, name: str, *words: str) -> list[str]:
        """Return the command line of one call."""
        return [_binary(self.venv, name), *words]

    def versions(self) -> dict[str, str]:
        """Return the version of each peer."""
        code = f"import importlib.metadata as m; print(*map(m.version, {PEERS!r}))"
        done = subprocess.run(self.command("python", "-c", code), check=True, capture_output=True, text=True)
        return dict(zip(PEERS, done.stdout.split(), strict=True))


def install_minutebook(folder: Path, checkout: Path = ROOT) -> Minutebook:
    """Install what this checkout depends on; its code is run where it stands."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    venv = folder / "minutebook"
    _install(venv, project["dependencies"])
    return Minutebook(checkout, venv)


def install_peers(folder: Path) -> Peers:
    """Install the peers, and apart from them the C parser."""
    venv, parser = folder / "peers", folder / "parser"
    _install(venv, PEERS)
    _install(venv, ["ruamel.yaml.clib"], parser)
    return Peers(venv, parser)


def _install(venv: Path, requirements: list[str] | tuple[str, ...], target: Path | None = None) -> None:
    """Install packages into a virtual environment, or with its pip into a folder, unless that was done."""
    stamp = (target or venv) / "installed"
    wanted = "\n".join((sys.version, *requirements))
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if target is None:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=True)
    print(f"installing {', '.join(requirements)}", file=sys.stderr)
    place = ["--no-deps", "--target", str(target)] if target else []
    pip = [_binary(venv, "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, *place, *requirements], check=True, env=environment())
    stamp.write_text(wanted, encoding="utf-8")


def _binary(venv: Path, name: str) -> str:
    return str(venv / ("Scripts" if sys.platform == "win32" else "bin") / name)
