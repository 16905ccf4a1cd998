"""The words for and."""

AND_WORDS = ("and", "und", "et", "y", "e", "en", "och", "og", "ja", "i", "oraz", "\u00e9s", "ve", "\u0438")
"""They stand between two names, in the languages of the minutes that were read."""
AND = f"(?:{'|'.join(AND_WORDS)})"
"""Any of them, as a part of a regular expression."""
