# Newsroom. `make` alone lists what there is. Everything stays inside this folder: .venv, .tools, var.

PORT ?= 8000
BIN := .venv/bin
# A production-like environment, for Django's own check of a deployment.
DEPLOYED := DEBUG=false ALLOWED_HOSTS=newsroom.example.org HTTPS=true \
	SITE_URL=https://newsroom.example.org \
	SECRET_KEY=for-this-check-alone-4f8Jq2LwZr7NvKd1XsYb9TgHm3PcEu6A

.PHONY: help setup demo test check format words lock bench bench-detection mutants judge
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile

setup: .venv/.synced ## .venv with what uv.lock pins; quick when nothing changed

.venv/.synced: uv.lock pyproject.toml
	@tools/setup

demo: setup ## the newsroom with sample interviews at http://localhost:8000 (PORT=… for another)
	@SITE_URL="$${SITE_URL:-http://127.0.0.1:$(PORT)}" $(BIN)/python manage.py demo --port $(PORT)

test: setup ## all tests, those in the browser too (ARGS=… goes to pytest)
	@tools/run-tests $(ARGS)

check: setup ## format, lint, types, imports, migrations, deployment and the lock file
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	find templates -name '*.html' -exec $(BIN)/djade --check {} +
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(DEPLOYED) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python tools/lock.py --check

format: setup ## put the code and the templates into their format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	find templates -name '*.html' -exec $(BIN)/djade {} +

words: setup ## the words of public pages and their translations: what is new, and the compiled files
	@$(BIN)/python -m tools.words

lock: ## write uv.lock anew from pyproject.toml
	@"$$(tools/find-python)" tools/lock.py

bench: setup ## measured times of the desk, the services, the formats and what readers cost
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.formats
	@$(BIN)/python -m benchmarks.serving

bench-detection: setup ## what is found, beside other ways of finding it
	@$(BIN)/python -m benchmarks.detection

mutants: setup ## small faults put into the detectors one by one: which of them no test notices
	@$(BIN)/python tools/mutants.py

judge: setup ## the public pages before the Nu Html Checker and Lighthouse; needs Node, Java and Chromium
	@$(BIN)/python -m benchmarks.judges
