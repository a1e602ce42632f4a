/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Stand-in until tagger and parser land. */
#include "syntax/syntax.h"

void
bel_syntax_annotate (const BelModel *model, BelDocument *document)
{
  (void) model;
  (void) document;
}
