"""Compare our word pieces with those of the encoder's own tokenizer, on every passage: the end of the training."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from index.embeddings.word_pieces import WordPieces
from train.passages import passages
from train.teacher import UNKNOWN, parts, pieces


def main() -> None:
    """Print how many passages are cut alike; the program ends with an error where one is not."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    texts = passages(options.parse_args().data)
    others = differing(texts)
    print(f"{len(texts) - len(others):,} of {len(texts):,} passages are cut into the encoder's own pieces")
    if others:
        sys.exit(f"cut otherwise: {others[0]!r}")


def differing(texts: Sequence[str]) -> list[str]:
    """The texts that are cut otherwise. A word that the encoder does not know has no pieces with us."""
    tokenizer = parts()["tokenizer.json"]
    ours, theirs = WordPieces(pieces(tokenizer)), Tokenizer.from_str(tokenizer.decode())
    theirs.no_truncation()
    theirs.no_padding()
    found = [theirs.encode(text, add_special_tokens=False).ids for text in texts]
    return [
        text
        for text, numbers in zip(texts, found, strict=True)
        if ours.split(text) != [number for number in numbers if number != UNKNOWN]
    ]


if __name__ == "__main__":
    main()
