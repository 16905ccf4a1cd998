"""A warm Python does what Python does."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """\
import os, sys
print(sys.argv[1:], os.getcwd(), sys.stdin.read(), sorted(os.environ.items()))
print("é", os.getpid() == os.getppid(), file=sys.stderr)
{ending}
"""


@pytest.mark.parametrize(
    "ending", ["", "sys.exit(3)", "sys.exit('no')", "raise ValueError", "os.kill(os.getpid(), 9)"]
)
def test_a_program_has_what_it_was_started_with_and_is_answered_the_same(
    ending: str, warm: str, tmp_path: Path
) -> None:
    (tmp_path / "program.py").write_text(PROGRAM.format(ending=ending), encoding="utf-8")
    ended = [
        subprocess.run(
            [python, "program.py", "a b", "--c"],
            cwd=tmp_path,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PWD": str(tmp_path), "_": "", "SHLVL": "0"},
            input="typed",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for python in (sys.executable, warm)
    ]
    assert (ended[0].returncode == 0) == (ended[1].returncode == 0) == (ending == "")
    assert ended[0].stdout == ended[1].stdout
    assert ended[0].stderr.splitlines()[:1] == ended[1].stderr.splitlines()[:1]
