"""The audit of hand-written minutes: what they state against what is right."""
