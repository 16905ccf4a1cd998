"""Whatever a Markdown document holds, it is imported without loss, or refused with a line."""

import re
from datetime import date
from html import unescape

from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.oldminutes.imports import import_texts
from support.oldminutes.loss import lost

_WORDS = st.sampled_from(
    [
        *(
            "alpha",
            "beta 3",
            "`code x`",
            "**bold** word",
            "[link](http://a.b/c)",
            "a: b",
            "#tag",
            "| x |",
            "1.5",
        ),
        *(
            "it's",
            "Ünï",
            "&amp;",
            "&Delta;",
            "<b>x</b>",
            "\\*esc",
            "snake_case",
            "*it*",
            "~~gone~~",
            "[DONE]",
            "(done)",
            "(done 3 March)",
            "it - done",
        ),
    ]
)
_TEXT = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_STARTS = st.sampled_from(
    [
        *(
            "",
            "- ",
            "* ",
            "    - ",
            "  - ",
            "\t- ",
            "    ",
            "1. ",
            "> ",
            "# ",
            "## ",
            "### ",
            "<!-- ",
            "TODO ",
        ),
        *(
            "-   AI (Mat): ",
            "- AI (Mat, Ann): ",
            "-   AI: ",
            "- [ ] ",
            "- [x] @Ann: ",
            "- [ ] @Ann ",
            "- [ ] the dog: ",
            "1. AI (Mat): ",
            "- AI Mat - ",
            "- AI: Mat to ",
            "- Done: AI (Ann): ",
            "\u2713 AI (Ann): ",
            "Attending:",
            "## Attendees",
            "**Attendees**",
            "**Label:** ",
            "Present: ",
        ),
    ]
)
_LINES = st.sampled_from(
    [
        *(
            "",
            "",
            "",
            "---",
            "===",
            "```",
            "-->",
            "AI (Mat):",
            "-   AI (Ann):",
            "[ref]: http://x.y",
            "None this week",
        ),
        *("| a | &Delta; | State |", "|---|---|---|", "| 1 | +1 | Open |", "| 2 | +0 | Total |"),
        *("- AI (Mat): alpha \u2705", "- AI (Ann): \u2705 beta", "- \u2705 alpha"),
        *("- 11 (+3) open tickets", "- 4 open tickets", "-   This week: Mat", "**Attending:** Mat, Ann"),
    ]
)
_DOCUMENTS = st.lists(st.builds(str.__add__, _STARTS, _TEXT) | _LINES, max_size=20).map("\n".join)


@settings(max_examples=60)  # each is an import of several files
@given(st.lists(_DOCUMENTS, min_size=1, max_size=3))
@example(["---\n1. alpha\n---"])
@example(["alpha\n- [ ] @Ann (done) alpha"])
@example(["---\nalpha\n- AI (Mat): alpha \u2705\n---"])
@example(["    alpha\n---"])
@example(["alpha\n- alpha\n**Attending:** Mat, Ann\n    - alpha"])
@example(["---\n`code x`\n---"])
@example(["---\n&amp;\n---"])
@example(["- \u2705 alpha\n\u2713 AI (Ann): (done) alpha"])
@example(["Present: alpha alpha\n- [x] @Ann: alpha"])
def test_a_document_is_imported_without_loss_or_refused_with_a_line(documents: list[str]) -> None:
    texts = {f"2020-01-{6 + 7 * at:02}.md": text for at, text in enumerate(documents)}
    imported = import_texts(texts)
    stopped = {stopped.path for stopped in imported.report.stopped}
    for path, text in texts.items():
        if path not in stopped:
            # Indented lines can be code below a heading and a list where the title above them has moved.
            minutes = imported.minutes[date.fromisoformat(path[:10])]
            # A name in bold is one without it, too.
            losses = [word for word in lost(text, minutes) if word not in {"html <b>", "html </b>"}]
            # The address behind a name is left out, as is who is named twice, and that is told.
            left_out = [left.stated for left in imported.report.decisions if left.kind == "left out"]
            # What begins a list says no word, and behind a word it begins none.
            texts_left_out = [front + stated for stated in left_out for front in ("", "x ")]
            # In front matter the signs of code and of entities are text.
            texts_left_out += [re.sub("[`&;]", " ", stated) for stated in left_out]
            told = {word for text_left_out in texts_left_out for word in lost(text_left_out, "")}
            told |= {f"link {stated}" for stated in left_out}
            # A box or a tick beside a name says that somebody was there, as the list of people does.
            told |= (
                {"mark done"}
                if ("[x]" in text or "\u2705" in text) and "**Attending:**" in minutes
                else set()
            )
            losses = [word for word in losses if word not in told]
            # What two marks close, before a line and below it, is closed by one.
            assert [word for word in losses if word != "mark done" or "[DONE]" not in minutes] == []
    assert all(stopped.location.line >= 1 and stopped.message for stopped in imported.report.stopped)


@given(_DOCUMENTS)
@example("alpha\n# `code x`\n-   AI (Mat): alpha\n# alpha")
def test_what_was_imported_is_imported_as_it_is(document: str) -> None:
    once = import_texts({"2020-01-06.md": document})
    again = import_texts({f"{day}.md": minutes for day, minutes in once.minutes.items()})
    assert again.minutes == once.minutes


_LETTERS = st.sampled_from(
    [
        *"#-*+>|`~[]()!:_ \t\n&;<>01ab\"'%@{}?=.,/",
        *("\n", "  ", "AI (M): ", "| &Delta; |", "|---|", "---\n", "title: x\n", "**A:** b\n", "Present: "),
        *("\x0b", "\x0c", "\x85", "\u2028", "\ufeff", "\x7f", "é", "\U0001f600"),
    ]
)


@given(st.lists(_LETTERS, max_size=60).map("".join))
def test_any_letters_are_kept_or_refused_with_a_line(text: str) -> None:
    imported = import_texts({"2020-01-06.md": text})
    assert all(stopped.location.line >= 1 and stopped.message for stopped in imported.report.stopped)
    # What nobody sees within a word is left out, and the word is one again.
    visible = text.translate(dict.fromkeys(map(ord, "\ufeff\x7f")))
    told = " ".join(left.stated for left in imported.report.decisions if left.kind == "left out")
    for minutes in imported.minutes.values():
        lost_words = set(_words(visible)) - set(_words(f"{minutes} {told}"))
        assert lost_words <= {"title", "present", "ai", "todo", "x"}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unescape(text).replace("\\", "").casefold())
