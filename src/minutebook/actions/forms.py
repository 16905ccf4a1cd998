"""The forms in which people type actions: the one table for the notes, `add`, old minutes and their audit.

A form is `marked` if its line is an action wherever it stands, and `placed` if it is one only where the place says so:
of 302 lines of the form `Name: text` in 91 real minutes nearly all were remarks. The first form that fits a line
counts, so that of two people whom a line names the one at its front is the owner.
"""

import re
from functools import cache
from typing import Literal

from minutebook.actions.words import CLOSED, MARK_PHRASES, NO_OWNER_WORDS, NO_VERB, RESPONSIBLE_WORDS
from minutebook.records.conjunctions import AND
from minutebook.records.frozen_class import dataclass
from minutebook.records.pasted_signs import DASHES

Strength = Literal["marked", "placed"]
Trust = Literal["believed", "stranger", "alike", "partly", "known", "nobody", "inner", "named"]
"""When the owner of a form is one: always, even a stranger, if the name is like somebody's, if one of several is known, if it is.

Of `nobody` there is none; of `inner` what stands behind the mark tells, and of `named` it must.
"""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to type an action; each example is a line with its owners and its task.

    In the pattern `{names}`, `{task}` and `{mark}` stand for what they say, and `{inner}` for a line of any form.
    """

    example: str
    strength: Strength
    trust: Trust
    pattern: str
    owners: tuple[str, ...] = ("Mat",)
    task: str = "order parts"

    @property
    def has_box(self) -> bool:
        """Whether a box stands before it, which may be ticked."""
        return "box" in self.pattern

    @property
    def has_mark(self) -> bool:
        """Whether a word marks it, such as AI, or Responsible."""
        return "{mark}" in self.pattern or "{responsible}" in self.pattern

    @property
    def names_at_end(self) -> bool:
        """Whether its owners stand behind the task."""
        return self.pattern.startswith("{body")

    @property
    def has_accounts(self) -> bool:
        """Whether its owners are named by their accounts, such as @mat."""
        return "{handle" in self.pattern


FORMS = (
    Form("(AI: Mat) order parts", "marked", "believed", r"[(\[]{mark}:? {names}[)\]](?!\() ?:? ?{task}"),
    Form(
        "AI (Mat): order parts", "marked", "believed", r"{mark} ?[(\[](?:for )?{names}[)\]] ?{sign} ?{task}"
    ),
    Form("AI (Mat) order parts", "marked", "alike", r"{mark} ?[(\[]{names}[)\]](?!\() ?(?:to )?{task}"),
    Form("Mat (AI): order parts", "marked", "believed", r"{names} ?\({mark}\) ?{sign} ?{task}"),
    Form("(Mat) AI: order parts", "marked", "believed", r"\({names}\) ?{mark} ?{sign} ?{task}"),
    Form(
        "Action item for Mat: order parts",
        "marked",
        "alike",
        r"{mark} (?:for|to|on|by|für|voor|pour|para|per|för|till|til|dla|pro) {names}(?: ?(?:{colon}|{dash}) | to (?=[a-z])(?!be ))(?:to )?{task}",
    ),
    Form(
        "[Mat] AI: order parts",
        "marked",
        "known",
        r"\[?{names}(?:\]:?(?!\()|:) ?(?:\*\*)?{mark}(?:\*\*)? ?{colon}(?:\*\*)? ?(?![A-Z@][^.:]{0,60} (?:to|will) )(?:to )?{task}",
    ),
    Form("(AI) Mat to order parts", "marked", "inner", r"[(\[]{mark}[)\]] ?{inner}"),
    Form("(AI) to order parts", "marked", "nobody", r"[(\[]{mark}:?[)\]] ?(?:to )?{task}", owners=()),
    Form("AI (): order parts", "marked", "nobody", r"{mark} ?\( ?\) ?{sign}? ?{task}", owners=()),
    Form("- [ ] Mat: order parts", "marked", "inner", r"\[ ?(?P<box>[xX]?) ?\] {inner}"),
    Form("AI: Mat - order parts", "marked", "alike", r"{mark} ?{colon} ?{names} ?{dash} {task}"),
    Form("AI: Mat to order parts", "marked", "inner", r"{mark} ?{colon} ?{inner}"),
    Form(
        "AI: Ann Lee to order parts",
        "marked",
        "stranger",
        r"{mark}(?: ?{colon} ?|(?<=ACTION) on )(?:\[|\*\*)?{stranger}(?:\]|\*\*)? (?:to|will) (?!be ){verb}",
        owners=("Ann Lee",),
    ),
    Form(
        "AI: Mat order parts",
        "marked",
        "known",
        r"{mark} ?{colon} ?{names} (?:to |(?!to\b|{said})(?=[a-z])){task}",
    ),
    Form("- [x] order parts", "marked", "nobody", r"\[ ?(?P<box>[xX]?) ?\] {task}", owners=()),
    Form("AI: order parts", "marked", "nobody", r"{mark} ?{colon} ?{task}", owners=()),
    Form("TODO Mat: order parts", "marked", "named", r"{mark} (?:{dash} )?{inner}"),
    Form("TODO Mat order parts", "marked", "known", r"{mark} {names} {order}"),
    Form(
        "TODO order parts",
        "marked",
        "nobody",
        r"TO[-\s]?DO (?!{asked}|(?:apps?|boards?|comments?|items?|lists?)\b){order}",
        owners=(),
    ),
    # Of what has a title, such as Action - Parts, a task has more words; AI to begins a title, Action item to a task.
    Form(
        "AI - order parts",
        "marked",
        "nobody",
        r"{mark}(?<![sS])(?: {dash} (?=[a-z]\S* \S|\S+(?: \S+){3})|(?<![iI]) to (?=[a-z])(?!be |date\b|take\b)){task}",
        owners=(),
    ),
    Form(
        "order parts (ACTION: Mat)",
        "marked",
        "believed",
        r"{body} [*_]{0,2}[(\[]{mark}:? (?!from |[^\W\d_A-Z][\w'\u2019]* (?!and )|[^()\[\]]{0,80} (?:to|{dash}) ){names}[)\]][*_]{0,2}\.?",
    ),
    Form("order parts **AI: Mat**", "marked", "alike", r"{body} ?\*\*{mark}:?(?:\*\*)? {names}(?:\*\*)?"),
    Form(
        "order parts. ACTION: Mat",
        "marked",
        "alike",
        r"(?P<task>\S.*?)[.;,!?] [*_]{0,2}{mark}:?[*_]{0,2}:? {names}[*_.]{0,2}",
    ),
    Form("order parts - AI Mat", "placed", "known", r"{body} {dash} {mark}:? {names}"),
    Form(
        "@Mat to order parts",
        "marked",
        "believed",
        r"{handles}(?: from \w{1,40}| ?{aside})? (?:to|will) (?!be ){verb}",
    ),
    # What says or asks somebody something is none, such as: @mat likes it, @mat and @ann agree, @mat can you come?
    Form("@Mat order parts", "marked", "believed", r"{handle} (?!{asked}|.*\?\Z){order}"),
    Form(
        "@Mat: order parts",
        "placed",
        "believed",
        r"{handles}(?: ?{aside})?(?: ?[:,] | {dash} | (?!{and} {person}:)|[\uff1a\uff0c]){intent}{task}",
    ),
    Form("**Mat** to order parts", "marked", "known", r"\*\*{names}\*\* to {verb}"),
    Form("Mat to order parts", "marked", "partly", r"{names} to (?!be ){verb}"),
    Form("Mat to be there", "placed", "known", r"(?![a-z]){names} to {verb}", task="be there"),
    Form("**Mat:** order parts", "placed", "known", r"\*\*{names}:?\*\* ?(?::|{dash})? {intent}{task}"),
    Form("(Mat) order parts", "placed", "known", r"\({names}\):? {intent}{task}"),
    Form("[Mat] order parts", "placed", "alike", r"\[(?![xX]?\]){names}\](?!\():? {intent}{task}"),
    Form(
        "Mat will order parts",
        "placed",
        "partly",
        r"{names} (?:will|shall|should|must|(?:needs?|(?:ha(?:s|ve) )?(?:agreed|offered|volunteered)|ha(?:s|ve)|(?:is|are)(?: going)?) to) {verb}",
    ),
    Form("Mat: order parts", "placed", "alike", r"{names}(?:: |\uff1a ?){intent}{task}"),
    Form("Mat -> order parts", "placed", "known", r"{names} ?{arrow} ?{task}"),
    Form("Mat - order parts", "placed", "known", r"{names} ?{dash} {intent}{task}"),
    Form(
        "order parts. Responsible: Mat",
        "marked",
        "alike",
        r"(?P<task>\S.*?) ?{apart} ?(?:\*\*)?{responsible}(?: ?(?:\*\*)? ?{colon} ?(?:\*\*)? ?| (?=[^)]*\)\Z)|(?<=to) ){names}[.)\]\u3002\uff09]?",
    ),
    Form(
        "Owner: Mat - order parts",
        "marked",
        "alike",
        r"(?:{mark} )?{responsible} ?{colon} ?{names} ?(?:{dash}|[|.;]|,(?! ?{person}(?:,|\Z| and ))) ?{task}",
    ),
    Form("order parts (Mat)", "placed", "known", r"{body} ?[(\[\uff08]{names}(?:[)\]\uff09][.\u3002]?)?"),
    Form("order parts -> **Mat**", "marked", "known", r"{body} ?{arrow} ?\*\* ?{names}\*\*"),
    Form("order parts -> Mat", "placed", "known", r"{body} ?{arrow} ?{names}"),
    Form("order parts - Mat", "placed", "known", r"{body} {dash} {names}"),
    Form("order parts @kim", "placed", "stranger", r"{body_before}{accounts_behind}", owners=("kim",)),
)
"""All forms, in the order in which they are tried."""

MARK = (
    r"(?>(?:AI|ai|TO[- ]?DO|To-?[dD]o|[tT]o[- ]?do(?= ?:)|ACTION(?:[ _-](?:ITEM|POINT)S?)?"
    r"|[Aa]ction(?:[ _-](?:[Ii]tem|[Pp]oint)s?| required| needed)?"
    rf"|(?i:{'|'.join(MARK_PHRASES)}))(?![^\W\d_]))"
)
"""A pattern of what people write before an action."""
ARROW = "(?:--?>|==?>|[-=]&gt;|[\u2192\u21d2])"
"""A pattern of what people write between an action and its owner."""
RESPONSIBLE = f"(?i:{'|'.join(RESPONSIBLE_WORDS)})"
"""A pattern of what people write before the owner of an action behind it."""
_PERSON = r"[A-Z][\w'\u2019\u2010\u2011-]+(?: [A-Z][\w'\u2019\u2010\u2011-]+){0,2}"
_ACCOUNT = rf"@(?:{_PERSON}(?=[:\uff1a]| (?:to|will) |,? (?:{AND} )?@|\)?\Z)|\w[\w.-]*)"
"""An account, or the whole name of somebody in its place: @Ann Lee."""
_NOT_ABOUT = "".join(
    rf"(?<!\b{word})"
    for word in (
        *("to", "with", "from", "for", "of", "and", "or", "via", "ask", "ping", "invite", "contact", "tell"),
        *("about", "call", "cc", "meet", "message", "phone", "see", "write"),
        *("remind", "email", "help", "let", "thank", "mit", "von", "bei", "und", "avec", "et", "de", "con"),
        *("com", "y", "e", "med", "och", "og", "met", "aan"),
    )
)
"""Behind these words stands whom a task is about: ask @kim."""
_SUBPATTERNS = {
    "and": AND,
    "accounts_behind": r"(?: ?(?:{dash} |{arrow} ?)| |(?<=[\u3400-\u9fff]))(?P<open>\()?{handles}(?(open)\))",
    "mark": MARK,
    "colon": f"(?:[:\uff1a]|{ARROW})",
    "sign": f"[:\uff1a{DASHES}-]",
    "arrow": ARROW,
    "responsible": RESPONSIBLE,
    "dash": f"(?:--?|[{DASHES}])",
    "apart": rf"[.,;(\[|\uff0c\u3002\uff1b\uff08{DASHES}-]",
    # As short as can be, for a task may have a "to" in it as well.
    "names": r"(?P<owners>[^():\uff1a]{0,80}?(?:\([^():]{0,40}\)[^():\uff1a]{0,80}?){0,3}?)",
    "handle": r"(?P<owners>@\w[\w.-]*)",
    "handles": rf"(?P<owners>{_ACCOUNT}(?:(?:, ?|\u3001| {AND} | or | & | \+ | ?/ ?| ?){_ACCOUNT}){{0,9}})",
    "aside": rf"[(\uff08](?!(?i:{CLOSED})\b)[^()\uff08\uff09]{{1,40}}[)\uff09]",
    "stranger": rf"(?P<owners>(?!(?i:{'|'.join(NO_OWNER_WORDS)})\b){_PERSON}(?: {AND} {_PERSON})?)",
    "person": _PERSON,
    "order": r"(?P<task>(?!{said})[a-z].*)",
    "said": r"(?:and|motion|(?!don)[a-z]+n['\u2019]t|is|was|are|were|has|had|{past}|will|would|can|could|still|also|finally|a|est|ont|ha|hat|heeft|s['\u2019]\w+|[a-z]+(?<![su])s|[a-z]+ed)\b",
    "past": "did|made|got|sent|wrote|found|gave|took|told|began|brought|came|saw|said|met|ran|went|built|kept|led|lost|paid|spoke|spent|thought|held",
    "asked": rf"(?:{NO_VERB}|{AND}|or|by|from|with|in|on|at|to|what|when|where|which|who|why|how|(?!bring|ping|ring|sing|spring|string)[a-z]+ing)\b",
    "intent": r"(?:[Ww]ill (?!be )|to (?!(?:be|do) ))?",
    "task": rf"(?P<task>(?![:{DASHES}-]\Z)\S.*)",
    "verb": r"(?P<task>[^\W\d_A-Z].*)",
    "body": r"(?P<task>.*\S)",
    # As short as can be, for several names may stand behind it.
    "body_before": rf"(?P<task>\S.*?)(?=\W{{0,6}}@){_NOT_ABOUT}",
    "inner": r"(?P<inner>\S.*)",
}
_SPACES = r"[ \\t]{1,9}"


@cache
def compiled_forms(*, front_first: bool) -> tuple[tuple[Form, re.Pattern[str]], ...]:
    """Return the forms with their patterns, compiled once somebody has typed in a hurry.

    With `front_first` those that name people at the end of a line come last, whether they have a mark or not.
    """
    forms = sorted(FORMS, key=lambda form: form.names_at_end) if front_first else FORMS
    return tuple((form, _compile(form.pattern)) for form in forms)


def _compile(pattern: str) -> re.Pattern[str]:
    spaced = re.sub(" (?![?])", _SPACES, pattern).replace(" ?", r"[ \t]{0,9}")
    for name, subpattern in _SUBPATTERNS.items():
        spaced = spaced.replace(f"{{{name}}}", subpattern)
    return re.compile(spaced)
