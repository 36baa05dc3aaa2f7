# make demo        install what is missing, build the examples, say where they are
# make documents   build the examples; only what changed is made again
# make clean       remove what the program made, and nothing that someone edited
#
# make test        the gate: format, lint, types, layers, YAML, tests; `make check` is its other name
# make lint        the part of the gate that runs no test
# make quick       the part of the gate that takes less than a minute, for every save
# make coverage    the tests, and how much of the program they reach
# make slow        what takes long: both LibreOffices, browsers, validators, large random runs
# make oracle      compare made-up specs with a second reading of the call (ORACLE_SPECS=20000)
# make lowest      fast tests with the lowest versions of all libraries
# make newest      the same with the newest, locked or not
# make fuzz        look for input that breaks a reader, the prose, the templates or an edit
# make mutate      change six modules in small ways; every change turns a test red, or is argued
# make bench       measure the program against its peers
#
# make shapes      learn anew what our writers write and programs add, for `verify`; needs LibreOffice
# make generated   write anew what is made from other files: schema, reference, manual, fonts
# make editor      bundle the editor of the workspace anew; needs npm and the network
# make lock        lock the versions of all libraries anew
# make site        make the documentation a site, in build/site
# make packages    build the packages for PyPI, in dist
# make wheel       the same, and run tests on the installed wheel
# make app         make the program to start with a double click, in dist, and try it in a bare root
# make audit       ask which versions that are locked have advisories; needs the network
# make sbom        list what is installed with the program, in build/escp-docs.cdx.json

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ESCP := $(BIN)/escp-docs
SOURCES := $(shell find escp_docs -name '*.py')

# The tests of what decides and of what is told: they write no document and start few processes.
QUICK := tests/rules tests/read tests/model tests/calls tests/report
# What shows that a library is used as it wants to be.
WRITERS := tests/export/test_web.py tests/export/test_word.py tests/export/test_pdf.py \
  tests/export/test_sheet.py tests/compose/test_binding.py tests/produced

.DEFAULT_GOAL := help
.PHONY: app audit help demo test check lint quick coverage slow oracle lowest newest packages wheel sbom documents bench site fuzz mutate shapes generated clean lock editor

help:
	@sed -n '/^$$/q; s/^# \?//p' Makefile

# --- installation ----------------------------------------------------------------------------
# The locks name every package, so pip is told not to look for more: with an extra in somebody's
# dependencies (coverage[toml]) it would ask for the newest release, which has no hash here.

$(VENV)/.run: requirements/run.txt pyproject.toml scripts/system-packages
	@scripts/system-packages run
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@scripts/system-packages test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip check --disable-pip-version-check
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/.fuzz: requirements/fuzz.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/fuzz.txt
	@touch $@

$(VENV)/.mutate: requirements/mutate.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/mutate.txt
	@touch $@

$(VENV)/.validate: requirements/validate.txt tests/validators/package-lock.json $(VENV)/.dev
	@scripts/system-packages validate
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/validate.txt
	npm ci --silent --prefix tests/validators
	@touch $@

# --- what people ask for ---------------------------------------------------------------------

demo: $(VENV)/.run
	$(ESCP) build specs/wave-4i specs/shield-4i.yaml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/web.txt
	@echo 'change one of them in the browser: escp-docs serve specs/wave-4i'

lint: $(VENV)/.dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/yamllint --strict specs tests .github templates

test: lint
	$(BIN)/python -m pytest -n auto

check: test

quick: $(VENV)/.dev
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto $(QUICK)

coverage: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --cov

# The lowest or the newest versions that pyproject.toml allows, with the newest tools of the tests;
# the plugin of the lowest anyio speaks to an older pytest.
lowest newest: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	rm -rf build/$@
	$(BIN)/uv venv --quiet --python $(BIN)/python build/$@
	$(BIN)/uv pip compile --quiet --no-deps --resolution $(RESOLUTION_$@) pyproject.toml -o build/$@/run.txt
	$(BIN)/uv pip install --quiet --python build/$@ -c build/$@/run.txt --group dev --editable .
	build/$@/bin/python -m pytest -p no:anyio -n auto $(QUICK) $(WRITERS)

