"""Slips of the hand: which one change of a few lines makes a file readable that can't be read."""
