/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What is known of words once they have tags and trees: lemmas, features, names. */
#include "syntax/model-private.h"
#include "syntax/morph.h"
#include "syntax/name-tag.h"

void
bel_syntax_names (const BelModel *model, BelDocument *document)
{
  size_t n_bytes;
  const void *section = bel_model_section (model, "MORF", &n_bytes);
  BelMorph morph;
  if (bel_morph_init (&morph, section, n_bytes))
    bel_morph_fill (&morph, document);
  section = bel_model_section (model, "NAME", &n_bytes);
  BelNamer namer;
  if (bel_namer_init (&namer, section, n_bytes))
    bel_namer_run (&namer, &model->lexicon, document);
}
