"""Write docs/reference/ from the code and the schemas; with --check, only say whether it is current.

Run it with the Python of `.venv`.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minutebook import arguments
from minutebook.rules import explanations
from minutebook.source.schema import schemas

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"
WRITTEN = "<!-- Written by scripts/reference.py: edit what it is made from. -->\n"
IN_SCHEMA = ("missing-key", "not-a-count", "unknown-key", "unquoted-text", "wrong-type", "wrong-value")
"""Rules that tell what the schemas ask for, which any validator finds."""


def main() -> int:
    """Write the pages, or compare them."""
    stale = [name for name, text in pages() if _differs(FOLDER / name, text)]
    if "--check" in sys.argv:
        print("\n".join(f"docs/reference/{name} is not current: run scripts/reference.py" for name in stale))
        return int(bool(stale))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")
    return 0


def pages() -> Iterator[tuple[str, str]]:
    """Yield the name and text of each page."""
    yield "commands.md", WRITTEN + "\n".join(commands()) + "\n"
    yield "meeting.md", WRITTEN + "\n".join(keys("meeting", "# Keys of a meeting")) + "\n"
    yield "series.md", WRITTEN + "\n".join(keys("series", "# Keys of a series")) + "\n"
    yield "rules.md", WRITTEN + "\n".join(rules()) + "\n"


def commands() -> Iterator[str]:
    """Yield the lines of the page about the command line."""
    yield "# Commands\n"
    program = arguments.parser()
    yield from _options(program)
    for action in program._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield f"\n## minutebook {name}\n"
                yield f"{(command.description or '').rstrip('.')}.\n"
                yield from _options(command)
    yield "\n## Exit codes\n"
    yield "0 nothing to say; 1 problems were found, or files were written and `--exit-code` was given; "
    yield "2 wrong usage, configuration or environment; 3 a bug in minutebook; 130 interrupted."


def _options(command: argparse.ArgumentParser) -> Iterator[str]:
    yield "| argument | meaning |\n|---|---|"
    for action in command._actions:
        if isinstance(action, (argparse._HelpAction, argparse._SubParsersAction)):
            continue
        value = str(action.metavar or "\\|".join(str(choice) for choice in action.choices or ()))
        name = ", ".join(action.option_strings)
        shown = " ".join(part for part in (name, value if action.nargs != 0 else "") if part)
        yield f"| `{shown}` | {action.help} |"


def keys(kind: schemas.Kind, heading: str) -> Iterator[str]:
    """Yield the lines of the page about one kind of file."""
    whole = schemas.load(kind)
    yield f"{heading}\n"
    yield f"{whole.get('description', '')}\n"
    yield from _properties(whole)
    for definition in whole.get("$defs", {}).values():
        if "properties" in definition:
            yield f"\n## {definition['title']}\n"
            yield f"{definition.get('description', '')}\n"
            yield from _properties(definition)


def _properties(part: dict[str, Any]) -> Iterator[str]:
    yield "| key | what it is | example |\n|---|---|---|"
    for key, about in part.get("properties", {}).items():
        text = f"{about.get('description', about.get('title', ''))}".replace("\n", " ").replace("|", "\\|")
        required = " (required)" if key in part.get("required", ()) else ""
        yield f"| `{key}` | {text}{required} | {_example(about)} |"


def _example(about: dict[str, Any]) -> str:
    examples = about.get("examples", [])
    text = str(examples[0]).replace("\n", "\\n").replace("|", "\\|") if examples else ""
    return f"`{text[:60]}`" if text else ""


def rules() -> Iterator[str]:
    """Yield the lines of the page about the rules."""
    own = [name for name in explanations.names() if name not in IN_SCHEMA]
    yield "# Rules\n"
    yield "`minutebook explain RULE` prints the same.\n"
    yield "## Rules that the schemas tell\n"
    yield "An editor or any other validator finds these, too.\n"
    yield from _list(list(IN_SCHEMA))
    yield "\n## Rules that no schema can tell\n"
    yield "The schemas accept the bad examples of these; minutebook does not.\n"
    yield from _list(own)
    for name in explanations.names():
        page = explanations.explanation(name).rstrip("\n")
        yield "\n" + "\n".join(_demoted(page))


def _demoted(page: str) -> Iterator[str]:
    """Yield the lines of a page with its headings one level lower."""
    fenced = False
    for line in page.split("\n"):
        fenced = fenced != line.startswith("```")
        yield f"#{line}" if line.startswith("#") and not fenced else line


def _list(names: list[str]) -> Iterator[str]:
    for name in names:
        first = explanations.explanation(name).split("\n\n")[1].replace("\n", " ")
        yield f"-   [{name}](#{name}): {first}"


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    sys.exit(main())
