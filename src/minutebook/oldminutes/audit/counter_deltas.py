"""The deltas of counters against the earlier minutes that have them."""

from collections.abc import Iterator

from minutebook.counts.delta_notation import format_delta
from minutebook.oldminutes.audit.audit_faults import Fault, name_location
from minutebook.oldminutes.audit.minutes_file import MinutesFile
from minutebook.oldminutes.audit.timeline import Timeline
from minutebook.oldminutes.handwritten.contents import Counter
from minutebook.oldminutes.handwritten.plain_text import fold_counter_label


def check_counters(file: MinutesFile, timeline: Timeline) -> Iterator[Fault | None]:
    """Yield each counter whose delta can be judged, with the fault if it is wrong."""
    for counter in file.minutes.counters:
        baseline = _find_baseline(file, counter, timeline)
        written, count = counter.delta, counter.count.value
        if not baseline or file.day is None or not written or written.value is None or count is None:
            continue
        earlier_file, earlier_count = baseline
        delta = count - earlier_count
        fault = Fault(
            file.path,
            written.line,
            "counter",
            name_location(counter.section, counter.label),
            written.text,
            format_delta(delta),
            earlier_file.day,
            "" if counter.since else timeline.mark(earlier_file, file.day),
        )
        yield fault if delta != written.value else None


def _find_baseline(file: MinutesFile, counter: Counter, timeline: Timeline) -> tuple[MinutesFile, int] | None:
    """Return the latest earlier file with this counter, and what it counted there."""
    if file.day is None:
        return None
    label = fold_counter_label(counter.label)
    for earlier_file in timeline.earlier(file.day):
        if counter.since is not None and earlier_file.day != counter.since:
            continue
        namesakes = [
            candidate
            for candidate in earlier_file.minutes.counters
            if fold_counter_label(candidate.label) == label
        ]
        # Of two with one name, that of the same section is meant.
        namesakes.sort(key=lambda candidate: candidate.section != counter.section)
        if namesakes and namesakes[0].count.value is not None:
            return earlier_file, namesakes[0].count.value
    return None
