# src/engine
noinst_LIBRARIES += libengine.a
libengine_a_SOURCES = \
	%D%/credit.c %D%/credit.h \
	%D%/engine.c \
	%D%/engine.h \
	%D%/rule-test.c %D%/rule-test.h

# the rules as one file, mapped at each start; made anew when the rules or what compiles them are others
noinst_PROGRAMS += mkrules
mkrules_SOURCES = %D%/mkrules.c
mkrules_LDADD = libconflict.a libclaim.a librule.a liblexis.a libdocument.a libbase.a $(CORE_LIBS)
pkgdata_DATA += rules.bin
CLEANFILES += rules.bin
rules.bin: mkrules$(EXEEXT) made-when-others
	$(AM_V_at)ASAN_OPTIONS=detect_leaks=0 ./mkrules$(EXEEXT) $(top_srcdir)/rules $@
made-when-others:
.PHONY: made-when-others
