"""`ok` is read wherever a record may have it."""

from support import samples

TEXT = """\
date: 2020-10-26
ok: [a]
counters: {calls: {value: 1, ok: [b]}, ok: 3}
table:
  id: jira
  ok: [c]
  columns: [A, B]
  rows: {Open: {counts: [1, 2], ok: [d]}, ok: [1, 2]}
actions:
  - {id: k7q2m4, owner: Mat, task: call, ok: [e]}
  - Mat: write
  - topic: Release
    actions:
      - {id: k7q2m5, owner: Mat, task: call again, ok: [f]}
sections:
  - title: A
    x-own: {ok: [g]}
    sections: [{title: B, ok: [h, i]}]
"""


def test_an_answer_has_the_path_of_its_record() -> None:
    answers = samples.meeting(TEXT).answers
    assert [(answer.key_path, answer.rules) for answer in answers] == [
        ((), ("a",)),
        (("counters", "calls"), ("b",)),
        (("table",), ("c",)),
        (("table", "rows", "Open"), ("d",)),
        (("actions", 0), ("e",)),
        (("actions", 2, "actions", 0), ("f",)),
        (("sections", 0, "sections", 0), ("h", "i")),
    ]
