/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Which format a file has, and the one way to read it. */
#pragma once

#include "document/document.h"

typedef enum {
  BEL_INPUT_AUTO, /**< by name and content */
  BEL_INPUT_TEXT,
  BEL_INPUT_MARKDOWN,
  BEL_INPUT_HTML,
  BEL_INPUT_NITF,
  BEL_INPUT_NEWSML,
  BEL_INPUT_NINJS,
  BEL_INPUT_DOCX,
  BEL_INPUT_ODT,
  BEL_INPUT_CONLLU,     /**< words given, the rest predicted */
  BEL_INPUT_CONLLU_ALL, /**< nothing predicted */
} BelInput;

#define BEL_DOCUMENT_ERROR (bel_document_error_quark ())
GQuark bel_document_error_quark (void);
typedef enum {
  BEL_DOCUMENT_ERROR_UNUSABLE, /**< nothing can be read from the file; its diagnostics say why */
} BelDocumentError;

/** Tells the format of a file by the extension of @name, and where that says nothing, by its first bytes;
 * plain text when neither does. Never BEL_INPUT_AUTO. */
BelInput bel_input_guess (const char *name, const char *bytes, gsize n_bytes);

/** Returns: "text", "markdown" …, as --input takes it. */
const char *bel_input_name (BelInput input);

/** Returns: (transfer none) (NULL-terminated) the names --input takes, in the order of BelInput. */
const char *const *bel_input_names (void);

/** Whether a file of this name is one of those read from a folder. */
gboolean bel_input_is_known_name (const char *name);

/** Fills @document with blocks, metadata and, for markup, visible text and span map. What is wrong with the
 * file is added to @diags, its place told. Returns: FALSE with @error set when nothing can be read from it. */
gboolean bel_document_read (BelDocument *document, BelInput input, BelDiags *diags, GError **error);
