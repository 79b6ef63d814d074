# Two commands matter to a newcomer: `make demo` and `make test`. The rest is for those who work on it.
PYTHON ?= python3
PORT ?= 8080
VENV := .venv
BIN := $(VENV)/bin
LANGUAGES := ko en

.PHONY: install install-dev demo demo-reset run test test-both check format lock words bench clean
.DELETE_ON_ERROR:

install: $(VENV)/.run
install-dev: $(VENV)/.dev

$(VENV)/.run: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

demo: install
	$(BIN)/python -m playground --port $(PORT)

demo-reset:
	rm -rf var/demo

run: install
	$(BIN)/golmok run

test: install-dev
	$(BIN)/python -m pytest -n 2 --dist worksteal

test-both: install-dev
	GOLMOK_TEST_EVERY_PAIR=1 $(BIN)/python -m pytest -n 2 --dist worksteal

check: install-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(MAKE) --no-print-directory test

format: install-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Needs the `uv` command; the lock files are what everybody else installs from.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --extra dev pyproject.toml requirements/build.in -o requirements/dev.txt

bench: install-dev
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# New phrases go from the code into locales/; the test suite says what still needs a wording.
words: install-dev
	$(BIN)/pybabel -q extract --no-default-keywords -k t -k tn:1,2 -c Translators: -s --omit-header --add-location=file --sort-by-file \
		--width=110 -o locales/messages.pot bot
	for language in $(LANGUAGES); do \
		$(BIN)/pybabel -q update -N --ignore-obsolete --ignore-pot-creation-date --width=110 -i locales/messages.pot -d locales -l $$language || exit 1; done

# The bot reads the .po files; packagers who want .mo files make them here.
words-compile: install-dev
	$(BIN)/pybabel -q compile -d locales
.PHONY: words-compile
