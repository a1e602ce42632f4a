# tests/fuzz: each target is replayed over its corpus in every run; --enable-fuzzers builds it for libFuzzer too.
FUZZ_LIBS = libdesk.a $(LIBRARY_ROOMS) $(LIBRARY_LIBS)
check_PROGRAMS += tests/fuzz/replay-readers tests/fuzz/replay-rules tests/fuzz/replay-pipeline \
	tests/fuzz/replay-config tests/fuzz/replay-saved tests/fuzz/replay-model
tests_fuzz_replay_readers_SOURCES = %D%/fuzz-readers.c %D%/replay.c %D%/fuzz.h
tests_fuzz_replay_readers_CPPFLAGS = $(AM_CPPFLAGS) -DREPLAY_CORPUS=\"readers\"
tests_fuzz_replay_readers_LDADD = $(FUZZ_LIBS)
tests_fuzz_replay_rules_SOURCES = %D%/fuzz-rules.c %D%/replay.c %D%/fuzz.h
tests_fuzz_replay_rules_CPPFLAGS = $(AM_CPPFLAGS) -DREPLAY_CORPUS=\"rules\"
tests_fuzz_replay_rules_LDADD = $(FUZZ_LIBS)
tests_fuzz_replay_pipeline_SOURCES = %D%/fuzz-pipeline.c %D%/replay.c %D%/fuzz.h
tests_fuzz_replay_pipeline_CPPFLAGS = $(AM_CPPFLAGS) -DREPLAY_CORPUS=\"pipeline\"
tests_fuzz_replay_pipeline_LDADD = $(FUZZ_LIBS)
tests_fuzz_replay_config_SOURCES = %D%/fuzz-config.c %D%/replay.c %D%/fuzz.h
tests_fuzz_replay_config_CPPFLAGS = $(AM_CPPFLAGS) -DREPLAY_CORPUS=\"config\"
tests_fuzz_replay_config_LDADD = $(FUZZ_LIBS)
tests_fuzz_replay_saved_SOURCES = %D%/fuzz-saved.c %D%/replay.c %D%/fuzz.h
tests_fuzz_replay_saved_CPPFLAGS = $(AM_CPPFLAGS) -DREPLAY_CORPUS=\"saved\"
tests_fuzz_replay_saved_LDADD = $(FUZZ_LIBS)
tests_fuzz_replay_model_SOURCES = %D%/fuzz-model.c %D%/replay.c %D%/fuzz.h
tests_fuzz_replay_model_CPPFLAGS = $(AM_CPPFLAGS) -DREPLAY_CORPUS=\"model\"
tests_fuzz_replay_model_LDADD = $(FUZZ_LIBS)
if FUZZERS
noinst_PROGRAMS += tests/fuzz/fuzz-readers tests/fuzz/fuzz-rules tests/fuzz/fuzz-pipeline \
	tests/fuzz/fuzz-config tests/fuzz/fuzz-saved tests/fuzz/fuzz-model
tests_fuzz_fuzz_readers_SOURCES = %D%/fuzz-readers.c %D%/fuzz.h
tests_fuzz_fuzz_readers_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_readers_LDADD = $(FUZZ_LIBS)
tests_fuzz_fuzz_rules_SOURCES = %D%/fuzz-rules.c %D%/fuzz.h
tests_fuzz_fuzz_rules_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_rules_LDADD = $(FUZZ_LIBS)
tests_fuzz_fuzz_pipeline_SOURCES = %D%/fuzz-pipeline.c %D%/fuzz.h
tests_fuzz_fuzz_pipeline_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_pipeline_LDADD = $(FUZZ_LIBS)
tests_fuzz_fuzz_config_SOURCES = %D%/fuzz-config.c %D%/fuzz.h
tests_fuzz_fuzz_config_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_config_LDADD = $(FUZZ_LIBS)
tests_fuzz_fuzz_saved_SOURCES = %D%/fuzz-saved.c %D%/fuzz.h
tests_fuzz_fuzz_saved_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_saved_LDADD = $(FUZZ_LIBS)
tests_fuzz_fuzz_model_SOURCES = %D%/fuzz-model.c %D%/fuzz.h
tests_fuzz_fuzz_model_LDFLAGS = -fsanitize=fuzzer
tests_fuzz_fuzz_model_LDADD = $(FUZZ_LIBS)
endif
