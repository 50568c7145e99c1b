# Kompaan. `make run` and `make test` do all the set-up themselves.
PYTHON ?= python3
UV := uv==0.13.9
BIN := .venv/bin

# Stamps: a step runs again only when the file it depends on has changed.
MADE := .venv/.made
RUNNING := .venv/.running
PROJECT := .venv/.project
DEV := .venv/.dev
PAGES := .venv/.pages
BROWSER := .venv/.browser

# The types and the direction of imports, and what they said until the tests beside them have ended.
TYPES := $(BIN)/mypy && $(BIN)/lint-imports --no-logo
SAID := .venv/types.txt

# The hashes decide what gets in, wherever this machine's pip looks for it.
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCK := .venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: setup pages run check test lint style types messages lock bench clean help

# setup: make .venv with the locked dependencies and the command kompaan
setup: $(PROJECT)
	@$(BIN)/python -m compileall -q bot handlers
	@$(BIN)/python tools/messages.py --compile

# pages: add what writes documents to print (80 MB)
pages: $(PAGES)

# run: set up, prepare the database, load the sample if it is empty, start
run: setup
	$(BIN)/kompaan migrate
	$(BIN)/kompaan sample
	exec $(BIN)/kompaan run

# The files' tests beside each other, more than there are cores: about half of what platforms and
# PostgreSQL take is waiting. A file's own stay in order, and so do the files as tests/conftest.py
# orders them: else those with the fewest tests, the years among them, come last, and one core waits
# for the other.
BESIDE := -n 3 --dist loadfile --no-loadscope-reorder
PYTEST ?= $(BESIDE)
LEFT := long or browser or fake or postgresql or process or slow

# Pytest rewrites the tests before it runs them, which takes as long as many of them: that is kept,
# also where the environment asks that nothing compiled be kept.
export PYTHONDONTWRITEBYTECODE =

# check: lint, and the quick tests of the topics that were touched; TOPIC=scoring for others, ALL=1 for all
check: lint
	$(BIN)/pytest -q $(BESIDE) -m "not ($(LEFT))" --hypothesis-profile=quick \
	  $(if $(ALL),,-k "$(or $(TOPIC),$(shell $(BIN)/python tools/touched.py))")

# test: every check and every test; PYTEST="-m long" or PYTEST="tests/domain" for some
# The types, which one core alone checks, beside the tests; what they say comes after those.
test: style $(BROWSER)
	@{ $(TYPES); } >$(SAID) 2>&1 & types=$$!; \
	  echo $(BIN)/pytest -q $(PYTEST); $(BIN)/pytest -q $(PYTEST); tests=$$?; \
	  wait $$types; types=$$?; cat $(SAID); exit $$((tests | types))

# lint: style, types and the direction of imports
lint: style types

style: setup $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup $(DEV)
	$(TYPES)

# messages: gather the texts of the code into locales/
messages: setup
	$(BIN)/python tools/messages.py

# lock: write the locks anew from pyproject.toml; UPGRADE=--upgrade takes newer versions
lock: $(MADE)
	$(BIN)/python -m venv .venv/lock
	.venv/lock/bin/python -m pip --disable-pip-version-check install --quiet $(UV)
	$(LOCK) --group build pyproject.toml --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(LOCK) --group pages --constraint requirements-dev.lock --output-file requirements-pages.lock

# bench: measure, and print the figures
bench: setup $(DEV)
	$(BIN)/python -m bench $(BENCH)

# clean: remove what was made here, never the database
clean:
	rm -rf .venv tests/browser/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# help: this list
help:
	@sed -n 's/^# \([a-z]*\): /  make \1\t/p' Makefile

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
	  "Kompaan needs Python 3.11 or newer, and '$(PYTHON)' is older or missing; name another one: make PYTHON=/path/to/python setup" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo \
	  "'$(PYTHON)' cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	@touch $@

$(RUNNING): requirements.lock $(MADE)
	$(PIP) install --quiet --require-hashes -r requirements.lock
	@touch $@

$(PROJECT): pyproject.toml $(RUNNING)
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUNNING)
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

$(PAGES): requirements-pages.lock $(RUNNING)
	$(PIP) install --quiet --require-hashes -r requirements-pages.lock
	@touch $@

# Without npm, or what it fetches, the tests in a browser are skipped, and say so.
$(BROWSER): tests/browser/package-lock.json $(MADE)
	@if ! command -v npm >/dev/null || (cd tests/browser && npm ci --silent); then touch $@; \
	  else echo "npm could not fetch axe-core: tests/browser skips it" >&2; fi
