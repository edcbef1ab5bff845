# make run: the page on http://127.0.0.1:8000; make test: every check. Both set up what they need in .venv.

PYTHON ?= python3
PORT ?= 8000
GENERATOR ?= ../shared/bench/generate.py
BIN := .venv/bin

.PHONY: run test bench bench-dating lock clean

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
	$(BIN)/python -m bench.engine --generator $(GENERATOR)

bench-dating: .venv/dev
	$(BIN)/python -m bench.dating

# Writes the exact versions and hashes anew; needs uv.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet requirements/run.in -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet requirements/dev.in -o requirements/dev.txt

clean:
	rm -rf .venv .dateline *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or later; try: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
