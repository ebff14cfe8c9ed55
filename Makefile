# Needs Python 3.11 or newer, git and make; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin

# Settings of whoever runs this must not reach what is tested.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV PIP_TARGET PIP_USER PIP_PREFIX

.DEFAULT_GOAL := help
.PHONY: help demo test check browser libraries benchmark clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/test-ready ## Run the whole job on a sample app in a temporary git repository.
	@$(BIN)/codemod demo

test: .venv/test-ready ## Run the tests.
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest

check: .venv/dev-ready test ## Run the linter, the formatter, the type checker and the tests.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

browser: .venv/browser-ready ## Try the page for reviewers in Chromium (CHROMIUM=/path/to/it where it is not found).
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest tests/browser -rs

libraries: .venv-libraries/ready .venv/readers-ready ## Compare the catalogue with the libraries themselves (minutes to install).
	.venv-libraries/bin/python -m pytest tests/libraries
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest tests/env_libraries

benchmark: .venv/pip-ready ## Measure beside other programs, and write docs/benchmarks.md (FOLDER=/where/to/keep/the/trees).
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m benchmarks.plan $(if $(FOLDER),--folder "$(FOLDER)")

clean: ## Remove the virtual environment and what tools left behind.
	rm -rf .venv .venv-libraries .mypy_cache .pytest_cache .ruff_cache .hypothesis dist build

.venv/pip-ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@touch $@

.venv/test-ready: .venv/pip-ready pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group test
	@touch $@

.venv/readers-ready: .venv/test-ready pyproject.toml
	rm -rf .venv/libraries
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target .venv/libraries/together --group readers
	for each in environ_config pydantic_v1; do \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --target .venv/libraries/$$each --group readers-$$each || exit 1; \
	done
	@touch $@

.venv/browser-ready: .venv/test-ready pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group browser
	@touch $@

.venv/dev-ready: .venv/test-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

.venv-libraries/ready: pyproject.toml $(wildcard codemods/flag_sdks/*/entry.yaml)
	$(PYTHON) -m venv .venv-libraries
	@.venv-libraries/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	.venv-libraries/bin/python -m pip install --quiet --disable-pip-version-check --editable . --group test \
		$$(sed -n 's/^package: //p' codemods/flag_sdks/*/entry.yaml)
	@touch $@
