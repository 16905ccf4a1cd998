"""What git says of what it ignores."""

from minutebook.repository.ignore_rules import parse_rules

SAID = """\
.gitignore:2:*.md\ta/b.md
C:/home/ignore:10:/x: y/\tx: y/c.md
.gitignore:3:!*.md\td.md
"""


def test_each_ignored_path_has_its_rule() -> None:
    assert dict(parse_rules(SAID)) == {
        "a/b.md": "`*.md` in .gitignore, line 2",
        "x: y/c.md": "`/x: y/` in C:/home/ignore, line 10",
    }
