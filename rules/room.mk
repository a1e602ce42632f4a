# rules and models: data, installed as it is: every *.belie file, every weight file with its card and licence.
# Copied from the source: a build folder has links of these names.
dist-hook:
	cp -pR $(srcdir)/rules $(srcdir)/models $(distdir)/
install-data-local:
	cd $(srcdir) && find rules models -type f ! -name '*.mk' | while read f; do \
	  $(MKDIR_P) "$(DESTDIR)$(pkgdatadir)/$$(dirname $$f)" && \
	  $(INSTALL_DATA) "$$f" "$(DESTDIR)$(pkgdatadir)/$$f" || exit 1; done
uninstall-local:
	rm -rf "$(DESTDIR)$(pkgdatadir)/rules" "$(DESTDIR)$(pkgdatadir)/models"
