"""What git is told whenever it is asked something, and what the environment must not tell it."""

SETTINGS = ("core.fsmonitor=false", "core.quotePath=false", "diff.relative=false")
"""A repository that came as an archive, with its .git, must not make git run a program while it is read.

Any value of core.fsmonitor but a boolean is one (git-config(1)).
"""
PATHSPECS = tuple(f"GIT_{setting}_PATHSPECS" for setting in ("LITERAL", "GLOB", "NOGLOB", "ICASE"))
"""What changes the meaning of a pattern that git is given (git(1), "Environment Variables")."""
TOLD = "MINUTEBOOK_TOLD"
"""Stands in the environment of the hooks of a commit whose warnings have just been shown."""
