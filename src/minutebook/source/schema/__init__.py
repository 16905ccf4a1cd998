"""What a meeting and a series can have in them, and what is said if they do not fit."""
