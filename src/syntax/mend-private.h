/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the mending of trees stands on, within the room. */
#pragma once

#include "syntax/mend.h"

/** Tokens of one sentence. */
typedef struct {
  BelDocument *document;
  BelTokens *t;
  uint32_t first, end;
} MendSentence;

static inline bool
mend_is_noun (const BelTokens *t, uint32_t i)
{
  return t->pos[i] == BEL_POS_NOUN || t->pos[i] == BEL_POS_PROPN;
}

/** Returns: the preposition before noun @noun that hangs on it; BEL_NONE when there is none. */
uint32_t mend_preposition_of (const MendSentence *s, uint32_t noun);
bool mend_has_auxiliary (const MendSentence *s, uint32_t verb);
/** Returns: the first token from @begin to before @end that hangs on @head as @dep; BEL_NONE. */
uint32_t mend_child_between (const MendSentence *s, uint32_t head, BelDep dep, uint32_t begin, uint32_t end);
/** What hangs on @from and stands before @end, but for @to itself, hangs on @to. */
void mend_move_children (MendSentence *s, uint32_t from, uint32_t to, uint32_t end);
bool mend_has_child (const MendSentence *s, uint32_t head, BelDep dep);
/** Whether @t is @ancestor or hangs below it, however far. The tree has no cycles. */
bool mend_hangs_on (const MendSentence *s, uint32_t t, uint32_t ancestor);
/** Word @i of clauses and of names: conjuncts, subjects that are clauses, what is left out, titles, ages. */
void mend_word (MendSentence *s, uint32_t i);
