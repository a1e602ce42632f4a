/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Stand-in until segmentation lands. */
#include "syntax/syntax.h"

void
bel_syntax_segment (const BelModel *model, BelDocument *document, BelDiags *diags)
{
  (void) model;
  (void) document;
  (void) diags;
}

void
bel_syntax_names (const BelModel *model, BelDocument *document)
{
  (void) model;
  (void) document;
}
