"""From minutes that were written by hand to notes; nothing of them is lost."""
