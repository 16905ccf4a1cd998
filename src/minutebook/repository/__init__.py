"""git, seen through GitPython: the only package that knows it."""
