# make run and make test need nothing but Python 3.11 to 3.13: the rest they install in .venv.
# PYTHON names another Python to make .venv with:  make test PYTHON=/opt/python3.12/bin/python3

PYTHON ?= python3
VENV := .venv
IN_VENV := $(VENV)/bin/python
READY := $(VENV)/ready
TESTS := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(IN_VENV) -m pytest
MUTATION := tests/mutation/requirements
MUTATION_READY := $(VENV)/ready-for-mutation
SETUP_LOG := build/setup.log
# PyInstaller needs binutils and the shared libpython; the rest is what the tests start.
SYSTEM_PACKAGES := at-spi2-core binutils cage cups cups-client dbus espeak-ng gir1.2-atspi-2.0 \
	libpython3-dev libspeechd2 libwayland-cursor0 libwayland-egl1 poppler-utils python3-gi \
	speech-dispatcher speech-dispatcher-espeak-ng strace xdotool xvfb

.DEFAULT_GOAL := help
.PHONY: help run test check system-libraries test-system test-kiosk-full system-packages demo \
	pictures bench bundle mutation translations requirements clean broken-venv

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 24

run: ## set up if need be, and open the reader (ARGS="--data FOLDER" and so on are passed on)
	@$(find_python) && "$$python" -m reader.system --screen
	@$(MAKE) --no-print-directory $(READY)
	@$(IN_VENV) -m reader $(ARGS)

# The tests start Python hundreds of times, so what it compiles is kept; one process compiles the tests
# beside the checks, which workers that begin together would each do whole. They flush thousands of
# small files to the disk, so these are in memory where that can be.
test: system-libraries $(READY) ## set up if need be, and run the checks and the tests
	@$(TESTS) --collect-only -q >/dev/null 2>&1 & $(MAKE) --no-print-directory check || exit; wait; \
		if [ -w /dev/shm ]; then export TMPDIR=/dev/shm; fi; \
		$(TESTS) -n auto $(ARGS)

check: system-libraries $(READY) ## only ruff and mypy
	@$(IN_VENV) -m ruff check .
	@$(IN_VENV) -m ruff format --check .
	@$(IN_VENV) -m mypy

system-libraries:
	@$(find_python) && "$$python" -m reader.system

test-system: system-packages $(READY) ## the tests with a real X server, printer queue and bundle
	@$(TESTS) -n 2 --dist loadfile --no-loadscope-reorder -m system tests $(ARGS)

test-kiosk-full: system-packages $(READY) ## the kiosk's tests in full: hours, and as root
	@KIOSK_AMOUNT=$${KIOSK_AMOUNT:-full} $(TESTS) -m system tests/kiosk_full $(ARGS)

# Debian's packages for the system tests; installed by root, named to anybody else.
system-packages:
	@$(find_python); \
	missing=$$("$$python" -m reader.system --screen --packages); \
	for package in $(SYSTEM_PACKAGES); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q '^install ok installed' \
			|| missing="$$missing $$package"; \
	done; \
	set -- $$missing; \
	if [ $$# -eq 0 ]; then exit 0; fi; \
	if [ "$$(id -u)" -ne 0 ]; then \
		echo "The system tests need more Debian packages: run sudo apt-get install $$*" >&2; exit 2; \
	fi; \
	apt-get -q update && DEBIAN_FRONTEND=noninteractive \
		apt-get -q -y --no-install-recommends -o Acquire::Retries=3 install "$$@"

demo: system-libraries $(READY) ## drive the window through the whole job; pictures and PDFs in build/demo
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) -m tests.demo build/demo

pictures: system-libraries $(READY) ## every page, theme and direction at sizes 1, 2 and 4, in build/pictures
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) -m tests.pictures build/pictures
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) -m tests.pictures.kiosk build/pictures/kiosk

bench: system-libraries $(READY) ## how long the first page, sheets and 100,000 notes take
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) bench/start.py
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) bench/paper.py
	@$(IN_VENV) bench/notebook.py
	@QT_QPA_PLATFORM=offscreen $(IN_VENV) bench/notes_page.py

mutation: $(MUTATION_READY) ## how many faults put into the notebook its tests notice; long (ARGS="store lock")
	@$(IN_VENV) -m tests.mutation build/mutation $(ARGS)

