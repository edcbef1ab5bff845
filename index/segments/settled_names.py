"""What a commit keeps of settled names: how the collection as a whole reads the values of its articles."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.article import EntityType


@dataclass(frozen=True, slots=True)
class SettledNames:
    """The settled names of one commit, which depend on its articles alone. Names are looked up by their keys."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The name that a name is shown as; several, where two bodies were taken for one (`Alpha Bank and Beta Oil`)."""

    types: Mapping[str, EntityType] = field(default_factory=dict)
    """The types of names of which the articles have several."""
