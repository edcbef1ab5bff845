"""What a form for putting names right shows besides the names: what was ticked, typed and refused, and likely pairs."""

from collections.abc import Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from corpus.errors import DatelineError
from index.corrections.corrections import Correction
from web.views.alike import Alike

_LONGEST, _MOST = 1_000, 500
"""Characters of a name, and names: the page repeats no more of what an address says was ticked."""


@dataclass(frozen=True, slots=True)
class Correcting:
    """The state of the form; `fault` says at the field why the last correction was refused."""

    ticked: Sequence[str]
    ticked_elsewhere: Sequence[str]
    to: str
    fault: str | None
    alike: Sequence[Alike] = ()


def correcting(arguments: MultiDict[str, str], shown: Sequence[str], alike: Sequence[Alike] = ()) -> Correcting:
    """The form as the address has it, for these names that it lists itself."""
    ticked = [name for name in dict.fromkeys(arguments.getlist("name")) if len(name) <= _LONGEST][:_MOST]
    to, action = arguments.get("to", "")[:_LONGEST], arguments.get("action", "")
    elsewhere = [name for name in ticked if name not in shown]
    return Correcting(ticked, elsewhere, to, _fault(action, ticked, to) if action else None, alike)


def read(action: str, names: Sequence[str], to: str) -> Correction:
    """A correction as a form asks for it. Raises `CannotCorrect`."""
    kind, _, given = action.partition(":")
    return Correction(kind, tuple(dict.fromkeys(names)), given or ("" if kind == "hide" else to.strip()))


def _fault(action: str, names: Sequence[str], to: str) -> str | None:
    # What is said is derived anew: an address could say anything.
    try:
        read(action, names, to)
    except DatelineError as fault:
        return f"{str(fault)[:1].upper()}{str(fault)[1:]}."
    return None
