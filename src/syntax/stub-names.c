/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Stand-in until lemmas, features and names land. */
#include "syntax/syntax.h"

void
bel_syntax_names (const BelModel *model, BelDocument *document)
{
  (void) model;
  (void) document;
}
