/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The rooms wired together: what the command line and the editors' server call.
 *
 * An engine is immutable once made and may be shared between threads; documents may not. */
#pragma once

#include "conflict/conflict.h"
#include "document/reader.h"
#include "lexis/gazetteer.h"
#include "lexis/wordnet.h"
#include "syntax/syntax.h"

typedef struct BelEngine BelEngine;

/** Finds the folder that holds rules/ and models/: $BELIE_DATADIR, beside the program, or as installed.
 * Returns: (transfer full) */
char *bel_engine_find_data (void);

/** Loads model and rules from @datadir. Faults in the rules go to @diags.
 * Returns: (transfer full) or NULL with @error set. */
BelEngine *bel_engine_new (const char *datadir, BelDiags *diags, GError **error);
/** As bel_engine_new() with the rules in the folders @rules (NULL-terminated) in place of those of @datadir. */
BelEngine *bel_engine_new_with_rules (const char *datadir, const char *const *rules, BelDiags *diags, GError **error);
/** Gives a new engine a newsroom's names: lower-case name -> main name, lower case. Before it is shared. @aliases: (transfer full) */
void bel_engine_take_aliases (BelEngine *engine, GHashTable *aliases);
void bel_engine_free (BelEngine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelEngine, bel_engine_free)

const BelModel *bel_engine_model (const BelEngine *engine);
const BelProgram *bel_engine_program (const BelEngine *engine);
/** NULL when there is no table; the functions of lexis/wordnet.h take that. */
const BelWordnet *bel_engine_wordnet (const BelEngine *engine);
/** NULL when there is no table, likewise. */
const BelGazetteer *bel_engine_gazetteer (const BelEngine *engine);

/** Reads a file into blocks; nothing is parsed yet. @name as the user wrote it, "-" is standard input.
 * Returns: (transfer full) or NULL with @error set. */
BelDocument *bel_engine_read (const BelEngine *engine, const char *name, BelInput input, BelDiags *diags,
                              GError **error);

/** As bel_engine_read() of bytes that are already here. */
BelDocument *bel_engine_read_bytes (const BelEngine *engine, const char *name, GBytes *bytes, BelInput input,
                                    BelDiags *diags, GError **error);

/** Sentences, tokens, tags, trees, names, as far as the input did not give them. */
void bel_engine_parse (const BelEngine *engine, BelDocument *document, BelInput input, BelDiags *diags);

/** Claims of a parsed document, in its arena. */
BelClaims *bel_engine_extract (const BelEngine *engine, BelDocument *document);
