# Ankle Coach: `make run` opens the app, `make test` runs the tests. Both set up what they need in .venv.
#
#   make run ARGS=--demo             make test ARGS="tests/domain -x"
#   make check                       every linter      make wheel   a wheel in dist/
#   make bench                       the measurements  make soak    long campaigns of random examples

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; exit; }; done; echo python3)
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
.PHONY: help setup libraries run test soak bench lint types contracts check wheel clean

help:
	@sed -n '1,5s/^# \{0,1\}//p' Makefile

setup: $(STAMP)

# The environment is made again whenever what it is made from changes.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Ankle Coach needs Python 3.11 or later, and '$(PYTHON)' is not. Say which: make PYTHON=python3.12 ..." >&2; \
		exit 1; }
	@echo "Setting up $(VENV) (a few minutes the first time)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet -c constraints.txt hatchling
	@$(PIP) install --quiet -c constraints.txt --no-build-isolation --editable '.[test]'
	@touch $@

# Qt's system libraries: what tests need. `run` asks for those of a window too, unless told to do without.
libraries:
	@$(PYTHON) packaging/system_libraries.py

run: $(STAMP)
	@$(PYTHON) packaging/system_libraries.py $(if $(filter offscreen,$(QT_QPA_PLATFORM)),,--window)
	@$(BIN)/ankle-coach $(ARGS)

test: libraries $(STAMP)
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal $(ARGS)

soak: libraries $(STAMP)
	$(OFFSCREEN) HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -m "soak or hypothesis" $(ARGS)

bench: libraries $(STAMP)
	$(OFFSCREEN) $(BIN)/python -m pytest --benchmark-enable tests/benchmarks $(ARGS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# packaging/ is no package, so that it does not shadow the library of that name: its scripts are checked apart.
types: $(STAMP)
	$(BIN)/mypy --strict
	cd packaging && ../$(BIN)/mypy --strict --config-file ../pyproject.toml --cache-dir ../.mypy_cache/packaging *.py

contracts: $(STAMP)
	$(BIN)/lint-imports

check: lint types contracts

wheel: $(STAMP)
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

clean:
	rm -rf dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find ankle_coach tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
