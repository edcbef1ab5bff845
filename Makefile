# make run: the page on http://127.0.0.1:8000; make test: every check. Both set up what they need in .venv.

PYTHON ?= python3
PORT ?= 8000
DATA ?= ../shared/data
GENERATOR ?= ../shared/bench/generate.py
ARTICLES ?= 20000
BIN := .venv/bin

.PHONY: run test screenshots bench bench-annotate bench-cleaning bench-dates bench-dating bench-duplicates bench-relevance train tables lock clean

run: .venv/run
	$(BIN)/dateline index
	$(BIN)/dateline serve --port $(PORT)

test: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: .venv/dev
	$(BIN)/python -m bench --articles $(ARTICLES) --generator $(GENERATOR)

bench-cleaning: .venv/dev
	$(BIN)/python -m bench.cleaning $(DATA)

bench-dates: .venv/dev
	$(BIN)/python -m bench.dates $(DATA)

bench-duplicates: .venv/dev
	$(BIN)/python -m bench.near_duplicates $(DATA)

# How right the order of results is; writes the tables of bench/relevance.md.
bench-relevance: .venv/dev
	$(BIN)/python -m bench.relevance --data $(DATA)

# How right and how fast annotation is; writes bench/annotation.md.
bench-annotate: .venv/dev
	$(BIN)/python -m bench.annotation --data $(DATA)

# Learns the tagger that ships with the package anew, from the annotated articles in DATA.
train: .venv/dev
	$(BIN)/python -m train --data $(DATA)

# Derives the tables of cities, states and counties that ship with the package anew.
tables: .venv/dev
	$(BIN)/python -m train.tables

bench-dating: .venv/dev
	$(BIN)/python -m bench.dating

# Pictures of the page, of the sample corpus, into docs/screenshots; needs chromium.
screenshots: .venv/dev
	$(BIN)/python -m bench.screenshots

# Writes the exact versions and hashes anew; needs uv.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet requirements/run.in requirements/build.in -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet requirements/dev.in -o requirements/dev.txt

# Never an index: it holds the aliases that its users wrote.
clean:
	rm -rf .venv *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or later; try: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
