"""When was an article published, by the fields of its record."""

import re
from collections.abc import Mapping
from datetime import datetime

from corpus.article import UNDATED, Basis, PartialDate
from corpus.errors import Refused
from corpus.publication_day import dated

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:(?<=-\d\d-\d\d)[T ].*)?", re.ASCII)
_BASES = {each.value: each for each in Basis}


def given_date(fields: Mapping[str, object]) -> PartialDate | None:
    """The date that a record gives; None where it gives none, so that it is looked for in the text.

    A given date is a stated one unless `published_basis`, which an export has, says otherwise.
    """
    value, basis = fields.get("published"), _basis(fields.get("published_basis"))
    if value is None:
        return UNDATED if basis is Basis.UNKNOWN else None
    if not isinstance(value, str):
        raise Refused(f"the field published is {value!r}, not a string; {_MEND}")
    evidence = fields.get("published_evidence")
    return _parsed(
        value.strip(),
        Basis.INFERRED if basis is Basis.INFERRED else Basis.STATED,
        evidence if isinstance(evidence, str) and evidence else value.strip(),
    )


_MEND = 'write "2019", "2019-04" or "2019-04-09"'


def _basis(value: object) -> Basis | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in _BASES:
        raise Refused(f"the field published_basis is {value!r}; write stated, inferred or unknown")
    return _BASES[value]


def _parsed(value: str, basis: Basis, evidence: str) -> PartialDate | None:
    if not value:
        return None
    found = _ISO.fullmatch(value)
    if found is None:
        raise Refused(f"the field published is {value!r}; {_MEND}")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if found.end(3) not in {-1, len(value)}:
            datetime.fromisoformat(value)
        date = dated(int(found[1]), month, day, evidence, basis)
    except ValueError as fault:
        raise Refused(f"the field published is {value!r}, which is no date; {_MEND}") from fault
    if date is None or year is None:
        raise Refused(f"the field published is {value!r}, which lies in the future or before 1600; mend or drop it")
    return date
