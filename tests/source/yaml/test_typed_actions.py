"""Lines below `actions:` that YAML would refuse or misread."""

import pytest

from minutebook.source.yaml.loader import read
from minutebook.source.yaml.typed_actions import quote_typed_actions


def items(text: str) -> list[object]:
    data = read("2020-10-26.yaml", text.encode()).data
    listed: list[object] = data["actions"]
    return listed


@pytest.mark.parametrize(
    "line",
    [
        *(
            "@Mat order parts",
            "[ ] Mat: order parts",
            "[x] Mat: order parts",
            "[ACTION: Mat to order parts]",
            "AI (Mat): x: y",
            "**Mat** to order",
        ),
        *(
            "Mat: fix #445",
            "Mat: `a` b",
            "Mat: [a] b",
            "Mat: {a}",
            "Mat: 3.10",
            "Mat: yes",
            "[Mat](url): parts",
        ),
        *(
            "%x",
            "&x y",
            "!x y",
            "`a`",
            'Mat: it\'s "new": yes',
            'say "a": b',
            "Mat: a \\ b: c",
            "AI (Mat): x #1",
        ),
    ],
)
def test_what_is_typed_is_read_as_it_is(line: str) -> None:
    assert items(f"actions:\n  - {line}\n  - {line}  # a comment\n  - last\n") == [line, line, "last"]
    assert items(f"actions:\n- {line}\n") == [line]


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Mat: order parts", {"Mat": "order parts"}),
        ('Mat: "fix #445"', {"Mat": "fix #445"}),
        ("'@Mat order parts'", "@Mat order parts"),
        ("{Mat: order parts}", {"Mat": "order parts"}),
        ("Mat to order parts", "Mat to order parts"),
        ("task: order parts", {"task": "order parts"}),
        ("topic: OSG", {"topic": "OSG"}),
        ("5", 5),
    ],
)
def test_what_yaml_reads_right_is_left_to_it(line: str, item: object) -> None:
    text = f"actions:\n  - {line}\n"
    assert quote_typed_actions(text).text is text
    assert items(text) == [item]


@pytest.mark.parametrize(
    "text",
    [
        "notes: |\n  actions:\n    - @Mat x\n",
        "notes: |\n  - @Mat x\nactions: []\n",
        "columns:\n  - @Mat x\nactions:\n  - {}\n",
        "actions:\n  - topic: T\n    notes: |\n      - @Mat x\n",
        "actions:\n  - id: k7q2m4\n    task: fix #445\n",
        "actions:\n  - Mat: fix #445\n    which is old\n",
        "actions:\nsections:\n  - @Mat x\n",
        "x-actions:\n  - @Mat x\n",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert quote_typed_actions(text).text is text


def test_the_actions_of_a_topic_and_of_a_section_are_read_so_too() -> None:
    text = "sections:\n- actions:\n  - topic: T\n    actions:\n    - @Mat x\n  # more\n  - @Mat y\n- actions:  # more\n  -   @Mat z\n"
    sections = read("2020-10-26.yaml", text.encode()).data["sections"]
    assert sections == [
        {"actions": [{"topic": "T", "actions": ["@Mat x"]}, "@Mat y"]},
        {"actions": ["@Mat z"]},
    ]


def test_the_place_of_an_action_is_that_of_what_was_typed() -> None:
    document = read("2020-10-26.yaml", b'actions:\r\n  - say "a": \\b\r\n')
    location = document.location(("actions", 0))
    assert (location.line, location.column, location.length) == (2, 5, 11)
    assert document.text == 'actions:\r\n  - say "a": \\b\r\n'


def test_what_is_refused_elsewhere_keeps_its_place() -> None:
    from minutebook.records.refusal import Refused

    with pytest.raises(Refused) as refused:
        read("2020-10-26.yaml", b"actions:\n  - @Mat x: y\ntitle: @x\n")
    assert [(problem.rule, problem.location.line) for problem in refused.value.problems] == [
        ("plain-text", 3)
    ]
