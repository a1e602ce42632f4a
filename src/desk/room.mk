# src/desk: what the program and libbelie share
noinst_LIBRARIES += libdesk.a
libdesk_a_SOURCES = \
	%D%/accept.c %D%/accept.h \
	%D%/baseline.c %D%/baseline.h \
	%D%/belie.h \
	%D%/changes.c %D%/changes.h \
	%D%/check.c %D%/check.h \
	%D%/configuration.c %D%/configuration.h %D%/configuration-private.h %D%/configuration-read.c \
	%D%/draft.c %D%/draft.h \
	%D%/facts.c %D%/facts.h \
	%D%/groups.c %D%/groups.h \
	%D%/ignore.c %D%/ignore.h \
	%D%/inputs.c %D%/inputs.h \
	%D%/policy.c %D%/policy.h \
	%D%/settings.c %D%/settings.h %D%/settings.def
libdesk_a_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS) $(YAML_CFLAGS)
# libbelie: these rooms as a shared library that shows belie.h and nothing else
include_HEADERS = %D%/belie.h
EXTRA_DIST += %D%/libbelie.map
LIBBELIE_VERSION = 0
libbelie.so.$(LIBBELIE_VERSION): libdesk.a $(LIBRARY_ROOMS) $(srcdir)/%D%/libbelie.map
	$(AM_V_CCLD)$(CC) $(CFLAGS) $(WARN_CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$@ \
	  -Wl,--version-script=$(srcdir)/src/desk/libbelie.map -Wl,--whole-archive libdesk.a -Wl,--no-whole-archive \
	  $(LIBRARY_ROOMS) $(LIBRARY_LIBS) $(LIBS) -o $@
CLEANFILES += libbelie.so.$(LIBBELIE_VERSION)
sharedlibdir = $(libdir)
sharedlib_DATA = libbelie.so.$(LIBBELIE_VERSION)
pkgconfigdir = $(libdir)/pkgconfig
pkgconfig_DATA = belie.pc
install-exec-hook:
	$(MKDIR_P) $(DESTDIR)$(libdir)
	cd $(DESTDIR)$(libdir) && rm -f libbelie.so && $(LN_S) libbelie.so.$(LIBBELIE_VERSION) libbelie.so
uninstall-hook:
	rm -f $(DESTDIR)$(libdir)/libbelie.so
