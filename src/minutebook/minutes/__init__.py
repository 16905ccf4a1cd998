"""Records to Markdown."""
