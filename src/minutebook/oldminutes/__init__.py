"""Minutes that were written by hand."""
