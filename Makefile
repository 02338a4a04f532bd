# 治图 Zhitu: make map builds the map of the sample articles, make test checks everything.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.PHONY: help map test lint clean
help:
	@echo "make map    建好地图 build/map.html / build the map of the sample articles"
	@echo "make test   跑全部检查 / run every check"
	@echo "make clean  删除虚拟环境和缓存 / remove the virtual environment and caches"

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[formats]"
	@touch $@

$(VENV)/.test-installed: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable ".[all]" --group dev
	@touch $@

map: $(VENV)/.installed
	$(BIN)/kg build --output build
	@$(BIN)/python -c "import pathlib; print('用浏览器打开 / open in a browser:', (pathlib.Path('build') / 'map.html').resolve().as_uri())"

lint: $(VENV)/.test-installed
	$(BIN)/ruff format --check kg tests
	$(BIN)/ruff check kg tests
	$(BIN)/mypy kg
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile tests

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
