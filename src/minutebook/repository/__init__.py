"""git, seen through GitPython: the only package that knows it."""

from minutebook.repository.access import RepositoryError
from minutebook.repository.checkout import Checkout
from minutebook.repository.commits import Commits
from minutebook.repository.snapshot import File, Snapshot

__all__ = ["Checkout", "Commits", "File", "RepositoryError", "Snapshot"]
