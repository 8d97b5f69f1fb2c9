# Sáu Rõ. `make` alone lists the targets; what they do is in deploy/.

.DEFAULT_GOAL := help
.PHONY: help setup packages run serve test test-db test-db-whole test-faults check fix generate lock bench bench-typing contact-sheets

VENV := .venv/bin
FAULTS ?= long
LOCK := $(VENV)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

# The first interpreter that is new enough; name another with make PYTHON=… .
FOUND = $(or $(shell for python in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; \
	done),$(error Python 3.11 or newer is needed and none was found: install it, or name it with make PYTHON=/path/to/python3))

help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install everything, build the frontend
	@"$(FOUND)" -m deploy.setup

packages:
	@"$(FOUND)" -m deploy.setup packages

run: ## Set up, load the demo and serve it (PORT, DATABASE_URL, REDIS_URL, DATA_DIR)
	@"$(FOUND)" -m deploy.setup run

serve: ## Set up and serve what is there, no demo; on an empty database says where to begin (PORT, DATABASE_URL, REDIS_URL, DATA_DIR)
	@"$(FOUND)" -m deploy.setup serve

test: setup ## Backend tests on SQLite, frontend tests, browser tests
	@$(VENV)/python -m deploy.suites backend frontend browser

test-db: packages ## Backend tests on the DATABASE_URL (and REDIS_URL) given
	@$(VENV)/python -m deploy.suites database

test-db-whole: packages ## The same with what holds whatever the database
	@$(VENV)/python -m deploy.suites database-whole

test-faults: packages ## Kills, cuts, full disks, fuzzing on servers of its own: 25 minutes (FAULTS=short: 3; FAULTS_SEED)
	@FAULTS=$(FAULTS) $(VENV)/python -m deploy.suites faults

check: packages ## Format, lint, types, layers, migrations, generated files, locks
	@$(VENV)/python -m deploy.checks

fix: packages ## Mend what can be mended, format, write the generated files anew
	@$(VENV)/python -m ruff check --fix --exit-zero .
	@$(VENV)/python -m ruff format .
	@cd frontend && npm run --silent lint -- --fix || true
	@cd frontend && npm run --silent format -- --log-level warn
	@$(VENV)/python -m deploy.generated

generate: packages ## OpenAPI description, TypeScript client, workflow diagram, compiled catalogue
	@$(VENV)/python -m deploy.generated

lock: ## Lock the Python packages with hashes, naming no download host
	@$(LOCK) requirements/run.in -o requirements/run.txt
	@$(LOCK) -c requirements/run.txt requirements/celery.in -o requirements/celery.txt
	@$(LOCK) -c requirements/run.txt -c requirements/celery.txt requirements/dev.in -o requirements/dev.txt

bench-typing: setup ## Measure how long a key takes to be seen in a plan of 2,000 rows (a Chromium)
	@$(VENV)/python -m tests.bench.typing_times

contact-sheets: setup ## Pictures of every screen at three widths, light and dark, into docs/screenshots/sheets (a Chromium)
	@$(VENV)/python -m tests.browser.contact_sheets

bench: packages ## Measure the act on the DATABASE_URL (PostgreSQL) given
	@$(VENV)/python -m tests.bench
