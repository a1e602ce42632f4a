/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/mend-private.h"

/* A finite adverbial clause that neither a subject nor a conjunction begins: there is none such in English. */
static bool
is_bare_clause (const MendSentence *s, uint32_t verb)
{
  return s->t->dep[verb] == BEL_DEP_ADVCL && s->t->xpos[verb] == BEL_XPOS_VBD && !mend_has_child (s, verb, BEL_DEP_MARK)
         && !mend_has_child (s, verb, BEL_DEP_NSUBJ) && !mend_has_child (s, verb, BEL_DEP_ADVMOD);
}

/* "according to an official briefed on it": @noun was taken for the subject of "briefed", or for an oblique of it. */
static void
mend_participle (MendSentence *s, uint32_t noun)
{
  BelTokens *t = s->t;
  uint32_t verb = t->head[noun], above = verb == BEL_NONE ? BEL_NONE : t->head[verb];
  if (t->dep[noun] == BEL_DEP_OBL && (verb != noun + 1 || verb >= s->end || !is_bare_clause (s, verb)))
    return;
  bool participle = verb != BEL_NONE && (t->xpos[verb] == BEL_XPOS_VBD || t->xpos[verb] == BEL_XPOS_VBN);
  uint32_t marker = mend_preposition_of (s, noun);
  if (!participle || verb < noun || above == BEL_NONE || marker == BEL_NONE || mend_has_auxiliary (s, verb))
    return;
  mend_move_children (s, verb, above, marker);
  t->head[noun] = above;
  t->dep[noun] = mend_is_noun (t, above) ? BEL_DEP_NMOD : BEL_DEP_OBL;
  t->head[verb] = noun;
  t->dep[verb] = BEL_DEP_ACL;
  t->xpos[verb] = BEL_XPOS_VBN;
}

/* "called the report false": what stands bare behind an object is said of it by the verb. Behind "something" and before
 * what hangs on it ("a man tall enough", "attorney general") it is not. */
static void
mend_object_predicate (MendSentence *s, uint32_t i)
{
  BelTokens *t = s->t;
  uint32_t noun = t->head[i], verb = noun == BEL_NONE ? BEL_NONE : t->head[noun];
  if (t->pos[i] != BEL_POS_ADJ || noun + 1 != i || verb == BEL_NONE || t->dep[noun] != BEL_DEP_OBJ
      || t->pos[noun] != BEL_POS_NOUN)
    return;
  bool ends = i + 1 >= s->end || t->pos[i + 1] == BEL_POS_PUNCT || t->pos[i + 1] == BEL_POS_CCONJ;
  for (uint32_t c = s->first; c < s->end && ends; c++)
    ends = t->head[c] != i || t->dep[c] == BEL_DEP_CONJ || t->dep[c] == BEL_DEP_ADVMOD;
  if (!ends || t->pos[verb] != BEL_POS_VERB || mend_has_child (s, verb, BEL_DEP_XCOMP))
    return;
  t->head[i] = verb;
  t->dep[i] = BEL_DEP_XCOMP;
}

static bool
touches_next (const MendSentence *s, uint32_t i)
{
  return i + 1 < s->end && s->t->span[i].end == s->t->span[i + 1].start;
}

static bool
is_hyphen (const MendSentence *s, uint32_t i)
{
  return bel_token_form_is (s->document, i, "-");
}

/* Last token of the compound with hyphens that begins at @first; @first where there is none. */
static uint32_t
compound_end (const MendSentence *s, uint32_t first)
{
  uint32_t last = first;
  while (last + 2 < s->end && touches_next (s, last) && is_hyphen (s, last + 1) && touches_next (s, last + 1))
    last += 2;
  return last;
}

/* "murder-for-hire plot": the compound's first word hangs where the noun after it hangs. Returns: its last token. */
static uint32_t
mend_compound (MendSentence *s, uint32_t first)
{
  BelTokens *t = s->t;
  uint32_t last = compound_end (s, first), noun = last + 1;
  if (last == first || noun >= s->end || !mend_is_noun (t, noun) || !mend_is_noun (t, first)
      || t->head[first] == BEL_NONE || (t->head[first] != t->head[noun] && t->head[noun] != first)
      || is_hyphen (s, noun))
    return last;
  bool below = t->head[noun] == first;
  mend_move_children (s, first, noun, first);
  if (below)
    t->head[noun] = t->head[first];
  if (below || (t->dep[first] != BEL_DEP_IOBJ && t->dep[first] != BEL_DEP_COMPOUND))
    t->dep[noun] = t->dep[first];
  t->head[first] = noun;
  t->dep[first] = BEL_DEP_COMPOUND;
  return last;
}

