"""Signs that belong to a number: `7%`, `€35`, `$5bn`, `7 %`, `35 €`.

A token has them, its term and its form do not: `7%` is found by `7`. What tells `7%` from `7`, and `€35` from `$35`, is
a term of the field `form`, as for acronyms (`index.segments.written_form`).
"""

_NAMES = {
    **dict.fromkeys("%％", "PERCENT"),
    **dict.fromkeys("$＄", "USD"),
    **dict.fromkeys("£￡", "GBP"),
    **dict.fromkeys("¥￥", "JPY"),
    "€": "EUR",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "₩": "KRW",
}
SIGNS = "".join(_NAMES)
MONEY = "".join(sign for sign, name in _NAMES.items() if name != "PERCENT")
GAPS = " \u00a0\u2009\u202f"
"""Blanks that may part a sign from its number."""


def sign_of(token: str) -> str:
    """The name of the sign of a number, in capitals; empty where it has none."""
    return _NAMES.get(token[0]) or _NAMES.get(token[-1], "")


def without_sign(token: str) -> str:
    """A token without the sign of a number."""
    return token.strip(SIGNS + GAPS) or token
