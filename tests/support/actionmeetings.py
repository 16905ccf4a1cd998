"""Two meetings with action items, and the commands that change one of them."""

from support.notes import Done, Notes

SERIES = """\
format: 1
title: Team
schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-01-06}]
roster:
  BrianL: {aliases: [Brian, Brian L]}
  Diego: {}
  Mat: {}
  everyone: {group: true}
lapse: 2
"""
BEFORE = """\
date: 2020-10-19
sections:
  - title: Software
    actions:
      - id: a1aa
        owner: Mat
        task: one
      - id: b1bb   # from the chat
        owner: [Mat, Diego]
        task: "two: more"
        status: done
      - topic: OSG 3.5
        actions:
          - {id: c1cc, owner: Diego, task: three, status: dropped, reason: no time}
  - title: Support
"""
NEWEST = """\
date: 2020-10-26  # Monday
attending: [Mat, A. Visitor, "Newcomer?"]
sections:
  - title: Software   # ours
    notes: |
      -   text

    actions:
      # said by Mat
      - id: a1aa
        owner: Mat
        task: 'one'
        since: 2020-10-19
        # not before Friday

      - id: d1dd
        owner: [BrianL, "Mat"]   # both
        task: four

  # what comes now
  - title: Support
    actions: []
    sections:
      - title: Discussion
"""
A1AA = "        # not before Friday\n"
D1DD = "        task: four\n"


def write_meetings(notes: Notes) -> None:
    """Write a series with its two meetings."""
    notes.write(f"{notes.series}/series.yaml", SERIES)
    notes.write(f"{notes.series}/2020-10-19.yaml", BEFORE)
    notes.write(f"{notes.series}/2020-10-26.yaml", NEWEST)


def newest(notes: Notes) -> str:
    """Return the text of the newest meeting."""
    return notes.read(f"{notes.series}/2020-10-26.yaml")


def call(notes: Notes, *words: str) -> Done:
    """Run a command that writes the newest meeting, and insist that it says so and nothing else went wrong."""
    done = notes.run(*words)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"wrote {notes.series}/2020-10-26.yaml\n"
    assert notes.read(f"{notes.series}/2020-10-19.yaml") == BEFORE
    return done


def fail(notes: Notes, *words: str) -> str:
    """Run a command that is refused, and return the one sentence that it says."""
    before = newest(notes)
    done = notes.run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert newest(notes) == before
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("minutebook: ").removesuffix("\n")


def sync(notes: Notes) -> None:
    """Bring everything up to date, and insist that nothing is left to complain of."""
    done = notes.run("sync")
    assert done.returncode == 0, done.stdout
