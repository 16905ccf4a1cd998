"""`explain`: what a rule wants, with a good and a bad example."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.records.likeness import twin
from minutebook.records.problem import UsageError
from minutebook.rules.explanations import explanation, names


def options(parser: ArgumentParser) -> None:
    """Add the options of `explain`."""
    parser.add_argument("rule", nargs="?", metavar="RULE", help="its name; without one, all names")


def run(call: Call) -> int:
    """Print the explanation of a rule, or the names of all rules."""
    wanted = call.options.rule
    if wanted is None:
        call.console.data("\n".join(f"{name}: {_first_sentence(name)}" for name in names()))
        return 0
    if wanted not in names():
        near = twin(wanted, names())
        meant = f"; did you mean {near}?" if near else "; `minutebook explain` lists them"
        raise UsageError(f"there is no rule '{wanted}'{meant}")
    call.console.markdown(explanation(wanted))
    return 0


def _first_sentence(name: str) -> str:
    return explanation(name).split("\n\n")[1].replace("\n", " ").split(". ")[0].rstrip(".")
