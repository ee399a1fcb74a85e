# Dosja: `make run` starts everything, `make test` checks everything, `make help` lists the rest.

# The first Python on this machine that is new enough. Another one: make run PYTHON=/path/to/python3.12
ifndef PYTHON
PYTHON := $(shell for candidate in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$candidate" && break; done)
endif
BIN := .venv/bin
DEV := deploy/dev
LOCALES := sq sr_Latn sr_Cyrl ka
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--custom-compile-command "make requirements" $(if $(UPGRADE),--upgrade)
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help run test lint lint-style lint-types lint-imports lint-schema lint-migrations lint-dashboard lint-clients dashboard format schema clients wheel examples api-changes bench faults fuzz \
	fresh-start screenshots slow-line demo-reset requirements messages walk-through setup python

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1|/' | while IFS='|' read -r name text; do \
		printf '  make %-13s %s\n' "$$name" "$$text"; done

run: python ## Start Dosja here with demonstration data (PORT=8000, DATABASE_URL=…)
	@$(PYTHON) $(DEV)/run.py

test: python ## Run the whole suite on SQLite and, where it can be started, PostgreSQL (ARGS="-k name")
	@$(PYTHON) $(DEV)/suite.py $(ARGS)

lint: lint-style lint-types lint-imports lint-schema lint-migrations lint-dashboard lint-clients ## Check style, types, floors, openapi.yaml, migrations, dashboard, clients

lint-style: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

lint-types: setup
	$(BIN)/mypy
	$(BIN)/mypy --config-file api_clients/python/pyproject.toml

lint-imports: setup
	$(BIN)/lint-imports

lint-schema: setup
	$(BIN)/python $(DEV)/openapi.py --check
	@$(BIN)/python $(DEV)/api_changes.py --check
	@$(PYTHON) $(DEV)/dashboard.py lint-openapi

lint-migrations: setup
	$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python $(DEV)/migrations.py

lint-dashboard: setup
	@$(PYTHON) $(DEV)/dashboard.py check

lint-clients: setup
	@$(BIN)/python $(DEV)/clients.py check

dashboard: python ## Build the dashboard into api_clients/dashboard/dist
	@$(PYTHON) $(DEV)/dashboard.py build

format: setup ## Format the code and fix what can be fixed safely
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	@$(PYTHON) $(DEV)/dashboard.py format

schema: setup ## Write openapi.yaml from the code, and from it the clients and the words of the dashboard
	@$(BIN)/python $(DEV)/openapi.py
	@$(BIN)/python $(DEV)/words.py
	@$(BIN)/python $(DEV)/clients.py generate

clients: setup ## Generate from openapi.yaml what is generated in api_clients: Python core, TypeScript types
	@$(BIN)/python $(DEV)/clients.py generate

wheel: setup ## Build the Python client as a wheel into api_clients/python/dist
	@$(BIN)/python $(DEV)/clients.py wheel

examples: setup ## Collect the examples of openapi.yaml from real answers; then: make schema
	@$(BIN)/python $(DEV)/examples.py

api-changes: setup ## Say what changed in openapi.yaml since the last release, and what breaks programs (AGAINST=main)
	@$(BIN)/python $(DEV)/api_changes.py $(if $(AGAINST),--against $(AGAINST))

bench: setup ## Measure lists and intake on a temporary PostgreSQL
	@$(PYTHON) $(DEV)/with_postgres $(BIN)/python bench/run.py $(ARGS)

faults: setup ## Break things on purpose under load, and see whether every promise is kept (ARGS="kill postgres")
	@$(BIN)/python -m bench.faults $(ARGS)

fuzz: setup ## Let schemathesis attack a running server for a long time (ARGS="…")
	@$(BIN)/python $(DEV)/fuzz.py $(ARGS)

fresh-start: python ## Time `make run` twice in a fresh copy of what git tracks
	@$(PYTHON) $(DEV)/fresh_start.py

screenshots: setup ## Take pictures of all pages into var/screenshots (ARGS="--side staff --languages ka")
	@$(BIN)/python $(DEV)/screenshots.py $(ARGS)

slow-line: setup ## Time the dashboard on a slow line and a slow telephone
	@$(BIN)/python $(DEV)/slow_line.py

walk-through: setup ## Paste the README's commands beside a server with demonstration data
	@$(BIN)/python $(DEV)/walk_through.py

demo-reset: setup ## Throw the embedded database away; the next `make run` fills a new one
	@$(PYTHON) $(DEV)/demo_reset.py

messages: setup ## Collect texts to translate into backend/locale/*/LC_MESSAGES/django.po
	@$(BIN)/python $(DEV)/messages.py $(LOCALES)
	@$(PYTHON) $(DEV)/dashboard.py texts

requirements: setup ## Resolve requirements/*.in into pinned *.txt (UPGRADE=1 takes newer versions)
	$(COMPILE) requirements/installer.in -o requirements/installer.txt
	$(COMPILE) requirements/base.in -o requirements/base.txt
	$(COMPILE) requirements/production.in -c requirements/base.txt -o requirements/production.txt
	$(COMPILE) requirements/node.in -o requirements/node.txt
	$(COMPILE) requirements/dev.in -c requirements/base.txt -o requirements/dev.txt

setup: python ## Make .venv with the development packages, secrets and catalogues
	@$(PYTHON) $(DEV)/setup.py dev

python:
	@test -n "$(PYTHON)" || { echo "Dosja needs Python 3.11 or newer, and none was found. Try: make PYTHON=/path/to/python …"; exit 1; }
