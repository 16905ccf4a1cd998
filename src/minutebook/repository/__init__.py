"""git, seen through GitPython: the only package that knows it."""

from minutebook.repository.git import Repository, RepositoryError
from minutebook.repository.snapshot import Entry, Snapshot

__all__ = ["Entry", "Repository", "RepositoryError", "Snapshot"]
