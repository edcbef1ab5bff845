"""When was an undated article published, as far as its year can be told, and on what evidence."""

from index.dating.agreement import infer
from index.dating.witnesses import Model

__all__ = ["Model", "infer"]
