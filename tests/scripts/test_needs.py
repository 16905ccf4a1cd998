"""An old Python and a machine without git get one sentence, and leave nothing behind."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import needs

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.mark.parametrize("name", ["demo.py", "test.py", "checkout/needs.py"])
def test_an_old_python_can_read_what_it_must(name: str) -> None:
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=(3, 5))


@pytest.mark.parametrize("name", ["demo.py", "test.py"])
def test_nothing_else_is_read_before_the_python_is_new_enough(name: str) -> None:
    first = (SCRIPTS / name).read_text(encoding="utf-8").partition("needs.insist()")[0]
    own = [line for line in first.splitlines() if "import" in line and "checkout" in line]
    assert own == ["from checkout import needs"]


@pytest.mark.parametrize(
    ("present", "advice"),
    [
        ("python3.12", "type: python3.12 scripts/demo.py --keep"),
        ("py", "type: py -3.19 scripts/demo.py --keep"),
        ("", "get one at https://www.python.org/downloads/"),
    ],
)
def test_an_old_python_names_one_that_will_do(
    present: str, advice: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == present else None)
    monkeypatch.setattr(needs, "is_new_enough", lambda command: True)
    monkeypatch.setattr(sys, "argv", ["scripts/demo.py", "--keep"])
    with pytest.raises(SystemExit, match="2"):
        needs.insist((3, 8, 1))
    sentence = f"minutebook needs Python 3.11 or newer, and this is Python 3.8.1; {advice}\n"
    assert capsys.readouterr().err == sentence


def test_a_stand_in_that_starts_nothing_is_no_python(tmp_path: Path) -> None:
    assert needs.is_new_enough([sys.executable])
    assert not needs.is_new_enough([sys.executable, "-c", "raise SystemExit(1)"])
    assert not needs.is_new_enough([str(tmp_path / "none")])


@pytest.mark.parametrize("name", ["demo", "test"])
def test_a_machine_without_git_gets_one_sentence(name: str, tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPTS / f"{name}.py")]
    done = subprocess.run(
        command, env={"PATH": str(tmp_path)}, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "git is missing" in done.stderr
