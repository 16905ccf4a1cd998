"""Meetings with action items in the styles that people write YAML in.

A document stands behind a margin that says which action item a line belongs to: `a`, `b` and so on in the order
of the file, `x` for a line that two share, nothing for the rest.
"""

import re
from collections.abc import Sequence

Lines = Sequence[tuple[str, str]]

STYLES = {
    "two blanks, dashes indented": """
         |date: 2020-10-26
         |sections:
         |  - title: A
         |    actions:
        a|      - id: a1aa
        a|        owner: Mat
        a|        task: one
        b|      - Edgar: two
        c|      - id: c1cc
        c|        owner: [Mat, Diego]
        c|        task: three
         |  - title: B
    """,
    "four blanks": """
         |date: 2020-10-26
         |sections:
         |    - title: A
         |      actions:
        a|          - id: a1aa
        a|            owner: Mat
        a|            task: one
        b|          - "Edgar": 'two'
         |      sections:
         |          - title: B
    """,
    "dashes in the column of their key": """
         |date: 2020-10-26
         |sections:
         |- title: A
         |  actions:
        a|  - id: a1aa
        a|    owner: Mat
        a|    task: one
        b|  - Edgar: two
         |- title: B
    """,
    "wide dashes": """
         |date: 2020-10-26
         |sections:
         |-   title: A
         |    actions:
        a|    -   id: a1aa
        a|        owner: Mat
        a|        task: one
        b|    -   Edgar: two
         |-   title: B
    """,
    "blank lines between items": """
         |date: 2020-10-26
         |
         |sections:
         |
         |  - title: A
         |
         |    actions:
         |
        a|      - id: a1aa
        a|        owner: Mat
        a|        task: one
         |
        b|      - id: b1bb
        b|        owner: Mat
        b|        task: two
         |
        c|      - Edgar: three
         |
         |  - title: B
    """,
    "comments everywhere": """
         |# first
         |date: 2020-10-26  # the day
         |sections:
         |  # about A
         |  - title: A  # behind a title
         |    actions:  # behind the key
        a|      # above a
        a|      - id: a1aa  # behind - an id
        a|        # inside a
        a|        owner: Mat
        a|        task: one  # behind a task
        a|        # below a
        b|      # above b
        b|      # and once more
        b|      -   # behind the dash - of b
        b|        Edgar: two
        c|      - id: c1cc
        c|        owner: Mat
        c|        task: three
        c|          # deeper than c
         |      # in the column of the dashes
         |    # in the column of actions
         |  # about B
         |  - title: B
         |# last
    """,
    "a block of text last": """
         |date: 2020-10-26
         |sections:
         |  - title: A
         |    actions:
        a|      - id: a1aa
        a|        owner: Mat
        a|        task: |-
        a|          one
        b|      - owner: Mat
        b|        task: >-
        b|          two
        b|          lines
         |
         |
         |  - title: B
    """,
    "own keys with blocks that keep their blank lines": """
         |date: 2020-10-26
         |actions:
        a|  - id: a1aa
        a|    owner: Mat
        a|    task: one
        a|    x-log: |+
        a|      kept
        a|
        b|  - id: b1bb
        b|    owner: Mat
        b|    task: two
        b|    x-log: |
        b|      # no comment
        b|         deeper
         |
         |sections:
         |  - title: B
    """,
    "each item between braces": """
         |date: 2020-10-26
         |sections:
         |  - title: A
         |    actions:
        a|      - {id: a1aa, owner: Mat, task: one}  # behind a
        b|      - {Edgar: two}
        c|      - { "owner": [Mat], "task": "three", }
         |  - {title: B}
    """,
    "braces over several lines": """
         |date: 2020-10-26
         |actions:
        a|  - {id: a1aa,  # behind an id
        a|     owner: Mat,
        a|     task: one}  # behind a
        b|  - {
        b|      id: b1bb,
        b|      owner: Mat,
        b|      task: two  # behind a task
        b|    }
    """,
    "a list between brackets, one item a line": """
         |date: 2020-10-26
         |sections:
         |  - title: A
         |    actions: [
        a|      {id: a1aa, owner: Mat, task: one},  # behind a
        b|      {Edgar: two},
        c|      {id: c1cc, owner: Mat, task: three}  # behind c
         |      ]
         |  - title: B
    """,
    "brackets with a comma at the end": """
         |date: 2020-10-26
         |actions: [
        a|  {id: a1aa, owner: Mat, task: one},
        b|  {Edgar: two},  # behind b
         |  ]
    """,
    "all on one line": """
         |date: 2020-10-26
        x|sections: [{title: A, actions: [{id: a1aa, owner: Mat, task: one}, Edgar: two, {Mat: three}]}]
         |x-end: yes, it is
    """,
    "JSON": """
         |{
         |  "date": "2020-10-26",
         |  "actions": [
        a|    {
        a|      "id": "a1aa",
        a|      "owner": "Mat",
        a|      "task": "one"
        a|    },
        b|    {
        b|      "Edgar": "two"
        b|    }
         |  ]
         |}
    """,
    "JSON without blanks": """
        x|{"date":"2020-10-26","actions":[{"id":"a1aa","owner":"Mat","task":"one"},{"Edgar":"two"}]}
    """,
    "topics": """
         |date: 2020-10-26
         |sections:
         |  - title: A
         |    actions:
         |      - topic: OSG 3.5
         |        notes: |
         |          -   first
         |        actions:
        a|          - id: a1aa
        a|            owner: Mat
        a|            task: one
        b|          - Edgar: two
         |      # about the next topic
         |      - topic: OSG 3.6
         |        actions:
        c|        - Mat: three
    """,
    "other letters": """
         |date: 2020-10-26
         |title: "Réunion 😀"
         |actions:
        a|  - id: a1aa
        a|    owner: "Jürgen 😀"  # 😀 behind a
        a|    task: "日本 😀: eins"
        b|  - "Zoë 🦀": zwei 😀
         |x-end: 😀
    """,
    "blanks at the ends of lines": """
         |date: 2020-10-26   \\
         |sections:  \\
         |  - title: A \\
         |    actions:   \\
        a|      - id: a1aa \\
        a|        owner: Mat   \\
        a|        task: one \\
         |   \\
        b|      - Edgar: two   \\
         |   \\
         |  - title: B  \\
         |    notes: |  \\
         |      text  \\
         |         \\
    """,
    "keys with a question mark": """
         |date: 2020-10-26
         |actions:
        a|  - ? id
        a|    : a1aa
        a|    ? owner
        a|    : Mat
        a|    ? task
        a|    : one
        b|  - ? Edgar
        b|    : two
        c|  - owner: Mat
        c|    ? task  # behind a key
        c|    : three
    """,
    "a document with its marks": """
         |---
         |date: 2020-10-26
         |actions:
        a|  - id: a1aa
        a|    owner: Mat
        a|    task: one
        b|  - Edgar: two
         |...
    """,
    "lists of several styles": """
         |date: 2020-10-26
         |attending:
         |- Mat
         |actions:
        a|    - id: a1aa
        a|      task: one
        a|      owner:
        a|      - Mat
        a|      - Diego
        a|      # below the owners
         |sections:
         |  -
         |    title: A
         |    actions:
         |     -
         |        topic: T
         |        actions:
         |          [
        b|            {Edgar: two}
         |          ]
    """,
}


def lines_of(style: str) -> Lines:
    """Return the lines of a document with their margins; a backslash stands for the end of a line."""
    rows = [line for line in style.split("\n") if "|" in line]
    found = [re.match(r" *([a-z]?)\|(.*)", row) for row in rows]
    return [(row[1], row[2].removesuffix("\\")) for row in found if row]


def join(lines: Lines, newline: str = "\n", *, final: bool = True) -> str:
    return newline.join(line for _, line in lines) + newline * final


def letters(lines: Lines) -> list[str]:
    return sorted({margin for margin, _ in lines} - {"", "x"})