/* "reported that she denied that he came": a conjunction before the verb that governs the clause is that verb's. */
static void
mend_mark (MendSentence *s, uint32_t mark)
{
  uint32_t verb = s->t->head[mark], above = verb == BEL_NONE ? BEL_NONE : s->t->head[verb];
  if (above != BEL_NONE && mark < above && above < verb && s->t->dep[verb] == BEL_DEP_CCOMP
      && s->t->dep[above] == BEL_DEP_CCOMP && !mend_has_child (s, above, BEL_DEP_MARK))
    s->t->head[mark] = above;
}

/* The verb that was told to somebody, above the oblique that @t stands in: "told the ministry [in a message | of March]". */
static uint32_t
telling_verb (const MendSentence *s, uint32_t t)
{
  bool oblique = false;
  bool named = s->t->pos[t] == BEL_POS_PROPN
               || s->t->pos[t] == BEL_POS_NUM; /* "reported on Thursday that": names take no clauses */
  for (uint32_t above = s->t->head[t]; above != BEL_NONE; t = above, above = s->t->head[above]) {
    oblique |= s->t->dep[t] == BEL_DEP_OBL;
    bool told = named || mend_has_child (s, above, BEL_DEP_IOBJ) || mend_has_child (s, above, BEL_DEP_OBJ);
    if (s->t->pos[above] == BEL_POS_VERB && oblique && told && !mend_has_child (s, above, BEL_DEP_CCOMP)
        && !mend_has_child (s, above, BEL_DEP_XCOMP))
      return above;
  }
  return BEL_NONE;
}

/* "denied on Wednesday that Costa met Ruiz": what has its object is no relative clause of which "that" is another. */
static bool
is_second_object (const MendSentence *s, uint32_t that, uint32_t clause)
{
  if (s->t->dep[that] != BEL_DEP_OBJ || s->t->head[that] != clause)
    return false;
  for (uint32_t i = clause + 1; i < s->end; i++)
    if (s->t->head[i] == clause && s->t->dep[i] == BEL_DEP_OBJ)
      return true;
  return false;
}

/* "told the ministry in a message that it would come": a clause with a conjunction and a subject of its own is not relative. */
static void
mend_content_clause (MendSentence *s, uint32_t clause)
{
  bool whole = mend_has_child (s, clause, BEL_DEP_NSUBJ) || mend_has_child (s, clause, BEL_DEP_NSUBJ_PASS);
  uint32_t mark = BEL_NONE;
  for (uint32_t i = s->first; i < clause; i++)
    if (bel_token_form_is (s->document, i, "that")
        && ((s->t->head[i] == clause && s->t->dep[i] == BEL_DEP_MARK) || is_second_object (s, i, clause)))
      mark = i;
  if (mark == BEL_NONE || !whole)
    return;
  if (s->t->dep[mark] == BEL_DEP_OBJ) {
    s->t->dep[mark] = BEL_DEP_MARK;
    s->t->pos[mark] = BEL_POS_SCONJ;
    s->t->xpos[mark] = BEL_XPOS_IN;
  }
  uint32_t verb = telling_verb (s, s->t->head[clause]);
  s->t->dep[clause] = verb == BEL_NONE ? BEL_DEP_ACL : BEL_DEP_CCOMP;
  if (verb != BEL_NONE)
    s->t->head[clause] = verb;
}

static uint32_t
determiner_of (const MendSentence *s, uint32_t noun)
{
  return mend_child_between (s, noun, BEL_DEP_DET, s->first, noun);
}

/* First token of what hangs on @noun before it. */
static uint32_t
phrase_begin (const MendSentence *s, uint32_t noun)
{
  for (uint32_t i = s->first; i < noun; i++)
    if (s->t->head[i] == noun)
      return i;
  return noun;
}

/* "Ambassador to Norway Einar Magnusson": what follows a preposition is no part of the name after it. */
static void
mend_compound_with_preposition (MendSentence *s, uint32_t noun)
{
  uint32_t marker = s->t->head[noun] == BEL_NONE ? BEL_NONE : mend_preposition_of (s, noun);
  if (marker == BEL_NONE || marker == s->first || !mend_is_noun (s->t, marker - 1)
      || mend_hangs_on (s, marker - 1, noun))
    return;
  s->t->head[noun] = marker - 1;
  s->t->dep[noun] = BEL_DEP_NMOD;
}

