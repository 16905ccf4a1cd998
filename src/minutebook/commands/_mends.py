"""What `sync --fix` does with a series before it is brought up to date."""

from collections.abc import Collection
from datetime import date

from minutebook.commands._call import Call
from minutebook.commands._shared_state import vanished_from
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.update import Updated


def mend_series(call: Call, notebook: Notebook, days: Collection[date]) -> Updated:
    """Return a series with what has one right answer mended, and with what has vanished put back; each thing is said."""
    from minutebook.notebook.field_mends import write_fields
    from minutebook.notebook.file_mends import mend
    from minutebook.notebook.put_back import restore
    from minutebook.notebook.skipped_mends import empty_skipped
    from minutebook.notebook.taken_over import take_over
    from minutebook.notebook.twin_mends import mend_twins

    mended = mend(notebook, days)
    mended = mended.then(write_fields(mended.notebook, days))
    mended = mended.then(empty_skipped(mended.notebook, days))
    mended = mended.then(mend_twins(mended.notebook, days))
    mended = mended.then(take_over(mended.notebook))
    if missing := vanished_from(call, mended.notebook):
        mended = mended.then(restore(mended.notebook, missing))
    for path, words in mended.mended:
        call.console.say(f"{call.shown(path)}: {words}")
    return mended
