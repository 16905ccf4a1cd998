"""What is computed for counts."""
