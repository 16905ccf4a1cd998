"""What the tests of hand-written minutes share."""
