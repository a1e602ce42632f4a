# tests: one unit-test program a room, linked with only the rooms it may use; TAP to automake.
if HAVE_CHECK
include tests/unit/base.mk
include tests/unit/document.mk
include tests/unit/lexis.mk
include tests/unit/syntax.mk
include tests/unit/rule.mk
include tests/unit/claim.mk
include tests/unit/conflict.mk
include tests/unit/report.mk
include tests/unit/engine.mk
endif
# the whole program on fixtures/cli, and what holds for the source tree
dist_check_SCRIPTS += tests/golden/run tests/house/run
