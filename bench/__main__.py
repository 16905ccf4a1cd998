"""How long minutebook takes, beside other programs on the same files, by turns.

All that is measured is made and installed on the first call, in `.bench`; the ratios are what counts.
"""

import argparse
import json
import platform
from datetime import date
from pathlib import Path
from typing import Any

from groups import GROUPS, Bench
from programs import ROOT, Minutebook, install_minutebook, install_peers
from table import data, table
from turns import measure


def main() -> None:
    """Measure, and print the tables."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    minutebook, peers = install_minutebook(options.folder), install_peers(options.folder)
    versions = {"minutebook": minutebook}
    if options.against:
        versions["against"] = Minutebook(options.against.resolve(), minutebook.venv)
    bench = Bench(options.folder, options.seed, tuple(sorted(options.sizes)), versions, peers)
    about = {
        "date": str(date.today()),
        "python": platform.python_version(),
        "seed": options.seed,
        **peers.versions(),
    }
    figures: list[dict[str, Any]] = []
    for name in options.groups or GROUPS:
        group = GROUPS[name]
        cases = list(group.cases(bench))
        measured = measure(cases, options.runs, options.limit)
        print(f"\n### {group.title}\n\n{table(measured, group.reference)}", flush=True)
        figures += data(name, measured)
    print(", ".join(f"{key} {value}" for key, value in about.items()))
    if options.json:
        options.json.write_text(json.dumps({**about, "figures": figures}, indent=2), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python bench", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"{', '.join(GROUPS)}; all by default")
    parser.add_argument("--runs", type=int, default=15, help="how often each is measured")
    parser.add_argument("--limit", type=float, default=60, help="seconds after which a case has fewer runs")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 3, 300, 3000, 10000], help="meetings")
    parser.add_argument("--seed", type=int, default=1, help="what the data are made from")
    parser.add_argument("--against", type=Path, metavar="CHECKOUT", help="another minutebook to compare with")
    parser.add_argument("--folder", type=Path, default=ROOT / ".bench", help="where data and peers are kept")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    options = parser.parse_args()
    if unknown := set(options.groups) - set(GROUPS):
        parser.error(f"there is no group {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    main()
