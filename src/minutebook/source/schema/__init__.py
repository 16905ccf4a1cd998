"""What a meeting and a series may hold, and what is said where they do not."""
