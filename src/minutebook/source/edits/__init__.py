"""Edits of a YAML text that change only the lines they must."""
