"""Signs, such as a picture, that a team puts before its action items and before nothing else."""

import re
from collections import defaultdict

from minutebook.actions import grammar
from minutebook.actions.known_people import KnownPeople
from minutebook.oldminutes.markdown_blocks import Document
from minutebook.oldminutes.named_owners import split_named_owners

SIGNED = re.compile(r"(?P<sign>[^\w\s\[\](){}*_#@<>~`|.,:;'\"\\-]{1,3})[ \t]+(?P<text>\S.*)", re.DOTALL)
"""An item with a sign before its text."""
_FEWEST = 3
"""Before how many items a sign stands that means something."""


def signs_of_actions(document: Document, people: KnownPeople) -> frozenset[str]:
    """Return the signs before items of which nearly all begin with somebody who has something to do."""
    owned: dict[str, list[bool]] = defaultdict(list)
    for block in (inner for outer in document.blocks for inner in outer.walk() if inner.kind == "item"):
        texts = (document.text(inner) for inner in block.children[:1] if inner.kind == "paragraph")
        for signed in filter(None, map(SIGNED.fullmatch, texts)):
            owned[signed["sign"]].append(_is_owned(signed["text"], people))
    return frozenset(
        sign for sign, are_owned in owned.items() if sum(are_owned) >= max(_FEWEST, 3 * len(are_owned) / 4)
    )


def _is_owned(text: str, people: KnownPeople) -> bool:
    typed = grammar.parse(text, people)
    owners = typed.owners if typed and typed.owners else split_named_owners(text, people, is_placed=False)[0]
    return people.are_known(owners)
