# What a developer does here. `make` alone lists it. Everything is installed into .venv, at the
# versions and hashes of constraints.txt.

EVENT ?= sample.checkin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)

BIN := .venv/bin
PY := $(BIN)/python
TS := $(wildcard resources/translations/ui_*.ts)
QM := $(TS:.ts=.qm)

# What Qt needs of the system, what the tests use beside it, what PyInstaller uses.
QT_DEBIAN := libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libpulse0 libx11-xcb1 \
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
  libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0
TEST_DEBIAN = $(QT_DEBIAN) avahi-daemon chromium cups cups-bsd cups-client cups-filters cups-ipp-utils dbus \
  fonts-noto-core ghostscript imagemagick iproute2 libatomic1 $(NPM) pango1.0-tools poppler-utils postgresql qpdf strace x11-apps \
  x11-xkb-utils xauth xdotool xvfb zbar-tools
# An npm from elsewhere comes with its own Node.js, which Debian's would replace.
NPM = $(shell command -v npm >/dev/null || echo npm)
# Debian's own Python comes without its shared library.
LIBPYTHON = $(shell $(PY) -c 'import sys; print("libpython%d.%d" % sys.version_info[:2] if sys.base_prefix == "/usr" else "")')
BUNDLE_DEBIAN = $(QT_DEBIAN) binutils libwayland-cursor0 libwayland-egl1 $(LIBPYTHON)

# Installs Debian packages where that is possible without asking: as root, or with a sudo that
# wants no password. Elsewhere it names them and goes on.
AS_ROOT = $$( [ "$$(id -u)" = 0 ] || { sudo -n true 2>/dev/null && echo sudo -n || echo false; } )
define debian
	@command -v apt-get >/dev/null || exit 0; \
	missing=$$(for p in $(1); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	[ -n "$$missing" ] || exit 0; \
	echo installing $$missing; \
	as_root="$(AS_ROOT)"; \
	{ $$as_root apt-get update -qq && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -qq -y --no-install-recommends $$missing >/dev/null; } || \
	echo "Not installed; if something fails for want of them: sudo apt-get install" $$missing
endef

.PHONY: help run test check bundle bench translations constraints clean

help:
	@echo 'make run           open the desk window with the sample event ($(EVENT))'
	@echo 'make test          install what the tests need and run them all'
	@echo 'make check         format, lint, types, import contracts'
	@echo 'make bundle        build dist/checkin-app with PyInstaller and try it out'
	@echo 'make bench         measure this build on this machine'
	@echo 'make translations  collect the texts of the screens into resources/translations'
	@echo 'make constraints   pin again after a change of dependencies; UPGRADE=--upgrade for newer'
	@echo 'make clean         remove what was built, .venv too'

run: .venv/installed .venv/debian-run $(QM)
	@[ -e "$(EVENT)" ] || $(PY) -m checkin_app sample "$(EVENT)"
	@$(PY) -m checkin_app --event "$(EVENT)"

test: .venv/installed .venv/debian-test $(QM)
	$(PY) -m pytest -n 2 --dist loadfile -m 'not serial'
	$(PY) -m pytest -m serial || [ $$? = 5 ] # 5: there are none

check: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bundle: .venv/installed .venv/debian-bundle $(QM)
	$(BIN)/pyinstaller --noconfirm --log-level ERROR build.spec
	$(PY) tests/bundle/smoke.py dist/checkin-app

bench: .venv/installed $(QM)
	$(PY) -m pytest tests/benchmarks --benchmark-enable --benchmark-only
	$(PY) -m checkin_app bench

translations: .venv/installed
	$(BIN)/pyside6-lupdate -extensions py checkin_app/ui -locations none -no-obsolete -ts resources/translations/ui_vi.ts

constraints: .venv/installed
	$(BIN)/uv pip compile pyproject.toml --universal --all-extras --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command 'make constraints' \
	  $(UPGRADE) --quiet --output-file constraints.txt

clean:
	rm -rf .venv build dist $(QM)

%.qm: %.ts .venv/installed
	$(BIN)/pyside6-lrelease -silent $< -qm $@

.venv/installed: pyproject.toml constraints.txt | $(PY)
	$(PY) -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r constraints.txt
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(PY):
	@[ -n "$(PYTHON)" ] || { echo 'Python 3.11, 3.12 or 3.13 is needed and was not found: install one, or name it with make PYTHON=…'; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory .ensurepip
	$(PYTHON) -m venv .venv

# Debian and Ubuntu keep ensurepip in a package of its own.
.PHONY: .ensurepip
.ensurepip:
	$(call debian,python3-venv)
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo 'Python has no ensurepip here: install python3-venv (sudo apt-get install python3-venv) and try again.'; exit 1; }

.venv/debian-run: | .venv/installed
	$(call debian,$(QT_DEBIAN))
	@touch $@

.venv/debian-test: Makefile | .venv/installed
	$(call debian,$(TEST_DEBIAN))
	@touch $@

.venv/debian-bundle: Makefile | .venv/installed
	$(call debian,$(BUNDLE_DEBIAN))
	@touch $@
