"""Strict YAML: text in, data and places out."""
