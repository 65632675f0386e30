# Two commands on a fresh machine with Python 3.11 and make: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SRC    := src/gongjiang

# Where the engine matters most: races, kills, guards, constraints, money, many rows. The long run has all the rest.
ENGINE := tests/reliability tests/bulk/test_snapshot.py tests/console/test_backup_postgresql.py tests/web/test_api.py \
  $(patsubst %,tests/clerk/test_%.py,correcting importing ledger_guards ledger_journey ledger_property ledger_year rekeying rosters)

.PHONY: demo serve test test-long mutants check format messages lock clean

$(VENV)/.core: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

# Spark comes as source: the dev lock's setuptools builds it.
$(VENV)/.spark: requirements-spark.lock $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --require-hashes --no-build-isolation -r requirements-spark.lock
	touch $@

demo: $(VENV)/.core
	$(BIN)/gongjiang messages
	$(BIN)/gongjiang demo

serve: $(VENV)/.core
	$(BIN)/gongjiang messages
	$(BIN)/gongjiang serve

messages: $(VENV)/.core
	$(BIN)/gongjiang messages

test: $(VENV)/.dev
	$(BIN)/gongjiang messages
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not long"
	$(BIN)/python tests/run_postgres.py -n 2 --dist loadgroup -m "both and not long" $(ENGINE)

test-long: $(VENV)/.spark
	$(BIN)/gongjiang messages
	$(BIN)/python tests/run_postgres.py -n 2 --dist loadgroup -m "both and not long"
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m long
	$(BIN)/python tests/run_postgres.py -n 2 --dist loadgroup -m "both and long"
	$(BIN)/python -m tests.mutants permission draw

# The guards' own code is altered piece by piece, and some test must notice: half an hour and more.
mutants: $(VENV)/.dev
	$(BIN)/gongjiang messages
	$(BIN)/python -m tests.mutants

check: export GONGJIANG_HOME := $(VENV)/check
check: $(VENV)/.dev
	mkdir -p $(VENV)/check
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/gongjiang manage makemigrations --check --dry-run
	$(BIN)/djlint --lint --quiet $(SRC)/web/templates
	$(BIN)/python -m pytest tests/architecture tests/docs

format: $(VENV)/.dev
	$(BIN)/ruff format src tests bench
	$(BIN)/ruff check --fix src tests bench

lock:
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --extra postgres --extra bulk --group build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --extra postgres --extra bulk --group build --group dev pyproject.toml -o requirements-dev.lock
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --constraints requirements-dev.lock --group spark -o requirements-spark.lock

clean:
	rm -rf $(VENV) data static
