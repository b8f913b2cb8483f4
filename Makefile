# Two commands do everything on a fresh machine: `make run` and `make test`. Both need python3 (with venv) and make.
PYTHON ?= python3
BIN := .venv/bin
# Processes that the tests are spread over: one a core, four at most; `make test JOBS=0` runs them in one, for a debugger.
JOBS ?= auto
PYTEST = $(BIN)/python -m pytest -n $(JOBS) --maxprocesses 4 --dist worksteal
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test test-all check lint types imports format cover package constraints pictures bench clean

run: .venv/run.stamp
	$(BIN)/wirediff seeds

test: .venv/dev.stamp
	$(PYTEST)

test-all: .venv/dev.stamp
	$(PYTEST) -m "slow or not slow"

check: lint types imports cover package

lint: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/dev.stamp
	$(BIN)/mypy

imports: .venv/dev.stamp
	$(BIN)/lint-imports

format: .venv/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# `check` includes every test, with branch coverage printed.
cover: .venv/dev.stamp
	$(PYTEST) -m "slow or not slow" --cov --cov-report=term

package: .venv/dev.stamp
	.ci/package

constraints: .venv/dev.stamp
	.ci/constraints

pictures: .venv/dev.stamp
	$(BIN)/python docs/pictures.py

bench: .venv/dev.stamp
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf .venv build dist

# pip knows --group from 25.1 on; which pip exactly is in constraints.txt, as for everything else.
.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

.venv/run.stamp: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/dev.stamp: .venv/run.stamp
	$(BIN)/python -m pip install --quiet --group dev
	touch $@
