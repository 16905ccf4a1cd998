"""Minutes of recurring meetings: checked YAML in git, computed deltas, written Markdown."""

__version__ = "0.1.0"
