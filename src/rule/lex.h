/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** First pass: the bytes of a rule file into tokens, one at a time. */
#pragma once

#include "base/span.h"

#include <glib.h>

typedef enum {
#define T(name, text) BEL_TOK_##name,
#include "rule/tokens.def"
#undef T
  BEL_N_TOKS
} BelTok;

typedef struct {
  BelTok kind;
  BelSpan span;        /**< bytes of the file; quotes and slashes of strings and patterns included */
  uint32_t n_newlines; /**< line ends between the token before and this one */
  const char *problem; /**< for BEL_TOK_ERROR: what is wrong; static */
} BelToken;

typedef struct {
  const char *source; /**< NUL-terminated at n_source */
  uint32_t n_source;
  uint32_t at;
  gboolean keep_comments;
} BelLexer;

/** @keep_comments: hand out comments as tokens; else they are passed over. */
void bel_lexer_init (BelLexer *lexer, const char *source, uint32_t n_source, gboolean keep_comments);

/** Reads the next token; at the end, and for ever after, BEL_TOK_END. */
void bel_lexer_next (BelLexer *lexer, BelToken *out);

/** Returns: how the kind is named in "expected …": "a name", "';'". */
const char *bel_tok_name (BelTok kind);
