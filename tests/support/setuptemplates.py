"""The templates for editors, as they stand in a repository whose notes are in a folder."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

from minutebook import setup

TEMPLATES = Path(setup.__file__).with_name("templates")

Patterns = dict[str, str]
"""The path of each schema, and which files it is for."""


def template(name: str, folder: str = "meetings") -> str:
    """Return the text of a template."""
    return (TEMPLATES / name).read_text(encoding="utf-8").replace("@NOTES@", folder)


def vscode(folder: str = "meetings") -> Patterns:
    """Return what VS Code reads, where whole lines may be comments."""
    lines = template("vscode-settings.json", folder).splitlines()
    settings = json.loads("\n".join(line for line in lines if not line.startswith("//")))
    schemas: Patterns = settings["yaml.schemas"]
    return schemas


def neovim() -> Patterns:
    """Return what Neovim reads."""
    return dict(re.findall(r'\["(.+)"\] = "(.+)"', template("nvim.lua")))


def jetbrains() -> Patterns:
    """Return what the editors of JetBrains read: only mappings of which all is as they write it themselves."""
    project = ElementTree.fromstring(template("idea-jsonSchemas.xml"))  # noqa: S314  it is our own
    assert (project.tag, project.attrib) == ("project", {"version": "4"})
    (component,) = project.findall("component")
    assert component.attrib == {"name": "JsonSchemaMappingsProjectConfiguration"}
    return dict(_mapping(entry) for entry in component.findall("state/map/entry"))


def _mapping(entry: ElementTree.Element) -> tuple[str, str]:
    (info,) = entry.findall("value/SchemaInfo")
    options = {option.get("name"): option.get("value", "") for option in info.findall("option")}
    assert options["name"] == entry.get("key")
    (item,) = info.findall("option[@name='patterns']/list/Item")
    chosen = {option.get("name"): option.get("value", "") for option in item.findall("option")}
    assert (chosen["pattern"], chosen["mappingKind"]) == ("true", "Pattern")
    return options["relativePathToSchema"], chosen["path"]
