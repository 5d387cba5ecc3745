# Two commands: `make demo` shows what this does, `make test` proves it.
# Both do all their own set-up, in .venv and without root.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test clean

demo: .venv/.installed
	@$(BIN)/python examples/before_a_meeting.py

test: .venv/.tools
	@$(BIN)/python tools/check_all.py

.venv/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --upgrade pip
	$(PIP) --editable '.[png,pdf]'
	@touch $@

.venv/.tools: .venv/.installed
	$(PIP) --group dev
	@touch $@

clean:
	rm -rf .venv build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
