"""Additions to files of others: what stood there stays, to the byte."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from minutebook.setup.foreign_yaml import CannotAdd, ForeignFile

ITEM = ("- repo: https://example.org/minutebook", "  rev: v1", "  hooks:", "    - id: minutebook")
ADDED = {"repo": "https://example.org/minutebook", "rev": "v1", "hooks": [{"id": "minutebook"}]}
BLOCK = """\
# the team's own
default_stages: [pre-commit]
repos:   # in the order in which they run
  # formatters

  - repo: &ruff https://example.org/ruff
    rev: "1.0"   # pinned
    hooks: [{id: ruff}]
  - repo: local
    hooks:
    - id: prose
      entry: |
        vale
         --all
# the end
"""
STYLES = (
    BLOCK,
    BLOCK.removesuffix("\n"),
    BLOCK.replace("\n", "\r\n"),
    "repos:\n- repo: local\n  hooks: []\n",
    "repos:\n        - repo: local\n",
    "repos: []\n",
    "repos: [{repo: local}]\n",
    "repos:\n",
    "repos:",
    "---\nrepos:\n  - repo: local\n",
    "exclude: x\nrepos:\n  - *a\n".replace("*a", "b"),
)


def add_item(text: str, key: str, item: Sequence[str], *, comment: str = "") -> str:
    """Return a text with one more item in a list."""
    return ForeignFile(text).add_item(key, item, comment=comment).text


def add_key(text: str, addition: str) -> str:
    """Return a text with one more key."""
    return ForeignFile(text).add_key(addition).text


def load(text: str) -> dict[str, object]:
    """Return what is read in a text with libyaml, as pre-commit and GitLab do; else with ruamel.yaml alone."""
    data: dict[str, object] = YAML(typ="safe").load(text)
    return data


def is_insertion(before: str, after: str) -> bool:
    """Whether one text is the other with something put in at one place."""
    same = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    return any(after.endswith(before[i:]) and after.startswith(before[:i]) for i in range(same + 1))


@pytest.mark.parametrize("text", STYLES)
def test_an_item_comes_first_in_the_list_and_nothing_else_changes(text: str) -> None:
    made = add_item(text, "repos", ITEM, comment="ours")
    assert is_insertion(text, made)
    before = load(text)
    assert load(made) == before | {"repos": [ADDED, *(before["repos"] or [])]}  # type: ignore[misc]


@pytest.mark.parametrize("text", STYLES)
def test_a_key_comes_last_and_nothing_else_changes(text: str) -> None:
    made = add_key(text, "# why\nextra: [a, b]\n")
    assert is_insertion(text, made)
    assert load(made) == load(text) | {"extra": ["a", "b"]}


@pytest.mark.parametrize("text", [style for style in STYLES if "\r\n" in style])
def test_the_newlines_are_those_of_the_file(text: str) -> None:
    made = add_key(add_item(text, "repos", ITEM, comment="ours"), "extra: 1\n")
    assert made.count("\n") == made.count("\r\n")


def test_a_comment_above_the_first_item_stays_above_it() -> None:
    made = add_item(BLOCK, "repos", ITEM)
    assert "  # formatters\n\n  - repo: &ruff" in made


def test_an_empty_file_gets_its_first_key() -> None:
    assert add_key("", "a: 1\n") == "a: 1\n"
    assert add_key("# mine\n", "a: 1\n") == "# mine\na: 1\n"


LINES = st.sampled_from(
    [
        "# note",
        "",
        "fail_fast: true",
        "ci: {skip: [x]}",
        "exclude: |",
        "  ^a$",
        "- b",
        "...",
        "x: [",
        "\tx: 1",
    ]
)


@given(before=st.lists(LINES, max_size=4), after=st.lists(LINES, max_size=4), text=st.sampled_from(STYLES))
@example(before=[], after=["...", "..."], text=BLOCK)
def test_whatever_the_file_an_addition_only_adds_or_is_refused(
    before: list[str], after: list[str], text: str
) -> None:
    whole = "\n".join([*before, text.rstrip("\n"), *after]) + "\n"
    for add, words in ((add_item, ("repos", ITEM)), (add_key, ("extra: 1\n",))):
        try:
            made = add(whole, *words)
        except CannotAdd:
            continue
        assert is_insertion(whole, made)
        assert load(made) != load(whole)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- a list\n", "it is not a mapping"),
        ("just text\n", "it is not a mapping"),
        ("other: 1\n", "it has no `repos`"),
        ("repos: one\n", "`repos` is not a list"),
        ("repos: {a: 1}\n", "`repos` is not a list"),
        ("repos: [a\n", "it can't be read as YAML: "),
        ("repos: []\nrepos: []\n", "it has a key twice"),
        ("repos:\n  - a\n---\nmore: 1\n", "it has several documents"),
        ("[a, b]: 1\nrepos: []\n", "one of its keys is not a word"),
    ],
)
def test_what_no_item_can_be_added_to_is_refused(text: str, reason: str) -> None:
    with pytest.raises(CannotAdd, match=reason):
        add_item(text, "repos", ITEM)


def test_no_key_is_added_behind_the_end_of_a_document_or_to_one_between_brackets() -> None:
    for text in ("a: 1\n...\n", "{a: 1}\n"):
        with pytest.raises(CannotAdd, match="unusual way"):
            add_key(text, "b: 1\n")


def test_a_text_at_the_end_that_would_get_a_newline_is_not_touched() -> None:
    with pytest.raises(CannotAdd, match="unusual way"):
        add_key("a: |\n  text", "b: 1\n")


def test_what_the_program_that_owns_the_file_reads_can_be_added_to() -> None:
    # pre-commit and GitLab read with libyaml, which takes a tab after a colon.
    assert add_key("repos:\t[]\n", "extra: 1\n") == "repos:\t[]\nextra: 1\n"


def test_a_byte_order_mark_stays() -> None:
    assert add_item("\ufeffrepos: []\n", "repos", ["- a: 1"]) == '\ufeffrepos: [{"a": 1}]\n'


def test_keys_and_their_words_can_be_asked_for() -> None:
    file = ForeignFile("stages: [build, {a: test}]\nexclude: ^x$\nnothing:\n")
    assert ("stages" in file.keys, "nothing" in file.keys, "other" in file.keys) == (True, True, False)
    assert (file.words("stages"), file.words("exclude"), file.words("other")) == (
        ("build", "a", "test"),
        ("^x$",),
        (),
    )


@pytest.mark.parametrize(
    "text",
    [
        "x: &a [*a]\nrepos: []\n",
        "x: # why\n  text\n\nrepos: []\n",
        "a: &a {k: 1}\nb: &a {k: 2}\nrepos: []\n",
        "x: !reference [a, b]\nrepos: []\n",
        "a: &a [x,x]\n"
        + "".join(f"{n}: &{n} [{('*' + p + ',') * 9}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))
        + "repos: []\n",
    ],
    ids=["cycle", "comment", "anchor-again", "tag", "bomb"],
)
def test_whatever_stands_beside_it_does_not_matter(text: str) -> None:
    made = add_key(add_item(text, "repos", ITEM), "extra: 1\n")
    assert made == text.replace("repos: []\n", "") + made[made.index("repos: [") :]
    assert made.endswith("]\nextra: 1\n")
