"""`explain`: what a rule wants, with a good and a bad example."""

from argparse import ArgumentParser

from minutebook.commands._call import Call
from minutebook.records.likeness import suggestion, twin
from minutebook.records.problem import UsageError
from minutebook.rules.explanations import explanation, names


def options(parser: ArgumentParser) -> None:
    """Add the options of `explain`."""
    parser.add_argument("rule", nargs="?", metavar="RULE", help="its name; without one, all names")


def run(call: Call) -> int:
    """Print the explanation of a rule, or the names of all rules."""
    rule = call.options.rule
    if rule is None:
        call.console.data("\n".join(f"{name}: {_first_sentence(name)}" for name in names()))
        return 0
    if rule not in names():
        ending = suggestion(twin(rule, names()), "; `minutebook explain` lists them")
        raise UsageError(f"there is no rule '{rule}'{ending}")
    if screen := call.console.screen:
        call.console.data(screen.markdown(explanation(rule)))
    else:
        call.console.markdown(explanation(rule))
    return 0


def _first_sentence(rule: str) -> str:
    return explanation(rule).split("\n\n")[1].replace("\n", " ").split(". ")[0].rstrip(".")
