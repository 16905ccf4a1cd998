"""What a notes repository is set up with."""
