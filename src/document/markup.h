/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Readers of marked-up files. Each sets visible text, span map, blocks and what metadata the format carries. The
 * source has been checked to be UTF-8 without NULs. They return FALSE after a diagnostic when nothing can be read. */
#pragma once

#include "document/document.h"

/** CommonMark with tables and strike-through, YAML or TOML front matter, HTML and MDX comments left out. Struck-out
 * text, code and image titles are not read; an image's alternative text is a caption. (md4c) */
gboolean bel_markdown_read (BelDocument *document, BelDiags *diags);

/** A page: its article, without scripts, navigation and what is hidden. (gumbo) */
gboolean bel_html_read (BelDocument *document, BelDiags *diags);

/** NITF 3 and NewsML-G2 with NITF or XHTML inside. No network, no DTD, no entity but the five. (libxml2) */
gboolean bel_newsxml_read (BelDocument *document, BelDiags *diags);

/** ninjs 1 to 3: headline, byline, dateline, and body_text or body_xhtml. (json-glib) */
gboolean bel_ninjs_read (BelDocument *document, BelDiags *diags);

/** DOCX and ODT. The source becomes the text of the file, a paragraph a line, for a place in a compressed
 * archive tells a person nothing; insertions are kept, deletions left out. (libarchive, libxml2) */
gboolean bel_office_read (BelDocument *document, BelDiags *diags);

/** UTF-8 of the named HTML entity @name (without & and ;), or 0. */
uint32_t bel_html_entity (const char *name, uint32_t n_bytes);
