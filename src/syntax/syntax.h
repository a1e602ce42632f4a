/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Visible text into sentences, tokens, tags, lemmas, trees and names. */
#pragma once

#include "document/document.h"

#define BEL_SYNTAX_ERROR (bel_syntax_error_quark ())
GQuark bel_syntax_error_quark (void);
typedef enum {
  BEL_SYNTAX_ERROR_OPEN,   /**< the model file cannot be mapped */
  BEL_SYNTAX_ERROR_FORMAT, /**< not a model file, of another version, or cut short */
} BelSyntaxError;

/** Trained weights, mapped from one file; immutable, shared between threads. */
typedef struct BelModel BelModel;

/** Maps a model that was installed: its table and every index in it are checked, its checksum is not, as that would read
 * all of it before the first sentence; bel_model_frame() does. Returns: (transfer full) or NULL with @error set. */
BelModel *bel_model_open (const char *path, GError **error);
BelModel *bel_model_ref (BelModel *model);
void bel_model_unref (BelModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelModel, bel_model_unref)

/** Splits the blocks of @document into sentences and tokens (spans, forms, mwt, space_after). A document
 * without blocks is taken as one paragraph. @diags: (nullable) told of sentences and tokens that were cut. */
void bel_syntax_segment (const BelModel *model, BelDocument *document, BelDiags *diags);

/** Fills pos, xpos, feats, lemma, head, dep, names and the child index of a segmented document. */
void bel_syntax_annotate (const BelModel *model, BelDocument *document);

/** Lemmas, features and names only, from the tags and trees that are there (for given trees that lack them). */
void bel_syntax_names (const BelModel *model, BelDocument *document);