/* The subject right before the phrase of @noun, maybe with a prepositional phrase of its own between; BEL_NONE. */
static uint32_t
subject_before (const MendSentence *s, uint32_t noun, uint32_t begin)
{
  for (uint32_t i = begin; i-- > s->first && s->t->pos[i] != BEL_POS_PUNCT && s->t->pos[i] != BEL_POS_VERB;)
    if (s->t->dep[i] == BEL_DEP_NSUBJ && s->t->head[i] == s->t->head[noun] && mend_is_noun (s->t, i))
      return i;
  return BEL_NONE;
}

/* Of two subjects of one verb in a row, "the agency IRNA" are one, and in "the ministry this month" the second tells when. */
static void
mend_second_subject (MendSentence *s, uint32_t noun)
{
  BelTokens *t = s->t;
  uint32_t begin = phrase_begin (s, noun), first = noun < t->head[noun] ? subject_before (s, noun, begin) : BEL_NONE;
  if (first == BEL_NONE)
    return;
  uint32_t det = determiner_of (s, noun);
  if (t->pos[noun] == BEL_POS_PROPN && begin == noun) {
    t->head[noun] = first;
    t->dep[noun] = BEL_DEP_APPOS;
  } else if (det != BEL_NONE && bel_token_form_is (s->document, det, "this"))
    t->dep[noun] = BEL_DEP_OBL_UNMARKED;
}

static bool
is_capitalized (const MendSentence *s, uint32_t i)
{
  const char *text = bel_document_text (s->document, s->t->span[i]);
  return g_ascii_isupper (text[0]) && bel_span_length (s->t->span[i]) > 2 && g_ascii_islower (text[1]);
}

/* Whether capitals tell nothing here, as in a headline: three in four long words have them. */
static bool
is_title (const MendSentence *s)
{
  uint32_t n_long = 0, n_capitalized = 0;
  for (uint32_t i = s->first; i < s->end; i++) {
    n_long += bel_span_length (s->t->span[i]) > 3;
    n_capitalized += is_capitalized (s, i);
  }
  return 4 * n_capitalized > 3 * n_long;
}

/* "met with Musk.": within a sentence a noun with a capital is a name, whatever the word means in small letters. */
static void
mend_names (MendSentence *s)
{
  bool title = is_title (s);
  for (uint32_t i = s->first + 1; i < s->end && !title; i++) {
    bool opens = s->t->pos[i - 1] == BEL_POS_PUNCT && !bel_token_form_is (s->document, i - 1, ",");
    if (s->t->xpos[i] != BEL_XPOS_NN || opens || !is_capitalized (s, i))
      continue;
    s->t->pos[i] = BEL_POS_PROPN;
    s->t->xpos[i] = BEL_XPOS_NNP;
  }
}

/* "called off the match": after a particle an oblique has a preposition of its own (EWT and GUM: always). Times are not
 * meant: their relation is obl:unmarked. */
static void
mend_bare_oblique (MendSentence *s, uint32_t noun)
{
  BelTokens *t = s->t;
  uint32_t verb = t->head[noun];
  bool right = verb < noun && t->pos[verb] == BEL_POS_VERB && mend_preposition_of (s, noun) == BEL_NONE;
  if (!right || mend_has_child (s, noun, BEL_DEP_MARK) || !mend_has_child (s, verb, BEL_DEP_COMPOUND_PRT)
      || mend_has_child (s, verb, BEL_DEP_OBJ) || mend_has_child (s, verb, BEL_DEP_AUX_PASS))
    return;
  t->dep[noun] = BEL_DEP_OBJ;
}

/* "took the vase off display": no preposition stands between the parts of a compound. What was taken for one is the object. */
static void
mend_compound_around (MendSentence *s, uint32_t noun)
{
  BelTokens *t = s->t;
  uint32_t last = t->head[noun], verb = last == BEL_NONE || last < noun ? BEL_NONE : t->head[last];
  if (verb == BEL_NONE || t->dep[last] != BEL_DEP_OBJ || verb > noun)
    return;
  for (uint32_t i = noun + 1; i < last; i++) {
    if (t->head[i] != verb || t->dep[i] != BEL_DEP_COMPOUND_PRT)
      continue;
    t->head[i] = last;
    t->dep[i] = BEL_DEP_CASE;
    t->xpos[i] = BEL_XPOS_IN;
    t->dep[last] = BEL_DEP_OBL;
    t->head[noun] = verb;
    t->dep[noun] = BEL_DEP_OBJ;
    mend_move_children (s, last, noun, noun);
    return;
  }
}

