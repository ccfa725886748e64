# One command for each thing; `make` alone lists them. All share one .venv, made when first needed
# and made anew when constraints.txt, the dependencies, the Python or the folder change.
#
#     PYTHON=python3.12   another interpreter (3.11 or newer)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.SUFFIXES:

PYTHON ?= python3
WORKERS ?= 2
export PYTHON

# In the recipes .venv is relative, so that a folder may have spaces in its name.
PYTEST := .venv/bin/python -m pytest --no-header
QUICK := -n $(WORKERS) -m 'not browser and not docs and not long'

# Say what comes, do it, and stop with its name where it fails.
define step
@printf '\n== %s\n' '$(1)'
@$(2) || { printf '\nmake $@ stopped at: %s\n' '$(1)' >&2; exit 1; }
endef

.PHONY: help
help: ## list the commands
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name words; do \
	    printf '  make %-13s %s\n' "$$name" "$$words"; done

.PHONY: run-environment dev-environment
run-environment:
	@.ci/environment run
dev-environment:
	@.ci/environment dev

.PHONY: demo
demo: run-environment ## translate before your eyes, then in your browser (FILE=letter.txt LANGS=fr,ar SERVE=0)
	@.venv/bin/undersigned demo $${LANGS:+--languages "$$LANGS"} --sample . $${FILE:+-- "$$FILE"}

.PHONY: test
test: dev-environment ## the tests that need nothing but Python
	@$(PYTEST) $(QUICK)

.PHONY: check
check: dev-environment ## all that CI runs: style, types, contracts, tests, a browser, the docs
	$(call step,ruff check,.venv/bin/ruff check --quiet)
	$(call step,ruff format,.venv/bin/ruff format --check --quiet)
	$(call step,mypy,.venv/bin/mypy --no-error-summary)
	$(call step,import contracts,.venv/bin/lint-imports --no-logo --no-cache)
	$(call step,tests,$(PYTEST) $(QUICK))
	$(call step,tests in a browser,$(PYTEST) -m 'browser and not long')
	$(call step,the examples of the pages,$(PYTEST) -n $(WORKERS) -m docs)
	@printf '\nall is well\n'

.PHONY: proof
proof: dev-environment ## the long tests and the benchmarks, with a table of machine and versions
	@.venv/bin/python -m benchmarks.machine
	$(call step,long tests,$(PYTEST) -m long)
	@$(MAKE) --no-print-directory bench

.PHONY: bench
bench: dev-environment ## what it costs, beside what people would use instead (BENCH=--quick)
	@.venv/bin/python -m benchmarks $(BENCH)

.PHONY: docs
docs: dev-environment ## write the generated pages of docs/ anew
	@.venv/bin/python -m docs.generate

.PHONY: constraints
constraints: ## choose the newest versions and write them into constraints.txt
	@.ci/constraints

.PHONY: clean
clean: ## remove .venv and everything that is made again by itself
	@rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	@find . -type d -name __pycache__ -prune -exec rm -rf {} +
