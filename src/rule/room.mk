# src/rule
noinst_LIBRARIES += librule.a
librule_a_SOURCES = \
	%D%/program.h %D%/lexicon.h %D%/predicate.h %D%/schema.h %D%/conflict-rule.h %D%/claim-rule.h \
	%D%/tokens.def %D%/lex.h %D%/lex.c \
	%D%/ast.h %D%/parse.h %D%/parse.c %D%/parse-lexicon.c %D%/parse-predicate.c %D%/parse-cond.c \
	%D%/parse-claim.c %D%/parse-conflict.c %D%/parse-test.c \
	%D%/compile.h %D%/names.c %D%/check.c %D%/check-lexicon.c %D%/check-predicate.c %D%/check-cond.c \
	%D%/graph.h %D%/graph.c %D%/check-claim.c %D%/plan.c %D%/emit-claim.c %D%/match.h %D%/match.c %D%/match-run.c \
	%D%/yield.c %D%/schema.c %D%/check-conflict.c %D%/optimise.c %D%/emit-conflict.c %D%/conflict-rule.c \
	%D%/opcodes.def %D%/code.h %D%/code.c \
	%D%/emit-lexicon.c %D%/emit-predicate.c %D%/emit-cond.c %D%/emit-info.c \
	%D%/image.def %D%/image.h %D%/image-private.h %D%/image.c %D%/image-save.c %D%/image-open.c \
	%D%/program-private.h %D%/program.c %D%/load.c %D%/phrase.c %D%/lexicon.c %D%/entry.c %D%/cond.c \
	%D%/predicate.c %D%/predicate-match.c \
	%D%/fmt.h %D%/fmt.c %D%/explain.h %D%/explain.c %D%/disassemble.c %D%/lint.c
