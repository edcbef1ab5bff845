"""Tell in which script a text is written."""

from collections import Counter

from corpus.late_pattern import late

_RANGES = {
    "Latn": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrl": "\u0400-\u052f",
    "Armn": "\u0531-\u058f",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arab": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Orya": "\u0b00-\u0b7f",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Laoo": "\u0e80-\u0eff",
    "Tibt": "\u0f00-\u0fff",
    "Mymr": "\u1000-\u109f",
    "Geor": "\u10a0-\u10ff",
    "Ethi": "\u1200-\u137f",
    "Khmr": "\u1780-\u17ff",
    "Kana": "\u3040-\u30ff\uff66-\uff9f",
    "Hani": "\u3400-\u9fff",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
}
_RUNS = late("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _RANGES.items()))
_DENSE = frozenset(("Hani", "Kana", "Hang"))
"""A letter of these says as much as three of others."""
_JAPANESE_SHARE = 0.05


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script of most of a text: `Latn`, `Cyrl`, `Jpan`; None where it has no letters."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else None
    letters: Counter[str] = Counter()
    for run in _RUNS.finditer(text):
        name = run.lastgroup or ""
        letters[name] += (run.end() - run.start()) * (3 if name in _DENSE else 1)
    if not letters:
        return None
    if letters["Kana"] >= _JAPANESE_SHARE * (letters["Kana"] + letters["Hani"]) > 0:
        letters["Jpan"] = letters.pop("Kana") + letters.pop("Hani", 0)
    return max(letters, key=lambda name: letters[name])
