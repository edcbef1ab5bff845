"""What is stored and sent as JSON: the same bytes as the standard library's, whichever writes them."""

import json

import orjson
import pytest

from corpus.article import EntityType
from corpus.compact_json import compact_json


@pytest.mark.parametrize(
    "value",
    [
        {"title": "Erdoğan “talks” in 東京 \U0001f600", "signs": '\x00\x1f\x7f\u2028\b\f\n\r\t"\\/', "none": None},
        {EntityType.PERSON: EntityType.PLACE, "spans": ((0, 5), [7, 9]), "empty": {}, "yes": True},
        [0, -1, 2**63, 2**64 - 1, 2**70, 0.1, 12.0, -3.4567, 0.0001, 1e16, 1.5e300],
    ],
)
def test_the_bytes_are_those_of_the_standard_library(value: object) -> None:
    written = compact_json(value)
    assert written == json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    assert orjson.loads(written) == json.loads(written)


def test_half_a_character_is_refused_as_ever() -> None:
    with pytest.raises(UnicodeEncodeError):
        compact_json(["\ud800"])
