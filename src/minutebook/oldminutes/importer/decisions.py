"""What is decided about a sheet by looking at the meetings around it: ids, baselines, what became of each action."""

from dataclasses import dataclass, field
from datetime import date

from minutebook.records.meeting import Status


@dataclass(frozen=True, slots=True)
class ActionDecision:
    """An action's id, where it began if that was earlier, its status, and whether the YAML says an open one."""

    id: str
    since: date | None
    status: Status
    states_open: bool


@dataclass(frozen=True, slots=True)
class TableDecision:
    """A table's id, what its columns continue, its baseline, and what each renamed row was called before."""

    id: str
    continues: tuple[str, ...] | None = None
    baseline: str | None = None
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions about actions and tables by their lines, and what each renamed counter was called before."""

    actions: dict[int, ActionDecision]
    tables: dict[int, TableDecision]
    counters: dict[int, str]
