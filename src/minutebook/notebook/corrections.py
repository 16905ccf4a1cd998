"""What `sync` would change in a series, as unified diffs."""

from collections.abc import Iterable, Iterator

from minutebook.disk.files import unified_diff
from minutebook.notebook.generated import GeneratedFile
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.staleness import current_text
from minutebook.notebook.update import Updated
from minutebook.records.refusal import Refused


def note_corrections(notebook: Notebook, updated: Updated) -> dict[str, str]:
    """Return the change of each meeting's own file between a series and what it was updated to, by the path."""
    return {
        path: unified_diff(path, notebook.document(path).text, text) for path, text in updated.texts.items()
    }


def generated_corrections(
    notebook: Notebook, generated: Iterable[GeneratedFile]
) -> Iterator[tuple[str, str]]:
    """Yield the path of each generated file that is not what it must be, and the change that would be written."""
    for file in generated:
        try:
            text = current_text(notebook, file.path)
        except Refused:  # reported among the problems
            continue
        if text != file.text:
            yield file.path, unified_diff(file.path, text, file.text)
