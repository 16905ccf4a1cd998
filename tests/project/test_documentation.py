"""What the README and the explanations of the rules show is so, and all documents together stay short."""

import re
from pathlib import Path

import pytest

from minutebook.records.refusal import Refused
from minutebook.rules import explanations
from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

ROOT = Path(__file__).resolve().parents[2]
WORDS = 18_000
"""What somebody can read of all documents together, and find again."""
FOUND_BY_SCHEMAS = {"missing-key", "not-a-count", "unknown-key", "unquoted-text", "wrong-type", "wrong-value"}
"""The rules that any validator checks, from the schemas alone."""


def fences(text: str, language: str) -> list[str]:
    """Return the contents of a document's fences of a language."""
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("rule", sorted({*explanations.names()} - FOUND_BY_SCHEMAS))
def test_the_schemas_accept_the_bad_example_of_a_rule_of_our_own(rule: str) -> None:
    bad = explanations.explanation(rule).split("## Bad", 1)[1]
    for path, text in re.findall(r"`(\S+\.yaml)`.*?\n\n```yaml\n(.*?)```", bad, re.DOTALL):
        try:
            document = read(path, text.encode())
        except Refused:
            continue  # the reader refuses it before any schema could be asked
        assert schemas.problems("series" if path.endswith("series.yaml") else "meeting", document) == ()


def test_all_documents_together_have_no_more_words_than_somebody_reads() -> None:
    on_top = (ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG"))
    pages = [*on_top, *(ROOT / "docs").rglob("*.md")]
    words = {
        page.relative_to(ROOT).as_posix(): len(page.read_text(encoding="utf-8").split()) for page in pages
    }
    assert sum(words.values()) <= WORDS, words
