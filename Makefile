# Two commands: `make demo` shows what this does, `make test` proves it.
# Both do all their own set-up, in .venv and without root.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test clean

demo: $(READY)
	@$(BIN)/python examples/before_a_meeting.py

test: $(READY)
	@$(BIN)/python tools/check_all.py

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev --editable '.[png]'
	@touch $@

clean:
	rm -rf .venv build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
