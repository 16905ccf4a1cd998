"""What must hold beyond the schemas, one registered generator a rule."""

from minutebook.rules import actions, counts, meetings, people, prose, sections, tables  # noqa: F401  registers them
from minutebook.rules.registry import historical_findings, lone_findings, names, structural_findings

__all__ = ["historical_findings", "lone_findings", "names", "structural_findings"]