RESOLUTION_lowest := lowest-direct
RESOLUTION_newest := highest

slow: $(VENV)/.validate
	$(BIN)/python -m pytest -m "slow or hypothesis" --full

ORACLE_SPECS ?= 2000
ORACLE_SEED ?= 0

oracle: $(VENV)/.dev
	$(BIN)/python -m tests.oracle $(ORACLE_SPECS) $(ORACLE_SEED)

$(VENV)/.docs: requirements/docs.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/docs.txt
	@touch $@

# In an environment of its own: the list of what the wheel needs names nothing else.
build/release/.done: requirements/release.txt
	$(PYTHON) -m venv build/release
	build/release/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

packages: build/release/.done
	rm -rf dist
	build/release/bin/python -m build --outdir dist

wheel: packages
	$(PYTHON) -m scripts.try_wheel dist/escp_docs-*.whl

app: packages
	$(PYTHON) -m scripts.app dist/escp_docs-*.whl
	$(PYTHON) -m scripts.app.try_app dist/escp-docs-*-linux-*.zip

sbom: build/release/.done
	build/release/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --output-file build/escp-docs.cdx.json requirements/run.txt

audit: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv tool run --quiet pip-audit@2.9.0 --disable-pip --require-hashes --requirement requirements/run.txt

site: $(VENV)/.docs
	$(BIN)/mkdocs build --quiet

# Everything compiled, as an installation does it; some environments forbid that.
bench: $(VENV)/.bench
	$(BIN)/python -m compileall -q escp_docs $(VENV)/lib
	$(BIN)/python -m benchmarks

shapes: $(VENV)/.dev
	$(BIN)/python -m scripts.shapes

editor:
	npm ci --silent --prefix scripts/editor
	scripts/editor/node_modules/.bin/esbuild scripts/editor/editor.js --bundle --format=esm --minify \
	  --legal-comments=none --outfile=escp_docs/web/static/codemirror.js

generated: $(VENV)/.dev
	$(BIN)/python -m scripts.generated

mutate: $(VENV)/.mutate
	rm -rf mutants
	$(BIN)/python -m scripts.mutate

FUZZ_SECONDS ?= 120

fuzz: $(VENV)/.fuzz
	for target in reader prose template call edit word sheet page pdf; do \
	  $(BIN)/python -m tests.fuzz $$target -max_total_time=$(FUZZ_SECONDS) -timeout=20 -max_len=600 || exit 1; \
	done

# --- the documents of the examples -----------------------------------------------------------

MANIFESTS := output/wave-4i/manifest.json output/shield-4i/manifest.json output/soil-4i/manifest.json

documents: $(MANIFESTS)

output/wave-4i/manifest.json: specs/wave-4i
output/shield-4i/manifest.json: specs/shield-4i.yaml
output/soil-4i/manifest.json: specs/unfinished.yaml

$(MANIFESTS): $(SOURCES) | $(VENV)/.run
	$(ESCP) build $(firstword $(filter specs/%,$^)) --depfile

-include $(wildcard output/*/documents.d)

clean:
	@$(PYTHON) scripts/clean.py output

# --- versions --------------------------------------------------------------------------------

# In an environment of its own: the project's lacks what the locks do not name yet.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 pyproject.toml -o requirements/run.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group dev pyproject.toml -c requirements/run.txt -o requirements/dev.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group bench pyproject.toml -c requirements/dev.txt -o requirements/bench.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra web pyproject.toml -c requirements/dev.txt -o requirements/web.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra cluster pyproject.toml -c requirements/dev.txt -o requirements/cluster.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra typst pyproject.toml -c requirements/dev.txt -o requirements/typst.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra web --group app pyproject.toml -c requirements/dev.txt -o requirements/app.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group validate pyproject.toml -c requirements/dev.txt -o requirements/validate.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group docs pyproject.toml -c requirements/dev.txt -o requirements/docs.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group fuzz pyproject.toml -c requirements/dev.txt -o requirements/fuzz.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group mutate pyproject.toml -c requirements/dev.txt -o requirements/mutate.txt
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group release -c requirements/dev.txt -o requirements/release.txt
