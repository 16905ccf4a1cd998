"""What the team of the demo types in its week, and the deltas that must come of it."""

HOOK = """\
repos:
  - repo: local
    hooks:
      - id: minutebook
        name: minutebook
        entry: {entry}
        language: unsupported
        always_run: true
        pass_filenames: false
        require_serial: true
"""

SERIES = """\
format: 1
title: Web Team Weekly
schedule:
  - {rule: "FREQ=WEEKLY;BYDAY=MO", from: 2026-03-02}
roster:
  Ilse: {}
  Noor: {}
  Tomas: {aliases: [Tom]}
duty: [Noor, Tomas, Ilse]
"""

FIRST = """\
title: Web Team Weekly
date: 2026-03-02
attending: [Ilse, Noor, Tomas]
sections:
  - title: Tickets
    duty:
      This week: Noor
      Next week: Tomas
    table:
      id: tickets
      labels: State
      columns: [Shop, Help pages]
      totals: row
      rows:
        Open: [14, 6]
        In progress: [5, 2]
        Waiting: [3, 1]
  - title: Site
    counters:
      broken links: 9
    notes: |
      -   The new search went live on Thursday
    actions:
      - Noor: renew the certificate of the shop
      - Ilse, Tomas: rewrite the page about returns
      - Tomas: ask the host for a second machine
"""

SECOND = """\
title: Web Team Weekly
date: 2026-03-09
attending: [Ilse, Tomas]
absent: [Noor]
sections:
  - title: Tickets
    duty:
      This week: Tomas
      Next week: Ilse
    table:
      id: tickets
      labels: State
      columns: [Shop, Help pages]
      totals: row
      rows:
        Open: [10, 7]
        In progress: [6, 2]
        Waiting: [1, 1]
  - title: Site
    counters:
      broken links: 4
    notes: |
      -   Search finds what people look for, three times out of four
"""

MISTAKEN = SECOND.replace("attending:", "atending:").replace("Open: [10, 7]", "Open: [ten, 7]")
DELTAS = {"Open": [-4, 1], "In progress": [1, 0], "Waiting": [-2, 0], "Total": [-5, 1]}

CERTIFICATE, RETURNS, MACHINE = (
    "renew the certificate of the shop",
    "rewrite the page about returns",
    "ask the host for a second machine",
)
