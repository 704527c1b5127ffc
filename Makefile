# Linewise: build, try, test and install.
#
#   make demo                      build, then open a private copy of the worked sample review
#   make build                     the program, in .build/release
#   make test                      every test; the last line counts them
#   make lint                      formatting and the walls between targets
#   make bench                     times and memory on made reviews, beside other programs; SMALL=1 for a
#                                  quick look; the tables are also in .build/bench/table.md
#   make faults                    what kills, power cuts and the like lose: 45 minutes; SHORT=1 is quick
#   make proof                     mistakes that bench and faults have to find; half an hour
#   make fuzz                      odd inputs for everything that reads; FUZZ_SECONDS=600 a reader
#   make install PREFIX=/usr/local DESTDIR=
#   make uninstall PREFIX=/usr/local DESTDIR=
#   make clean

PREFIX ?= /usr/local
DESTDIR ?=
SHARE := $(DESTDIR)$(PREFIX)/share

BUILD_PACKAGES := libncurses-dev libsqlite3-dev nettle-dev git
BENCH_PACKAGES := python3 sqlite3 vim less fzf
FAULT_PACKAGES := python3 strace
TEST_PACKAGES := $(BUILD_PACKAGES) $(FAULT_PACKAGES) tmux openssh-server libxml2

PROGRAM := .build/release/linewise
REVIEW := .build/release/worked-review.linewise
SCRIPT := sample-corpus/worked-review.sh
TEXTS := $(wildcard sample-corpus/*.txt sample-corpus/*.md)
SOURCES := Package.swift $(shell find Sources -type f)

.PHONY: build demo test lint bench faults proof fuzz install uninstall clean build-packages
.DELETE_ON_ERROR:

build: $(PROGRAM)

demo: $(PROGRAM) $(REVIEW)
	@$(PROGRAM) demo

build-packages:
	@.ci/packages $(BUILD_PACKAGES)

$(PROGRAM): $(SOURCES) | build-packages
	swift build -c release --static-swift-stdlib --product linewise
	@touch $@

# Through the command line itself, by the script that is also the tutorial.
$(REVIEW): $(SCRIPT) $(TEXTS) | $(PROGRAM)
	@echo "Making the worked review (half a minute)"
	@rm -f $@ $(@D)/worked-review.new.linewise
	@LINEWISE=$(PROGRAM) $(SCRIPT) $(@D)/worked-review.new.linewise > $(@D)/worked-review.log
	@mv $(@D)/worked-review.new.linewise $@

test:
	@.ci/packages $(TEST_PACKAGES)
	@.ci/test

lint:
	swift format lint --strict --parallel --recursive --configuration .swift-format \
	  Package.swift Sources Tests
	@.ci/walls

bench: $(PROGRAM)
	@.ci/packages $(BENCH_PACKAGES)
	swift build -c release --static-swift-stdlib -j 2 --product Benchmarks
	@python3 -B Tests/Benchmarks/measure $(if $(SMALL),--small) $(PROGRAM) \
	  .build/release/Benchmarks .build/bench

faults: $(PROGRAM)
	@.ci/packages $(FAULT_PACKAGES) faketime
	swift build -c release --static-swift-stdlib -j 2 --product Faults
	@python3 -B Tests/Faults/inject $(if $(SHORT),--short) $(PROGRAM) .build/release/Faults .build/faults

# In a folder of its own, for what is built there is wrong.
proof: | build-packages
	@.ci/packages $(FAULT_PACKAGES) $(BENCH_PACKAGES)
	@python3 -B Tests/Faults/seeded .build-proof

FUZZ_SECONDS ?= 600
FUZZ_READERS ?=

# In a folder of its own, for everything in it counts the branches that it takes.
fuzz: | build-packages
	@.ci/packages python3
	swift build -c release --scratch-path .build-fuzz --product Fuzzing -Xswiftc -sanitize=fuzzer \
	  -Xswiftc -DFUZZER -Xswiftc -use-ld=lld
	@Tests/Fuzzing/run .build-fuzz/release/Fuzzing .build-fuzz/inputs $(FUZZ_SECONDS) $(FUZZ_READERS)

install: $(PROGRAM) $(REVIEW)
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/linewise/keymaps $(SHARE)/linewise/sample-corpus \
	  $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
	  $(SHARE)/fish/vendor_completions.d
	install -m 755 -s $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/linewise
	install -m 644 keymaps/*.toml $(SHARE)/linewise/keymaps
	install -m 644 $(REVIEW) $(SHARE)/linewise/worked-review.linewise
	install -m 644 $(TEXTS) $(SHARE)/linewise/sample-corpus
	install -m 755 $(SCRIPT) $(SHARE)/linewise/sample-corpus
	$(PROGRAM) manual > $(SHARE)/man/man1/linewise.1
	$(PROGRAM) --generate-completion-script bash > $(SHARE)/bash-completion/completions/linewise
	$(PROGRAM) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_linewise
	$(PROGRAM) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/linewise.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/linewise $(SHARE)/man/man1/linewise.1 \
	  $(SHARE)/bash-completion/completions/linewise $(SHARE)/zsh/site-functions/_linewise \
	  $(SHARE)/fish/vendor_completions.d/linewise.fish
	rm -rf $(SHARE)/linewise

clean:
	rm -rf .build .build-*
