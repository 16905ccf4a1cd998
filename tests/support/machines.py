"""Machines as the jobs of a code host find them: nothing of the user's there, and each step run as it is written.

What a host does outside of a repository stands here: cloning at the depth that is asked for, a Python on the PATH,
the variables, the conditions of jobs and steps, and pushes refused to a job that may only read.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from pathlib import Path

SYSTEM = "/usr/local/bin:/usr/bin:/bin"
INSTALLER = (
    *("PIP_", "VIRTUALENV_", "SSL_", "REQUESTS_CA"),
    *("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"),
)
"""How packages are reached, and what is shared of them, is this machine's own; all other settings stay outside."""
NONE = "0" * 40
"""Where a branch led before it was made."""
VENV = (sys.executable, "-m", "virtualenv", "--quiet")
"""What makes a virtual environment as `venv` does, in a tenth of the time."""
SHARED = """\
#!/bin/sh
case "$*" in "-m pip install "*{installed}*) exit 0;; esac
exec {python}/bin/python "$@"
"""
REFUSE = '#!/bin/sh\nif [ "$RUNNER_MAY_WRITE" = no ]; then echo "403: read-only token" >&2; exit 1; fi\n'


def load(path: Path) -> Any:
    """Return what a YAML file says; `on` is a word."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(path)


@dataclass
class Job:
    """How a job went: its result as the host names it, and all that it wrote."""

    result: str
    log: str = ""
    summary: str = ""
    report: str = ""


@dataclass
class Host:
    """A host with one repository in it; each job gets a machine of its own.

    Machines may share a Python that has what a checkout installs; jobs do not install that again.
    """

    folder: Path
    name: str = "team/notes"
    python: Path | None = None
    installed: Path | None = None
    programs: dict[str, str] = field(default_factory=dict)
    machines: int = 0

    def __post_init__(self) -> None:
        self.bare = self.folder / "host" / self.name
        self.bare.mkdir(parents=True)
        run(["git", "init", "--quiet", "--bare", "--initial-branch=main", "."], self.bare, self._system())
        run(["git", "config", "receive.advertisePushOptions", "true"], self.bare, self._system())
        hook = self.bare / "hooks/pre-receive"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(REFUSE, encoding="utf-8")
        hook.chmod(0o755)

    @property
    def url(self) -> str:
        """Where the repository is cloned from."""
        return self.bare.as_uri()

    def tip(self, ref: str) -> str:
        """Return the commit that a branch points to, or nothing."""
        command = ["git", "rev-parse", "--quiet", "--verify", f"refs/heads/{ref}"]
        return run(command, self.bare, self._system(), check=False)[1].strip()

    def machine(self) -> tuple[Path, dict[str, str]]:
        """Return an empty work folder, and the environment of a new machine."""
        self.machines += 1
        home = self.folder / f"machine-{self.machines}"
        for name in ("work", "bin", "temp"):
            (home / name).mkdir(parents=True)
        programs = self.programs
        if self.python and self.installed:
            shared = SHARED.format(installed=shlex.quote(str(self.installed)), python=self.python)
            programs = programs | {"python": shared}
        for name, text in programs.items():
            (home / "bin" / name).write_text(text, encoding="utf-8")
            (home / "bin" / name).chmod(0o755)
        settings = {
            "HOME": str(home),
            "PATH": f"{home}/bin:{SYSTEM}",
            "CI": "true",
            "TMPDIR": str(home / "temp"),
        }
        return home / "work", settings | self._system()

    def _system(self) -> dict[str, str]:
        passed = {name: value for name, value in os.environ.items() if name.startswith(INSTALLER)}
        return passed | {"LANG": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1"}


def run(command: list[str], folder: Path, settings: dict[str, str], *, check: bool = True) -> tuple[int, str]:
    """Run a command with these variables and no others; return its exit code and what it wrote."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PATH": SYSTEM} | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert not check or done.returncode == 0, f"{command}\n{done.stdout}"
    return done.returncode, done.stdout


def set_up_python(host: Host, work: Path, settings: dict[str, str]) -> None:
    """Put a Python on a machine's PATH, of its own unless the host has one for all."""
    folder = host.python or work.parent / "python"
    if not folder.exists():
        run([*VENV, str(folder)], work, settings)
    first, _, others = settings["PATH"].partition(":")
    settings["PATH"] = f"{first}:{folder}/bin:{others}"


