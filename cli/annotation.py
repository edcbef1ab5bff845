"""Print each article of some files with everything that is derived from it."""

import json
from pathlib import Path

import click

from cli.exit_codes import ALL_IN, NOTHING_DONE, SOME_REFUSED
from cli.printable import escaped
from cli.run_lines import print_told
from corpus.document import Document
from corpus.refusal import Refusal
from index.ingest.annotating import annotated
from index.ingest.classifier_store import classifier_of
from index.ingest.run_settings import ReadSettings
from index.writing.garbage import collected_seldom
from web.api.values import JsonObject, document


def print_annotated(paths: tuple[Path, ...], language: str, location: Path | None, settings: ReadSettings) -> int:
    """Print a line for each article; the dated articles of an index at a location help. Gives the exit code."""
    classifier = None if location is None else classifier_of(location)
    refused = printed = 0
    with collected_seldom():
        for item in annotated(paths, language, classifier, settings):
            if isinstance(item, Document):
                click.echo(escaped(json.dumps(annotation(item), ensure_ascii=False)))
                printed += 1
            else:
                print_told(item)
                refused += isinstance(item, Refusal)
    if not printed:
        return NOTHING_DONE
    return SOME_REFUSED if refused else ALL_IN


def annotation(derived: Document) -> JsonObject:
    """One article's line. Offsets count characters of its `text`; `removed` are the lines that were taken away."""
    return {**document(derived), "removed": derived.article.removed}