bundle: $(READY) ## the program as one folder that needs no Python, in build/bundle
	@$(IN_VENV) -m PyInstaller --noconfirm --log-level WARN \
		--distpath build/bundle --workpath build/pyinstaller installer.spec
	@echo "The program is in build/bundle/booklet-reader."

# A language begins with  make translations LANGUAGE=cy  and a file for whoever translates.
translations: $(READY) ## the program's words into resources/translations, and its languages from there
	@$(IN_VENV) -m tests.translating $(LANGUAGE)

# Pins for the newest releases within the ranges of pyproject.toml, with their hashes.
requirements: ## choose the pinned versions anew, after a change in pyproject.toml
	@$(find_python) && "$$python" -m venv build/pip-tools
	@build/pip-tools/bin/python -m pip install --quiet pip-tools
	@CUSTOM_COMPILE_COMMAND="make requirements" build/pip-tools/bin/python -m piptools compile \
		--quiet --upgrade --extra test --strip-extras --allow-unsafe --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
		--output-file requirements.txt pyproject.toml
	@CUSTOM_COMPILE_COMMAND="make requirements" build/pip-tools/bin/python -m piptools compile \
		--quiet --upgrade --strip-extras --allow-unsafe --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
		--output-file $(MUTATION).txt $(MUTATION).in

clean: ## remove what was built (the set-up in .venv stays)
	@rm -rf build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# ---------------------------------------------------------------- the set-up in .venv

# Sets $python to the first Python that will do.
find_python = \
	for python in "$(PYTHON)" python3.11 python3.12 python3.13 ""; do \
		"$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
			2>/dev/null && break; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Booklet Reader needs Python 3.11, 3.12 or 3.13, and $(PYTHON) here is" \
			"$$("$(PYTHON)" -c 'import platform; print(platform.python_version())' 2>/dev/null \
			|| echo not there): run sudo apt-get install python3 python3-venv, or name" \
			"another Python with PYTHON=/path/to/python3 after make." >&2; \
		exit 2; \
	fi

# The file $(READY) is written last, so a set-up that was cut short is made again from nothing.
$(READY): requirements.txt pyproject.toml
	@$(find_python); \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "Python here cannot make a virtual environment:" \
			"run sudo apt-get install python3-venv" >&2; \
		exit 2; \
	fi; \
	mkdir -p build; \
	if [ ! -e $(READY) ] || ! $(IN_VENV) -c '' 2>/dev/null; then \
		echo "Setting up in $(VENV): this downloads about 300 MB and takes some minutes, once."; \
		rm -rf $(VENV); \
		"$$python" -m venv $(VENV) >$(SETUP_LOG) 2>&1 || { $(setup_failed); }; \
	fi; \
	rm -f $(READY); \
	$(PIP_INSTALL) --require-hashes -r requirements.txt >>$(SETUP_LOG) 2>&1 \
		&& $(PIP_INSTALL) --no-deps --no-build-isolation -e . >>$(SETUP_LOG) 2>&1 \
		|| { $(setup_failed); }; \
	touch $(READY)

# Only who asks for it needs mutmut, and what that needs.
$(MUTATION_READY): $(READY) $(MUTATION).txt
	@$(PIP_INSTALL) --require-hashes -r $(MUTATION).txt >>$(SETUP_LOG) 2>&1 || { $(setup_failed); }
	@touch $(MUTATION_READY)

PIP_INSTALL = $(IN_VENV) -m pip --no-input --disable-pip-version-check install

setup_failed = \
	if grep -qE 'NewConnectionError|NameResolution|Timeout|ProtocolError|ProxyError' \
		$(SETUP_LOG); then \
		echo "The set-up could not download what it needs: check the internet connection," \
			"which is needed this once, then run the same command again." >&2; \
	else \
		tail -n 20 $(SETUP_LOG) >&2; \
		echo "The set-up did not finish, for the reason above: mend it, then run the same" \
			"command again (all that was said is in $(SETUP_LOG))." >&2; \
	fi; \
	exit 2

# A .venv whose Python has gone (a new release of the system, a moved folder) is made again.
ifeq ($(shell test -e $(READY) && ! $(IN_VENV) -c '' 2>/dev/null && echo broken),broken)
$(READY): broken-venv
endif