class GitHub:
    """Runs workflows as GitHub does; `checkout` is what `$/` and the action's own files are read from."""

    def __init__(self, host: Host, checkout: Path) -> None:
        self.host, self.checkout = host, checkout

    def workflow(
        self, path: Path, event: str, ref: str = "refs/heads/main", before: str = NONE
    ) -> dict[str, Job]:
        """Run a workflow's jobs for an event on a ref that led elsewhere before, and return how each went."""
        workflow = load(path)
        assert event in workflow["on"]
        if event == "push" and not _takes(workflow["on"]["push"]["branches"], ref):
            return {}
        return self._jobs(workflow, event, ref, before, {})

    def called(
        self, path: Path, event: str, ref: str = "refs/heads/main", before: str = NONE, **inputs: str
    ) -> dict[str, Job]:
        """Run a reusable workflow's jobs as part of a workflow for an event on a ref."""
        workflow = load(path)
        assert inputs.keys() <= workflow["on"]["workflow_call"]["inputs"].keys()
        return self._jobs(workflow, event, ref, before, inputs)

    def _jobs(
        self, workflow: Any, event: str, ref: str, before: str, inputs: dict[str, str]
    ) -> dict[str, Job]:
        jobs: dict[str, Job] = {}
        for name, job in workflow["jobs"].items():
            failed = any(jobs[need].result == "failure" for need in _list(job.get("needs")))
            state = _State(self.host, self.checkout, event, ref, failed)
            state.before = before
            state.inputs = inputs
            skipped = failed if "if" not in job else not state.holds(job["if"])
            jobs[name] = Job("skipped") if skipped else state.run(job, workflow)
        return jobs


class _State:
    """One job under way."""

    def __init__(self, host: Host, checkout: Path, event: str, ref: str, failed: bool) -> None:
        self.host, self.checkout, self.event, self.ref, self.failed = host, checkout, event, ref, failed
        self.inputs: dict[str, str] = {}
        self.before = NONE
        self.log: list[str] = []

    def run(self, job: dict[str, Any], workflow: dict[str, Any]) -> Job:
        """Run the steps of a job on a machine of its own."""
        assert workflow["permissions"] == {}, "a job has what it names, and nothing else"
        self.failed = False
        self.permissions = job["permissions"]
        self.work, self.settings = self.host.machine()
        summary = self.work.parent / "summary.md"
        summary.touch()
        short = self.ref.removeprefix("refs/heads/").removeprefix("refs/")
        self.settings |= {
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": self.event,
            "GITHUB_REF": self.ref,
            "GITHUB_REF_NAME": short,
            "GITHUB_REPOSITORY": self.host.name,
            "GITHUB_SERVER_URL": (self.host.folder / "host").as_uri(),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.work),
            "RUNNER_MAY_WRITE": "yes" if self.permissions.get("contents") == "write" else "no",
        }
        self.settings |= self._filled(workflow.get("env", {}))
        self._steps(job["steps"])
        result = "failure" if self.failed else "success"
        return Job(result, "".join(self.log), summary.read_text(encoding="utf-8"))

    def holds(self, condition: str) -> bool:
        """Whether a condition is met."""
        return bool(self._evaluate(condition.strip().removeprefix("${{").removesuffix("}}")))

    def _evaluate(self, expression: str) -> Any:
        """Return what an expression of names, texts, `&&`, `||`, `==` and `!=` comes to; `&&` binds more."""
        value: Any = ""
        for alternative in expression.split("||"):
            for term in alternative.split("&&"):
                value = self._term(term.strip())
                if not value:
                    break
            if value:
                break
        return value

    def _term(self, term: str) -> Any:
        if term in {"failure()", "success()"}:
            return self.failed == (term == "failure()")
        left, sign, right = (part.strip() for part in re.split(r"(==|!=|\Z)", term, maxsplit=1))
        return (self._value(left) == self._value(right)) == (sign == "==") if sign else self._value(left)

    def _value(self, name: str) -> str:
        if name.startswith("'"):
            return name.strip("'")
        kind = "branch" if self.ref.startswith("refs/heads/") else "tag"
        github = {
            "event_name": self.event,
            "token": "secret",
            "ref": self.ref,
            "ref_type": kind,
            "ref_name": self.ref.removeprefix("refs/heads/").removeprefix("refs/"),
            "run_id": "1",
            "event.before": self.before if self.event == "push" else "",
            "event.repository.default_branch": "main",
        }
        scope, _, key = name.partition(".")
        return str({"github": github, "inputs": self.inputs}[scope][key])

    def _filled(self, values: dict[str, Any]) -> dict[str, str]:
        fill = lambda found: str(self._evaluate(found[1]))  # noqa: E731
        return {name: re.sub(r"\$\{\{(.*?)\}\}", fill, str(value)) for name, value in values.items()}

    def _steps(self, steps: list[dict[str, Any]]) -> None:
        for step in steps:
            runs = self.holds(step["if"]) if "if" in step else True
            status = "failure()" in step.get("if", "")
            if not runs or (self.failed and not status):
                continue
            if "run" in step:
                self._script(step)
            else:
                self._use(step["uses"], step.get("with", {}))

    def _script(self, step: dict[str, Any]) -> None:
        assert "${{" not in step["run"], "a script has no expressions"
        script = self.work.parent / "temp/script.sh"
        script.write_text(step["run"], encoding="utf-8")
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail"] if "shell" in step else ["bash", "-e"]
        settings = self.settings | self._filled(step.get("env", {}))
        code, said = run([*shell, str(script)], self.work, settings, check=False)
        self.log += [f"$ {step['run'].rstrip()}\n", said]
        self.failed = self.failed or code != 0

    def _use(self, action: str, given: dict[str, Any]) -> None:
        if action.startswith("actions/checkout@"):
            self._check_out(given)
        elif action.startswith("actions/setup-python@"):
            set_up_python(self.host, self.work, self.settings)
        else:
            folder = self.checkout / action.removeprefix("$/")
            manifest = load(folder / "action.yml")
            defaults = {name: about.get("default", "") for name, about in manifest["inputs"].items()}
            self.inputs = defaults | self._filled(given)
            self.settings["GITHUB_ACTION_PATH"] = str(folder)
            self._steps(manifest["runs"]["steps"])

    def _check_out(self, given: dict[str, Any]) -> None:
        assert given["persist-credentials"] is False
        depth = given.get("fetch-depth", 1)
        local = self.ref.replace("refs/heads/", "refs/remotes/origin/").replace(
            "refs/pull/", "refs/remotes/pull/"
        )
        for command in (
            ["git", "init", "--quiet", "."],
            ["git", "remote", "add", "origin", self.host.url],
            ["git", "fetch", "--quiet", "--no-tags", f"--depth={depth}", "origin", f"+{self.ref}:{local}"],
            ["git", "checkout", "--quiet", "--detach", local],
        ):
            run(command, self.work, self.settings)


