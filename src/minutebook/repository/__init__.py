"""git, seen through GitPython: the only package that knows it."""

from minutebook.repository.git import Repository
from minutebook.repository.opening import RepositoryError
from minutebook.repository.snapshot import Entry, Snapshot

__all__ = ["Entry", "Repository", "RepositoryError", "Snapshot"]
