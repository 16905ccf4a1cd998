"""Three-way merge of trees of records: ours is taken, and what theirs changed is put into it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from minutebook.merge.conflicts import MergedLine, has_conflict
from minutebook.merge.former_titles import with_former_titles
from minutebook.merge.line_merge import merge_line
from minutebook.merge.lines import describe, first_line, lines_of, merge_comments, opened
from minutebook.merge.moved_paragraphs import with_followed_paragraphs
from minutebook.merge.notes_merge import merge_notes
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity
from minutebook.merge.sequences import merge_order
from minutebook.merge.table_columns import Columns, columns_of
from minutebook.merge.text_merge import merge_text
from minutebook.merge.versions import Versions
from minutebook.merge.word_merge import WordMerger
from minutebook.merge.yaml_styles import as_lists, in_one_style

Path = tuple[Identity, ...]
_SECTIONS, _ROWS, _OWNER = ("key", "sections"), ("key", "rows"), ("key", "owner")
_STATUS, _REASON = ("key", "status"), ("key", "reason")
_ACTION_KINDS = {"id", "task"}


@dataclass(frozen=True, slots=True)
class _Filed:
    """An action, topic or section, and the path of the list that it stands in."""

    path: Path
    record: Record


class Merger:
    """Merges three versions of a file; actions, topics and sections are followed to where one version has moved them."""

    def __init__(self, trees: Versions) -> None:
        base, *versions = trees
        if base:
            versions = [version and with_former_titles(base, version) for version in versions]
        ours, theirs = versions
        if base and ours and theirs:
            ours, theirs = with_followed_paragraphs(base, ours, theirs)
            theirs, ours = with_followed_paragraphs(base, theirs, ours)
        self._trees = Versions(base, ours, theirs)
        self.merge_words = WordMerger()
        self._filed = [_unique_records(tree) for tree in self._trees]
        self._paths_of_moves = frozenset(self._find_moves())

    def merge(self) -> list[MergedLine]:
        """Return the lines of the merged file, and where the versions differ."""
        # Where only one version has changed, nothing can have moved away from what the other changed.
        if self._trees.is_settled and self._trees.changed:
            return list(lines_of(self._trees.changed))
        return self._merge_record(self._trees, (), None)

    def _find_moves(self) -> Iterator[Path]:
        """Yield the paths of all that something stands in that is not in the same list in ours and theirs."""
        for identity in self._filed[1]:
            ours, theirs = self._moved(identity)[1:]
            if ours and theirs:
                for filed in (ours, theirs):
                    for path in {filed.path, self._merged_path(filed.path)}:
                        yield from (path[:length] for length in range(len(path) + 1))

    def _merge_record(self, versions: Versions, path: Path, columns: Columns | None) -> list[MergedLine]:
        """Return a record with the comments around it, without its indent; nothing where it is gone."""
        is_row = columns is not None and columns.changed and path[-2:-1] == (_ROWS,)
        is_entered = path in self._paths_of_moves or (is_row and not versions.is_removed)
        if versions.is_settled and not (is_entered and versions.changed):
            return list(lines_of(versions.changed)) if versions.changed else []
        if versions.is_removed:
            inside = self._merge_removed(versions, path, columns)
        else:
            inside = self._merge_inside(versions, path, columns)
        comments_above, comments_below = (
            [getattr(version, name) if version else () for version in versions]
            for name in ("comments_above", "comments_below")
        )
        merged_below = merge_comments(*comments_below)
        preferred = versions.ours or versions.theirs
        is_kept = preferred is not None and merged_below == list(preferred.comments_below)
        lines_below = preferred.lines_below if preferred and is_kept else merged_below
        return [*merge_comments(*comments_above), *inside, *lines_below] if inside else []

    def _merge_removed(self, versions: Versions, path: Path, columns: Columns | None) -> list[MergedLine]:
        """Return what one version added to what the other took away; a conflict where it changed it."""
        styled = in_one_style(versions)
        strategies = {version.strategy for version in styled if version}
        inside = self._merge_inside(versions, path, columns)
        if strategies == {"prose"} and not has_conflict(inside):
            return inside if len(inside) > 1 else []
        is_gone = strategies == {"records"} and not inside
        return inside if styled.holds_records or is_gone else [versions.conflict(describe(path))]

    def _merge_inside(self, versions: Versions, path: Path, columns: Columns | None) -> list[MergedLine]:
        versions_as_written = versions
        versions = in_one_style(as_lists(versions) if _is_note(path) else versions)
        base, ours, theirs = versions
        present = [version for version in (ours, theirs) if version]
        strategies, name = {version.strategy for version in present}, describe(path)
        filled = [version for version in present if version.data is not None]
        if not base and len(strategies) > len(filled) == 1:  # the other only has a place for it
            return self._merge_inside(Versions(None, *filled, *filled), path, columns)
        if path[-1:] == (_OWNER,) and not base and _are_handed_over(present):
            return [versions_as_written.conflict(name)]
        if base and {base.strategy} != strategies:
            versions = Versions(None, ours, theirs)
        if strategies == {"line"}:
            return [merge_line(versions, columns, name, self.merge_words)]
        kinds = {(version.is_item, isinstance(version.data, list)) for version in present}
        if strategies == {"records"} and len(kinds) == 1:
            merged_lines = self._merge_records(versions, path, columns)
            return opened(versions.header, merged_lines) if merged_lines else []
        if strategies == {"prose"}:
            return [first_line(versions.header), *merge_notes(versions, name, self.merge_words)]
        if (
            strategies == {"lines"}
            and len({version.value for version in present}) == 1
            and ours
            and ours.value[:1] in "|>"
        ):
            lines = (version.lines if version else () for version in versions)
            return [first_line(versions.header), *merge_text(*lines)]
        return [versions_as_written.conflict(name)]

    def _merge_records(self, versions: Versions, path: Path, columns: Columns | None) -> list[MergedLine]:
        sides = [
            {record.identity: record for record in version.records} if version else {} for version in versions
        ]
        order = merge_order(*(list(side) for side in sides))
        if _SECTIONS in order:  # nothing of a section's own may stand below the sections in it
            order = [*(identity for identity in order if identity != _SECTIONS), _SECTIONS]
        columns = columns_of(sides) or columns
        merged_lines: dict[Identity, list[MergedLine]] = {}
        for identity in order:
            children = Versions(*(side.get(identity) for side in sides))
            followed = self._follow(identity, children, path)
            if followed:
                merged_lines[identity] = self._merge_record(followed, (*path, identity), columns)
        status, reason = (Versions(*(side.get(key) for side in sides)) for key in (_STATUS, _REASON))
        if (not path and _is_skipped_or_held(status)) or has_conflict(merged_lines.get(_STATUS, ())):
            conflict = status.conflict(describe((*path, _STATUS)))
            if _REASON in merged_lines:  # why it was dropped or skipped is false of any other status
                conflict = conflict.with_lines_of(reason.conflict(""))
                del merged_lines[_REASON]
            merged_lines[_STATUS] = [conflict]
        return list(chain(*merged_lines.values()))

    def _follow(self, identity: Identity, versions: Versions, path: Path) -> Versions | None:
        """Return the versions of a record wherever they stand; None where one version has moved it away from here."""
        base, ours, theirs = self._moved(identity)
        if not (ours and theirs):
            return versions
        records = Versions(base.record if base else None, ours.record, theirs.record)
        return records if self._merged_path(self._home(base, ours, theirs)) == path else None

    def _merged_path(self, path: Path, followed: frozenset[Identity] = frozenset()) -> Path:
        """Return where a list stands after the merge, when what it stands in has moved as well.

        Two sections of which each was moved into the other by one version stay where they are.
        """
        for index, identity in reversed(list(enumerate(path))):
            base, ours, theirs = self._moved(identity)
            if ours and theirs and identity not in followed:
                home = self._home(base, ours, theirs)
                return (*self._merged_path(home, followed | {identity}), *path[index:])
        return path

    def _home(self, base: _Filed | None, ours: _Filed, theirs: _Filed) -> Path:
        """Return where a record stands that ours and theirs have in different lists: where one has moved it, else in ours.

        It is never in a section that the other has taken away.
        """
        former, our_records, their_records = self._filed
        home, elsewhere, records = ours.path, theirs.path, their_records
        if base and home == base.path:
            home, elsewhere, records = elsewhere, home, our_records
        is_gone = any(identity in former and identity not in records for identity in home)
        return elsewhere if is_gone else home

    def _moved(self, identity: Identity) -> tuple[_Filed | None, ...]:
        """Return the versions of a record that ours and theirs have in different lists, else nothing."""
        base, ours, theirs = (filed.get(identity) for filed in self._filed)
        # A section of the same title elsewhere is the same one only if it has gone from where it was.
        is_moved = ours and theirs and ours.path != theirs.path and (base or identity[0] == "id")
        return (base, ours, theirs) if is_moved else (None, None, None)


def _is_note(path: Path) -> bool:
    """Whether a record is what was noted of an action, of which there may be a list."""
    return path[-1:] == (("key", "note"),) and path[-2][0] in _ACTION_KINDS


def _is_skipped_or_held(status: Versions) -> bool:
    """Whether one version has added that the meeting was skipped, and the other goes on with a meeting that was held."""
    present = [version for version in (status.ours, status.theirs) if version]
    return status.base is None and [version.data for version in present] == ["skipped"]


def _are_handed_over(owners: Sequence[Record]) -> bool:
    """Whether each of two lists of owners has somebody whom the other lacks: nobody gave it to all of them."""
    lists = [{*record.data} for record in owners if isinstance(record.data, list)]
    return len(lists) > 1 and not (lists[0] <= lists[1] or lists[1] <= lists[0])


def _unique_records(tree: Record | None) -> dict[Identity, _Filed]:
    """Return the actions, topics and sections that a file has only once, by what they are known by."""
    filed = list(_filed_records(tree))
    numbers = Counter(identity for identity, _record in filed)
    return {identity: record for identity, record in filed if numbers[identity] == 1}


def _filed_records(tree: Record | None, path: Path = ()) -> Iterator[tuple[Identity, _Filed]]:
    for record in tree.records if tree else ():
        if record.identity[0] in {"id", "topic", "section"} and record.identity[1]:
            yield record.identity, _Filed(path, record)
        yield from _filed_records(record, (*path, record.identity))
