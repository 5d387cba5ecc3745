# Two commands: `make demo` shows what this does, `make test` proves it.
# Both do all their own set-up, in .venv and without root.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint types contracts words clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev --editable '.[png]'
	@touch $@

demo: $(READY)
	@$(BIN)/python examples/demo.py

test: $(READY) lint types contracts words
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy
	$(BIN)/basedpyright --warnings

contracts: $(READY)
	$(BIN)/lint-imports

words: $(READY)
	$(BIN)/python tools/words.py --check

clean:
	rm -rf $(VENV) build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
