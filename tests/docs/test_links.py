"""Every page of the documentation is found from its first one, and no link leads nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.pages import DOCS

if TYPE_CHECKING:
    from pathlib import Path

ROOT = DOCS.parent
PAGES = sorted(DOCS.rglob("*.md"))
LINKING = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
FENCED = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*?) *$", re.MULTILINE)


def links(page: Path, text: str | None = None) -> list[tuple[Path, str]]:
    """Return where the relative links of a page lead: a file or folder, and an anchor or nothing."""
    shown = FENCED.sub("", page.read_text(encoding="utf-8") if text is None else text)
    found = (link.partition("#") for link in LINK.findall(shown) if "://" not in link)
    return [((page.parent / path).resolve() if path else page, anchor) for path, _, anchor in found]


def anchors(text: str) -> set[str]:
    """Return the anchors that code hosts give to the headings of a page."""
    bare = (
        heading.replace("`", "").lower()
        for heading in HEADING.findall(re.sub(r"(?ms)^```.*?^```$", "", text))
    )
    return {re.sub(r"[^\w -]", "", heading).replace(" ", "-") for heading in bare}


def dead(page: Path, text: str | None = None) -> list[str]:
    """Return the links of a page that lead nowhere."""
    return [
        f"{target.name}#{anchor}"
        for target, anchor in links(page, text)
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8")))
    ]


@pytest.mark.parametrize("page", LINKING, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(page: Path) -> None:
    assert dead(page) == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    text = "[a](format.md) [b](fromat.md) [c](format.md#prose) [d](format.md#prosa) `[e](f.md)`"
    assert dead(DOCS / "README.md", text) == ["fromat.md#", "format.md#prosa"]


def test_every_page_is_reached_from_the_first() -> None:
    reached: set[Path] = set()
    waiting = [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        waiting += [
            to for to, _anchor in links(page) if to.suffix == ".md" and to in PAGES and to not in reached
        ]
    assert set(PAGES) - reached == set()
