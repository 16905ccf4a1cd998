"""The fixed words of minutes, a module for each language."""