def _takes(patterns: list[str], ref: str) -> bool:
    """Whether a push to a ref is one to the branches that a workflow names; the last pattern that fits decides."""
    name = ref.removeprefix("refs/heads/")
    verdict = False
    for pattern in patterns:
        text = pattern.removeprefix("!")
        if text == "**" or (text.endswith("/**") and name.startswith(text[:-2])):
            verdict = not pattern.startswith("!")
    return verdict and name != ref


def _list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


class GitLab:
    """Runs jobs as GitLab does, in one shell that stops at the first line that fails."""

    def __init__(self, host: Host) -> None:
        self.host = host

    def job(self, path: Path, name: str, branch: str = "main", **variables: str) -> Job:
        """Run a job of a file for a push to a branch."""
        jobs = load(path)
        job = jobs[jobs[name]["extends"]] | jobs[name]
        work, settings = self.host.machine()
        settings |= {
            "CI_COMMIT_BRANCH": branch,
            "CI_COMMIT_BEFORE_SHA": NONE,
            "CI_DEFAULT_BRANCH": "main",
            "CI_PIPELINE_SOURCE": "push",
            "CI_REPOSITORY_URL": self.host.url,
            "CI_SERVER_HOST": "gitlab.example.org",
        }
        settings |= {key: str(value) for key, value in job["variables"].items()} | variables
        depth = ["--depth", settings["GIT_DEPTH"]] if settings["GIT_DEPTH"] != "0" else []
        run(["git", "clone", "--quiet", "--branch", branch, *depth, self.host.url, "."], work, settings)
        run(["git", "checkout", "--quiet", "--detach"], work, settings)
        set_up_python(self.host, work, settings)
        script = "set -eo pipefail\n" + "\n".join([*job["before_script"], *job["script"]]) + "\n"
        (work.parent / "temp/script.sh").write_text(script, encoding="utf-8")
        code, said = run(["bash", str(work.parent / "temp/script.sh")], work, settings, check=False)
        names = job.get("artifacts", {})
        files = [*names.get("paths", ()), *names.get("reports", {}).values()]
        kept = ((work / name).read_text(encoding="utf-8") for name in files)
        return Job("failure" if code else "success", said, *kept)
