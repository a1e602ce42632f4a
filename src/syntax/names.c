/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What is known of words once they have tags and trees: lemmas, features, names. A model in the making may lack either.
 */
#include "syntax/model-private.h"

void
bel_syntax_names (const BelModel *model, BelDocument *document)
{
  if (model->morph.scripts)
    bel_morph_fill (&model->morph, document);
  if (model->namer.hashes)
    bel_namer_run (&model->namer, &model->lexicon, document);
}
