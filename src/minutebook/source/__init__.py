"""The YAML that people write: read, checked, edited and written."""
