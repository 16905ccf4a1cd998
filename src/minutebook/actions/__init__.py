"""What is computed for action items."""
