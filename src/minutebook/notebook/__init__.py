"""A series in a snapshot: read, checked, brought up to date and written."""
