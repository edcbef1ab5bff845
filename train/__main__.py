"""`make train`: learn the tagger that ships with the package from annotated articles."""

import argparse
from pathlib import Path

from train.fitting import fit
from train.records import records

SHIPPED = Path(__file__).parent.parent / "corpus" / "enrichment" / "tagging" / "data" / "tagger.npz"


def main() -> None:
    """Train the tagger and write its model."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=SHIPPED, help="where the model goes")
    options.add_argument("--first-set-alone", action="store_true", help="without the worldwide articles")
    given = options.parse_args()
    model = fit(list(records(given.data, worldwide=not given.first_set_alone)))
    model.save(given.out)
    print(f"{len(model.rows):,} features, {given.out.stat().st_size / 1e6:.2f} MB: {given.out}")


if __name__ == "__main__":
    main()
