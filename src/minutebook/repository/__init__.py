"""git, seen through GitPython: the only package that knows it."""

from minutebook.repository.checkout import Checkout
from minutebook.repository.commits import Commits
from minutebook.repository.opening import RepositoryError
from minutebook.repository.snapshot import Entry, Snapshot

__all__ = ["Checkout", "Commits", "Entry", "RepositoryError", "Snapshot"]
