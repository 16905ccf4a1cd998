"""No test depends on how fast the machine is: what takes long is told by the work it does, never by seconds."""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
CLOCKS = {"monotonic", "perf_counter", "process_time", "sleep", "time", "time_ns"}
PATIENT = {
    "hooks/test_guarded_servers.py": "waits until a server listens",
    "support/effort.py": "compares what it measures with a loop on the same machine",
    "support/languageserver.py": "gives up on a server that never answers",
    "support/nodepackages.py": "waits for another process that fetches the same packages",
}


def nodes(word: str) -> Iterator[tuple[str, ast.AST]]:
    """Yield every part of the tests that have a word, with its file."""
    for path in TESTS.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if word in text else ():
            yield path.relative_to(TESTS).as_posix(), node


def test_no_example_of_hypothesis_has_a_deadline_of_its_own() -> None:
    keywords = [
        file for file, node in nodes("deadline") if isinstance(node, ast.keyword) and node.arg == "deadline"
    ]
    assert keywords == ["conftest.py"]


def test_only_those_who_wait_for_others_look_at_a_clock() -> None:
    looking = {
        file
        for file, node in nodes("time.")
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr in CLOCKS) == ("time", True)
    }
    assert looking == PATIENT.keys()
