"""`make train`: learn the tagger that ships with the package from annotated articles."""

from pathlib import Path

import click

from train.fitting import fit
from train.records import records

SHIPPED = Path(__file__).parent.parent / "index" / "annotate" / "data" / "tagger.npz"


@click.command()
@click.option("--data", type=click.Path(path_type=Path), default=Path("../shared/data"), show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=SHIPPED, help="Where the model goes.")
@click.option("--worldwide/--no-worldwide", default=True, help="With or without the second set.")
def main(data: Path, out: Path, *, worldwide: bool) -> None:
    """Train the tagger and write its model."""
    model = fit(records(data, worldwide=worldwide))
    model.save(out)
    click.echo(f"{len(model.rows)} features, {out.stat().st_size / 1e6:.2f} MB: {out}")


if __name__ == "__main__":
    main()
