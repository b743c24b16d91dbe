# Everything happens in .venv; `make run` sets it up on its first run and is quick ever after.
# PYTHON=python3.12 chooses the interpreter, RETRY=1 tries again to build llama-cpp-python.

PYTHON ?= python3
BOOTSTRAP = @command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed, and “$(PYTHON)” is not there." >&2; exit 1; }; \
	RETRY="$(RETRY)" $(PYTHON) .ci/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help run test check bench quality clean

help: ## show this
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

run: ## set up what is needed and open the app
	$(BOOTSTRAP) run

test: ## run the tests
	$(BOOTSTRAP) test

check: ## lint, format, types and layers
	$(BOOTSTRAP) check

bench: ## measure, as far as tests/bench has something to
	$(BOOTSTRAP) bench

quality: ## draft the cases with each model and without, beside raw prompting; FULL=1 for all
	$(BOOTSTRAP) quality

clean: ## remove .venv and all that was built; models and your data stay
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
