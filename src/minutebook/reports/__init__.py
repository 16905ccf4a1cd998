"""Problems in the formats that people and programs read: one module a format, found by its name."""

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path

from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import Problem

REPORTERS = {"text": "text", "json": "json_", "github": "github", "gitlab": "gitlab"}
"""The module of each format, in the order of the help; its `REPORTER` is what is used of it."""

SourceLine = Callable[[str, int], str]
"""Returns a line (from 1) of a file, without its newline; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """How problems are shown: with colours, with paths relative to `top`, beside a summary of the job.

    Without `source_line` no lines of the files are shown; longer ones than `width`, if it is known, are cut.
    """

    colored: bool = False
    top: Path | None = None
    source_line: SourceLine | None = None
    summarized: bool = False
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Reporter:
    """What a format makes of problems, and of a text that is said beside them on standard error.

    `for_people`: whether people read it, who want to be told on standard output what else was done.
    `job_summary`: the environment variable in which a CI host names the file for the summary of a job.
    """

    report: Callable[[Sequence[Problem], Presentation], str]
    remark: Callable[[str], str] = str
    for_people: bool = False
    job_summary: str = ""


def load_reporter(form: str) -> Reporter:
    """Return the reporter of a format, importing no other; problems are text where the format is one of data."""
    name = REPORTERS.get(form, REPORTERS["text"])
    reporter: Reporter = importlib.import_module(f"{__name__}.{name}").REPORTER
    return reporter