/* "got injured": an auxiliary has neither subject nor object, its verb has. */
static void
mend_auxiliary (MendSentence *s, uint32_t child)
{
  BelTokens *t = s->t;
  uint32_t aux = t->head[child];
  if (aux == BEL_NONE || bel_dep_base (t->dep[aux]) != BEL_DEP_AUX || t->head[aux] == BEL_NONE || t->head[aux] == child)
    return;
  bool passive = t->dep[aux] == BEL_DEP_AUX_PASS && t->dep[child] == BEL_DEP_NSUBJ;
  t->head[child] = t->head[aux];
  t->dep[child] = passive ? BEL_DEP_NSUBJ_PASS : t->dep[child];
}

/* "closed on Friday, Mayor Ana Roe said": an apposition before a verb would end in a comma. Without one it is who speaks, and
 * what was taken for the subject, before what is said, is a dateline. */
static void
mend_speaker (MendSentence *s, uint32_t verb)
{
  BelTokens *t = s->t;
  uint32_t said = mend_child_between (s, verb, BEL_DEP_CCOMP, s->first, verb), who = verb > s->first ? verb - 1 : verb;
  if (said == BEL_NONE)
    return;
  while (who > said && t->head[who] != BEL_NONE && (t->dep[who] == BEL_DEP_FLAT || t->dep[who] == BEL_DEP_COMPOUND))
    who = t->head[who];
  if (who <= said || who >= verb || t->dep[who] != BEL_DEP_APPOS
      || mend_child_between (s, verb, BEL_DEP_NSUBJ, said, s->end) != BEL_NONE)
    return;
  uint32_t before = mend_child_between (s, verb, BEL_DEP_NSUBJ, s->first, said);
  if (before != BEL_NONE)
    t->dep[before] = BEL_DEP_DISLOCATED;
  t->head[who] = verb;
  t->dep[who] = BEL_DEP_NSUBJ;
}

/* "an official briefed on it": what hangs on a noun without a subject, a conjunction or an auxiliary is a participle. */
static void
mend_participle_tag (MendSentence *s, uint32_t verb)
{
  bool finite = mend_has_child (s, verb, BEL_DEP_NSUBJ) || mend_has_child (s, verb, BEL_DEP_NSUBJ_PASS)
                || mend_has_child (s, verb, BEL_DEP_MARK) || mend_has_auxiliary (s, verb);
  if (!finite)
    s->t->xpos[verb] = BEL_XPOS_VBN;
}

static void
mend_sentence (MendSentence *s)
{
  mend_names (s);
  for (uint32_t i = s->first; i < s->end; i++) {
    if (s->t->dep[i] == BEL_DEP_MARK)
      mend_mark (s, i);
    if (s->t->dep[i] == BEL_DEP_ACL_RELCL || s->t->dep[i] == BEL_DEP_ACL)
      mend_content_clause (s, i);
    if (s->t->dep[i] == BEL_DEP_AMOD)
      mend_object_predicate (s, i);
    mend_word (s, i);
    bool noun = mend_is_noun (s->t, i) && s->t->head[i] != BEL_NONE;
    if (noun && (s->t->dep[i] == BEL_DEP_NSUBJ || s->t->dep[i] == BEL_DEP_OBL))
      mend_participle (s, i);
    if (noun && s->t->dep[i] == BEL_DEP_COMPOUND) {
      mend_compound_with_preposition (s, i);
      mend_compound_around (s, i);
    }
    if (bel_dep_base (s->t->dep[i]) == BEL_DEP_NSUBJ || s->t->dep[i] == BEL_DEP_OBJ)
      mend_auxiliary (s, i);
    if (s->t->pos[i] == BEL_POS_VERB)
      mend_speaker (s, i);
    if (s->t->dep[i] == BEL_DEP_ACL && s->t->xpos[i] == BEL_XPOS_VBD)
      mend_participle_tag (s, i);
    bool bare = s->t->dep[i] == BEL_DEP_OBL && s->t->pos[i] == BEL_POS_PROPN && mend_preposition_of (s, i) == BEL_NONE;
    if (noun && (s->t->dep[i] == BEL_DEP_NSUBJ || bare))
      mend_second_subject (s, i);
    if (noun && s->t->dep[i] == BEL_DEP_OBL)
      mend_bare_oblique (s, i);
    i = mend_compound (s, i);
  }
}

void
bel_syntax_mend (BelDocument *document)
{
  for (uint32_t i = 0; i < document->sentences.n; i++) {
    const BelSentence *sentence = &document->sentences.items[i];
    MendSentence s = { document, &document->tokens, sentence->first_token, sentence->first_token + sentence->n_tokens };
    mend_sentence (&s);
  }
}
