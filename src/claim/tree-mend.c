/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Trees mended by what the rules know of their verbs, before anything is read from them:
 *
 *   barred the paper from printing       advcl or acl  →  xcomp of "barred": the paper does not print
 *   promised the farmers to lower taxes  acl of "farmers"  →  xcomp of "promised"
 *   called the plan a mistake            two objects  →  object and what it is called
 *   elected Ana Roe mayor                a compound  →  object and what she was elected
 *   employed Ana Roe                     two objects that are one name  →  one; of its words the first is the head
 *   Colonel Idris Vane                   a title as a first name  →  what describes the name
 *   respond to a request for comment     obl of the verb  →  nmod of "request"
 *   met Musk in New York                 nmod of a person's name  →  obl of the verb
 *   Official: Kell Met Voss              apposition of who speaks  →  a sentence beside it
 *   Nine drowned, the guard said         two subjects of "said"  →  one each
 *   is no longer in Oslo                 "longer" as what is said  →  its adverb
 *   As the guard has said,               the preposition of "guard"  →  the conjunction of "said"
 *   he expects them to leave             a bare form that is none  →  the third person
 *   The coach quit                       a noun with a subject and no copula  →  a verb
 *   The ministry neither confirmed …     a participle with an object under a root noun  →  the verb of the sentence */
#include "claim/extract.h"

#include "rule/lexicon.h"

#include <string.h>

typedef struct {
  BelDocument *document;
  BelTokens *t;
  const BelLexicon *control, *promise, *naming, *sources, *papers, *titles, *roles, *frames, *times;
  int with, frames_with; /* fields of control, frames */
  const BelWordnet *wordnet;
  bool changed;
} Mender;

static void
hang (Mender *m, uint32_t t, uint32_t head, BelDep dep)
{
  m->t->head[t] = head;
  m->t->dep[t] = dep;
  m->changed = true;
}

static bool
is_noun (const Mender *m, uint32_t t)
{
  return m->t->pos[t] == BEL_POS_NOUN || m->t->pos[t] == BEL_POS_PROPN;
}

/* -- who does what the infinitive says ---------------------------------------------------------------- */

/* Whether @verb lends its object, or promises as its subject, what @marker leads in. */
static bool
takes_clause (const Mender *m, uint32_t verb, uint32_t marker)
{
  const BelEntry *entry = m->control ? bel_lexicon_word (m->control, m->document, verb) : NULL;
  if (!bel_token_form_is (m->document, marker, "to") && !bel_token_form_is (m->document, marker, "from"))
    return false; /* "thanked them for coming" tells of the coming beside the thanks */
  uint32_t n = 0;
  const BelSym *with = entry && m->with >= 0 ? bel_entry_list (entry, m->with, &n) : NULL;
  for (uint32_t i = 0; i < n; i++)
    if (with[i] == m->t->lower[marker])
      return true;
  return bel_token_form_is (m->document, marker, "to") && m->promise
         && bel_lexicon_word (m->promise, m->document, verb);
}

static bool
has_patient (const Mender *m, uint32_t verb)
{
  return bel_child (m->document, verb, BEL_DEP_OBJ) != BEL_NONE
         || bel_child (m->document, verb, BEL_DEP_IOBJ) != BEL_NONE
         || bel_child (m->document, verb, BEL_DEP_NSUBJ_PASS) != BEL_NONE;
}

static void
mend_control (Mender *m, uint32_t t)
{
  BelDep dep = m->t->dep[t];
  uint32_t marker = bel_child (m->document, t, BEL_DEP_MARK), verb = m->t->head[t];
  if ((dep != BEL_DEP_ADVCL && dep != BEL_DEP_ACL) || marker == BEL_NONE || verb == BEL_NONE || marker > t)
    return;
  if (dep == BEL_DEP_ACL && (m->t->dep[verb] != BEL_DEP_OBJ || verb > t))
    return;
  if (dep == BEL_DEP_ACL)
    verb = m->t->head[verb];
  if (m->t->pos[verb] == BEL_POS_VERB && verb < t && has_patient (m, verb) && takes_clause (m, verb, marker))
    hang (m, t, verb, BEL_DEP_XCOMP);
}

/* -- what somebody is called ---------------------------------------------------------------------------- */

/* The name of a person that stands before the noun @t and was taken for a part of it: "elected [Ana Roe] mayor". */
static uint32_t
person_before (const Mender *m, uint32_t t)
{
  uint32_t name = bel_child (m->document, t, BEL_DEP_COMPOUND);
  bool person = name != BEL_NONE && m->t->name[name] == BEL_NAME_PERSON && m->t->name[t - 1] == BEL_NAME_PERSON;
  return person && m->t->pos[t] == BEL_POS_NOUN && bel_child (m->document, t, BEL_DEP_DET) == BEL_NONE ? name
                                                                                                       : BEL_NONE;
}

static void
mend_naming (Mender *m, uint32_t t)
{
  BelDep dep = m->t->dep[t];
  uint32_t verb = m->t->head[t];
  if (dep != BEL_DEP_OBJ || verb == BEL_NONE || verb > t || !m->naming
      || !bel_lexicon_word (m->naming, m->document, verb))
    return;
  uint32_t name = person_before (m, t);
  if (name != BEL_NONE) {
    hang (m, name, verb, BEL_DEP_OBJ);
    hang (m, t, verb, BEL_DEP_XCOMP);
    return;
  }
  for (BEL_EACH_CHILD (m->document, verb, c))
    if (c < t && c > verb && (m->t->dep[c] == BEL_DEP_OBJ || m->t->dep[c] == BEL_DEP_IOBJ)) {
      m->t->dep[c] = BEL_DEP_OBJ;
      hang (m, t, verb, BEL_DEP_XCOMP);
      return;
    }
}

/* Whether the phrase over @t may be a name that was hung elsewhere: "a mistake", "the end"; no day, nothing after a preposition or comma. */
static bool
may_be_name (const Mender *m, uint32_t t)
{
  uint32_t first = m->t->subtree_first[t], det = bel_child (m->document, t, BEL_DEP_DET);
  bool article
      = det != BEL_NONE && (bel_token_form_is (m->document, det, "a") || bel_token_form_is (m->document, det, "an"));
  return article && m->t->pos[t] == BEL_POS_NOUN && first > 0 && m->document->text[m->t->span[first - 1].start] != ','
         && bel_child (m->document, t, BEL_DEP_CASE) == BEL_NONE
         && !(m->times && bel_lexicon_word (m->times, m->document, t));
}

/* "called her vote for the war [a mistake]": the last noun phrase, which hangs on something before it. */
static void
mend_far_name (Mender *m, uint32_t t)
{
  BelDep dep = m->t->dep[t];
  if ((dep != BEL_DEP_APPOS && dep != BEL_DEP_OBJ && dep != BEL_DEP_OBL_UNMARKED) || !may_be_name (m, t))
    return;
  uint32_t begin = m->document->sentences.items[m->t->sentence[t]].first_token;
  for (uint32_t verb = m->t->subtree_first[t]; verb-- > begin;) {
    if (m->t->pos[verb] != BEL_POS_VERB)
      continue;
    uint32_t object = bel_child (m->document, verb, BEL_DEP_OBJ);
    if (m->naming && bel_lexicon_word (m->naming, m->document, verb) && object != BEL_NONE && object > verb
        && object < t && m->t->head[t] != BEL_NONE && m->t->head[t] < t
        && bel_child (m->document, verb, BEL_DEP_XCOMP) == BEL_NONE)
      hang (m, t, verb, BEL_DEP_XCOMP);
    return;
  }
}

/* "As the guard has said, it sank": "as" leads in the clause, not its subject. */
static void
mend_as (Mender *m, uint32_t t)
{
  uint32_t subject = m->t->head[t], verb = subject == BEL_NONE ? BEL_NONE : m->t->head[subject];
  if (m->t->dep[t] != BEL_DEP_CASE || verb == BEL_NONE || verb < subject || t > subject
      || !bel_token_form_is (m->document, t, "as") || m->t->dep[verb] != BEL_DEP_ADVCL
      || m->t->dep[subject] != BEL_DEP_NSUBJ)
    return;
  m->t->pos[t] = BEL_POS_SCONJ;
  hang (m, t, verb, BEL_DEP_MARK);
}

/* -- names torn apart ------------------------------------------------------------------------------------- */

static uint32_t
name_end (const Mender *m, uint32_t t)
{
  uint32_t last = t;
  while (last + 1 < m->t->n && m->t->name[last + 1] == m->t->name[t] && !m->t->name_first[last + 1]
         && m->t->sentence[last + 1] == m->t->sentence[t])
    last++;
  return last;
}

/* "Ana [Roe]" with the first name hung on the last: a person's name hangs on its first word. */
static void
turn_name (Mender *m, uint32_t first, uint32_t last)
{
  uint32_t head = m->t->head[first];
  BelDep dep = m->t->dep[first];
  if (head == BEL_NONE || head <= first || head > last || (dep != BEL_DEP_COMPOUND && dep != BEL_DEP_NMOD_DESC)
      || m->t->name[first] != BEL_NAME_PERSON || m->t->pos[first] != BEL_POS_PROPN)
    return;
  for (BEL_EACH_CHILD (m->document, head, c))
    if (c != first)
      m->t->head[c] = first;
  hang (m, first, m->t->head[head], m->t->dep[head]);
  hang (m, head, first, BEL_DEP_FLAT);
}

/* "[Colonel Idris Vane]" with the title as its first name: the name begins after it. */
static void
mend_title (Mender *m, uint32_t title)
{
  BelTokens *t = m->t;
  uint32_t last = name_end (m, title), first = title + 1;
  if (last == title || !t->name_first[title] || t->head[first] != title || t->dep[first] != BEL_DEP_FLAT
      || t->pos[first] != BEL_POS_PROPN || !m->titles || !bel_lexicon_word (m->titles, m->document, title))
    return;
  for (BEL_EACH_CHILD (m->document, title, c))
    if (c != first)
      t->head[c] = first;
  hang (m, first, t->head[title], t->dep[title]);
  hang (m, title, first, BEL_DEP_NMOD_DESC);
  t->name[title] = BEL_NAME_NONE;
  t->name_first[title] = 0;
  for (uint32_t k = first; k <= last; k++) {
    t->name[k] = BEL_NAME_PERSON;
    t->name_first[k] = k == first;
  }
}

/* "met with Musk in New York": where and when is told of the meeting; a person's name has neither. */
static void
mend_place (Mender *m, uint32_t t)
{
  uint32_t name = m->t->head[t], marker = bel_child (m->document, t, BEL_DEP_CASE);
  if (m->t->dep[t] != BEL_DEP_NMOD || name == BEL_NONE || name > t || m->t->name[name] != BEL_NAME_PERSON
      || marker == BEL_NONE)
    return;
  bool where = bel_token_form_is (m->document, marker, "in") || bel_token_form_is (m->document, marker, "on")
               || bel_token_form_is (m->document, marker, "at");
  uint32_t verb = m->t->head[name];
  BelDep dep = bel_dep_base (m->t->dep[name]);
  if (where && verb != BEL_NONE && verb < name && m->t->pos[verb] == BEL_POS_VERB
      && (dep == BEL_DEP_OBJ || dep == BEL_DEP_OBL))
    hang (m, t, verb, BEL_DEP_OBL);
}

/* "[Mayor Eric Hale]" with the title hung on the name rightly: the name begins after it. */
static void
cut_title (Mender *m, uint32_t title)
{
  BelTokens *t = m->t;
  uint32_t last = name_end (m, title);
  if (last == title || !t->name_first[title] || t->dep[title] != BEL_DEP_NMOD_DESC || t->head[title] <= title
      || t->head[title] > last || !m->titles || !bel_lexicon_word (m->titles, m->document, title))
    return;
  t->name[title] = BEL_NAME_NONE;
  t->name_first[title] = 0;
  t->name_first[title + 1] = 1;
}

/* "Viktor [Dragunov]" with the first name as what describes the last: a proper noun that is no title is part of the name. */
static void
mend_given_name (Mender *m, uint32_t t)
{
  const char *form = bel_document_text (m->document, m->t->span[t]);
  if (m->t->dep[t] != BEL_DEP_NMOD_DESC || m->t->head[t] != t + 1 || m->t->pos[t] != BEL_POS_PROPN
      || m->t->name[t] != BEL_NAME_NONE || m->t->name[t + 1] != BEL_NAME_PERSON || !m->t->name_first[t + 1]
      || bel_span_length (m->t->span[t]) < 2 || !g_ascii_islower (form[1]) || !m->titles || !m->roles
      || bel_lexicon_word (m->titles, m->document, t) || bel_lexicon_word (m->roles, m->document, t))
    return;
  m->t->name[t] = BEL_NAME_PERSON;
  m->t->name_first[t] = 1;
  m->t->name_first[t + 1] = 0;
}

/* "did not respond to a request for comment": what the noun asks for hangs on it, not on the verb. */
static void
mend_asked_for (Mender *m, uint32_t t)
{
  uint32_t verb = m->t->head[t], marker = bel_child (m->document, t, BEL_DEP_CASE);
  if (m->t->dep[t] != BEL_DEP_OBL || verb == BEL_NONE || marker == BEL_NONE || !m->frames || m->frames_with < 0
      || (m->t->pos[t] != BEL_POS_NOUN && m->t->name[t] == BEL_NAME_NONE)
      || (m->times && bel_lexicon_word (m->times, m->document, t)))
    return; /* "launched an attack on Monday" */
  for (BEL_EACH_CHILD (m->document, verb, noun)) {
    bool before = noun > verb && m->t->subtree_last[noun] + 1 == m->t->subtree_first[t]
                  && (m->t->dep[noun] == BEL_DEP_OBL || m->t->dep[noun] == BEL_DEP_OBJ);
    const BelEntry *entry = before ? bel_lexicon_word (m->frames, m->document, noun) : NULL;
    uint32_t n = 0;
    const BelSym *with = entry ? bel_entry_list (entry, m->frames_with, &n) : NULL;
    for (uint32_t i = 0; i < n; i++)
      if (with[i] == m->t->lower[marker]) {
        hang (m, t, noun, BEL_DEP_NMOD);
        return;
      }
  }
}

/* "employed [Ana] [Roe]" as two objects, "Mayor [Ana], [Roe]": a person's name hangs on one word. */
static void
mend_name (Mender *m, uint32_t first)
{
  uint32_t last = name_end (m, first);
  turn_name (m, first, last);
  uint32_t head = m->t->head[first];
  if (last == first || last - first > 4 || head == BEL_NONE || (head >= first && head <= last))
    return;
  for (uint32_t t = first + 1; t <= last; t++) {
    bool torn = m->t->head[t] == head || (m->t->head[t] == first && m->t->dep[t] == BEL_DEP_APPOS);
    if (!torn || m->t->pos[t] != BEL_POS_PROPN)
      continue;
    if (m->t->dep[first] == BEL_DEP_IOBJ && m->t->dep[t] == BEL_DEP_OBJ)
      m->t->dep[first] = BEL_DEP_OBJ;
    hang (m, t, first, BEL_DEP_FLAT);
  }
}

/* -- a subject for the wrong verb --------------------------------------------------------------------------- */

/* "Nine sailors drowned, the coast guard said": of two subjects of "said" the one before what was said is its own. */
static void
mend_subject (Mender *m, uint32_t t)
{
  uint32_t verb = m->t->head[t], said = BEL_NONE, other = BEL_NONE;
  if (m->t->dep[t] != BEL_DEP_NSUBJ || verb == BEL_NONE || verb < t)
    return;
  for (BEL_EACH_CHILD (m->document, verb, c)) {
    if (m->t->dep[c] == BEL_DEP_CCOMP && c > t && c < verb && said == BEL_NONE)
      said = c;
    else if (m->t->dep[c] == BEL_DEP_NSUBJ && c > t && said != BEL_NONE && c > said)
      other = c;
  }
  if (other != BEL_NONE && bel_child_base (m->document, said, BEL_DEP_NSUBJ) == BEL_NONE)
    hang (m, t, said, bel_child (m->document, said, BEL_DEP_AUX_PASS) == BEL_NONE ? BEL_DEP_NSUBJ : BEL_DEP_NSUBJ_PASS);
}

/* -- what is said after a colon ------------------------------------------------------------------------------ */

/* More than one name: "Mayor: Ana Roe" tells who is mayor, "Official: Roe Met Lind" what an official says. */
static bool
is_name_alone (const Mender *m, uint32_t t)
{
  for (uint32_t u = m->t->subtree_first[t]; u <= m->t->subtree_last[t]; u++)
    if (m->t->name[u] == BEL_NAME_NONE && m->t->pos[u] != BEL_POS_PUNCT)
      return false;
  return true;
}

static void
mend_colon (Mender *m, uint32_t t)
{
  uint32_t speaker = m->t->head[t];
  if (m->t->dep[t] != BEL_DEP_APPOS || speaker == BEL_NONE || speaker > t || !m->sources || !m->papers)
    return;
  uint32_t colon = speaker + 1;
  while (colon < t && m->document->text[m->t->span[colon].start] != ':')
    colon++;
  bool speaks
      = bel_lexicon_word (m->sources, m->document, speaker) || bel_lexicon_word (m->papers, m->document, speaker);
  if (colon < t && speaks && !is_name_alone (m, t))
    hang (m, t, speaker, BEL_DEP_PARATAXIS);
}

/* -- a participle for the verb ------------------------------------------------------------------------------ */

static uint32_t
object_of (const Mender *m, uint32_t verb)
{
  uint32_t object = bel_child (m->document, verb, BEL_DEP_OBJ), conjunct = bel_child (m->document, verb, BEL_DEP_CONJ);
  if (object == BEL_NONE && conjunct != BEL_NONE && m->t->pos[conjunct] == BEL_POS_VERB)
    object = bel_child (m->document, conjunct, BEL_DEP_OBJ);
  return object;
}

/* A root noun that is no predicate, with a participle that has an object: only an active verb has both. */
static void
mend_root (Mender *m, uint32_t t)
{
  uint32_t noun = m->t->head[t];
  bool participle = m->t->dep[t] == BEL_DEP_ACL && (m->t->xpos[t] == BEL_XPOS_VBN || m->t->xpos[t] == BEL_XPOS_VBD);
  if (!participle || noun == BEL_NONE || noun > t || m->t->dep[noun] != BEL_DEP_ROOT || !is_noun (m, noun)
      || bel_child (m->document, noun, BEL_DEP_COP) != BEL_NONE
      || bel_child (m->document, noun, BEL_DEP_NSUBJ) != BEL_NONE || object_of (m, t) == BEL_NONE)
    return;
  for (BEL_EACH_CHILD (m->document, noun, c))
    if (c > t)
      m->t->head[c] = t;
  hang (m, t, BEL_NONE, BEL_DEP_ROOT);
  hang (m, noun, t, BEL_DEP_NSUBJ);
  m->t->xpos[t] = BEL_XPOS_VBD;
}

/* -- a verb taken for a noun ---------------------------------------------------------------------------------- */

/* The verb that the word @t may be, as a symbol: "quit", "rules", "expired"; 0 when it is none. */
static BelSym
verb_of (const Mender *m, uint32_t t)
{
  const char *lemma = bel_symbols_text (m->document->symbols, m->t->lemma[t]);
  const char *lower = bel_symbols_text (m->document->symbols, m->t->lower[t]);
  size_t n = strlen (lower);
  bool past = m->t->pos[t] == BEL_POS_ADJ;
  if (past && (n < 5 || !g_str_has_suffix (lower, "ed")))
    return 0;
  for (size_t cut = past ? 1 : 0; cut <= (past ? 2 : 0); cut++) {
    g_autofree char *word = past ? g_strndup (lower, n - cut) : g_strdup (lemma);
    if (bel_wordnet_senses (m->wordnet, bel_wordnet_word_str (m->wordnet, word), BEL_WN_VERB, NULL) > 0)
      return bel_symbols_intern_str (m->document->symbols, word);
  }
  return 0;
}

static void
become_verb (Mender *m, uint32_t t, BelSym lemma)
{
  bool present = m->t->xpos[t] == BEL_XPOS_NNS;
  m->t->pos[t] = BEL_POS_VERB;
  m->t->xpos[t] = present ? BEL_XPOS_VBZ : BEL_XPOS_VBD;
  m->t->lemma[t] = lemma;
  BelFeats feats = bel_feats_set (0, BEL_FEAT_VERBFORM, BEL_VERBFORM_FIN);
  m->t->feats[t] = bel_feats_set (feats, BEL_FEAT_TENSE, present ? BEL_TENSE_PRES : BEL_TENSE_PAST);
}

/* "The company [suspended production]": the word right after the subject that was taken for what @noun is like. */
static uint32_t
verb_before (const Mender *m, uint32_t subject, uint32_t noun)
{
  uint32_t t = m->t->subtree_last[subject] + 1;
  bool like = t < noun && m->t->head[t] == noun && (m->t->dep[t] == BEL_DEP_AMOD || m->t->dep[t] == BEL_DEP_COMPOUND);
  return like && (m->t->pos[t] == BEL_POS_NOUN || m->t->xpos[t] == BEL_XPOS_VBN) ? t : BEL_NONE;
}

/* The verb @verb over what was taken for its head, the noun @noun. */
static void
turn_over (Mender *m, uint32_t verb, uint32_t noun)
{
  for (BEL_EACH_CHILD (m->document, noun, c))
    if (c < verb || bel_dep_base (m->t->dep[c]) == BEL_DEP_PUNCT || bel_dep_base (m->t->dep[c]) == BEL_DEP_OBL)
      m->t->head[c] = verb;
  hang (m, verb, BEL_NONE, BEL_DEP_ROOT);
  hang (m, noun, verb, BEL_DEP_OBJ);
}

/* "The government cut taxes": a subject under a word before the noun that heads the sentence, which has none. */
static void
mend_verb_below (Mender *m, uint32_t t)
{
  uint32_t noun = m->t->head[t], subject = bel_child (m->document, t, BEL_DEP_NSUBJ);
  if ((m->t->dep[t] != BEL_DEP_AMOD && m->t->dep[t] != BEL_DEP_COMPOUND) || m->t->pos[t] != BEL_POS_NOUN
      || subject == BEL_NONE || subject > t || noun < t || m->t->dep[noun] != BEL_DEP_ROOT
      || m->t->pos[noun] != BEL_POS_NOUN || bel_child (m->document, noun, BEL_DEP_NSUBJ) != BEL_NONE
      || bel_child (m->document, noun, BEL_DEP_COP) != BEL_NONE)
    return;
  BelSym lemma = verb_of (m, t);
  if (!lemma)
    return;
  become_verb (m, t, lemma);
  turn_over (m, t, noun);
}

/* "The coach quit", "The party rules the country": a noun without an article and a copula that has a subject is the verb, or
 * the word before it is. */
static void
mend_verb (Mender *m, uint32_t t)
{
  uint32_t subject = bel_child (m->document, t, BEL_DEP_NSUBJ);
  bool noun = m->t->pos[t] == BEL_POS_NOUN, adjective = m->t->pos[t] == BEL_POS_ADJ;
  if (m->t->dep[t] != BEL_DEP_ROOT || (!noun && !adjective) || subject == BEL_NONE || subject > t
      || m->t->name[t] != BEL_NAME_NONE || bel_child (m->document, t, BEL_DEP_COP) != BEL_NONE
      || bel_child_base (m->document, t, BEL_DEP_AUX) != BEL_NONE || bel_child (m->document, t, BEL_DEP_DET) != BEL_NONE
      || bel_child (m->document, t, BEL_DEP_CASE) != BEL_NONE)
    return;
  uint32_t before = noun ? verb_before (m, subject, t) : BEL_NONE;
  uint32_t verb = before != BEL_NONE ? before : m->t->subtree_last[subject] + 1 == t ? t : BEL_NONE;
  BelSym lemma = verb == BEL_NONE ? 0 : m->t->pos[verb] == BEL_POS_VERB ? m->t->lemma[verb] : verb_of (m, verb);
  if (!lemma)
    return;
  become_verb (m, verb, lemma);
  m->changed = true;
  if (verb != t)
    turn_over (m, verb, t);
}

/* "he expects them": a form in -s that is no verb's own is the third person of the verb without it. */
static void
mend_third_person (Mender *m, uint32_t t)
{
  const char *lower = bel_symbols_text (m->document->symbols, m->t->lower[t]);
  size_t n = strlen (lower);
  if (m->t->xpos[t] != BEL_XPOS_VB || n < 4 || lower[n - 1] != 's' || lower[n - 2] == 's'
      || m->t->lemma[t] != m->t->lower[t]
      || bel_wordnet_senses (m->wordnet, bel_wordnet_word_str (m->wordnet, lower), BEL_WN_VERB, NULL) > 0)
    return;
  g_autofree char *word = g_strndup (lower, n - 1);
  if (bel_wordnet_senses (m->wordnet, bel_wordnet_word_str (m->wordnet, word), BEL_WN_VERB, NULL) == 0)
    return;
  BelFeats feats = bel_feats_set (0, BEL_FEAT_VERBFORM, BEL_VERBFORM_FIN);
  m->t->xpos[t] = BEL_XPOS_VBZ;
  m->t->lemma[t] = bel_symbols_intern_str (m->document->symbols, word);
  m->t->feats[t] = bel_feats_set (feats, BEL_FEAT_TENSE, BEL_TENSE_PRES);
}

/* "is no longer in Oslo": what is said is where she is; "longer" tells since when it is not so. */
static void
mend_no_longer (Mender *m, uint32_t t)
{
  bool no_longer = t > 0 && bel_token_form_is (m->document, t, "longer") && bel_token_form_is (m->document, t - 1, "no")
                   && m->t->head[t - 1] == t;
  if (!no_longer || bel_child (m->document, t, BEL_DEP_COP) == BEL_NONE)
    return;
  uint32_t said = BEL_NONE;
  for (BEL_EACH_CHILD (m->document, t, c))
    if (c > t && said == BEL_NONE && bel_dep_base (m->t->dep[c]) == BEL_DEP_OBL)
      said = c;
  if (said == BEL_NONE)
    return;
  for (BEL_EACH_CHILD (m->document, t, c))
    if (c != said && c != t - 1)
      hang (m, c, said, m->t->dep[c]);
  hang (m, said, m->t->head[t], m->t->dep[t]);
  hang (m, t, said, BEL_DEP_ADVMOD);
}

void
bel_trees_mend (const BelClaimContext *context, BelClaims *claims)
{
  const BelProgram *program = context->program;
  if (!program || claims->document->tokens.n == 0)
    return;
  Mender m = { .document = claims->document, .t = &claims->document->tokens };
  m.control = bel_program_lexicon (program, "clause-object-control");
  m.promise = bel_program_lexicon (program, "clause-subject-control");
  m.naming = bel_program_lexicon (program, "clause-naming");
  m.sources = bel_program_lexicon (program, "source-noun");
  m.papers = bel_program_lexicon (program, "headline-source");
  m.titles = bel_program_lexicon (program, "entity-title");
  m.roles = bel_program_lexicon (program, "entity-role");
  m.frames = bel_program_lexicon (program, "clause-noun-frame");
  m.times = bel_program_lexicon (program, "clause-time-noun");
  m.frames_with = m.frames ? bel_lexicon_field (m.frames, "with") : -1;
  m.wordnet = context->wordnet;
  m.with = m.control ? bel_lexicon_field (m.control, "with") : -1;
  for (uint32_t t = 0; t < m.t->n; t++) {
    mend_no_longer (&m, t);
    mend_third_person (&m, t);
    mend_as (&m, t);
    mend_verb (&m, t);
    mend_verb_below (&m, t);
  }
  if (m.changed)
    bel_document_index_children (m.document);
  m.changed = false;
  for (uint32_t t = 0; t < m.t->n; t++) {
    mend_root (&m, t);
    mend_subject (&m, t);
    mend_colon (&m, t);
    mend_asked_for (&m, t);
    mend_given_name (&m, t);
    mend_place (&m, t);
    if (m.t->name[t] == BEL_NAME_PERSON || m.t->name[t] == BEL_NAME_OTHER)
      mend_title (&m, t);
    if (m.t->name[t] == BEL_NAME_PERSON)
      cut_title (&m, t);
    if (m.t->name[t] == BEL_NAME_PERSON && m.t->name_first[t])
      mend_name (&m, t);
  }
  if (m.changed)
    bel_document_index_children (m.document);
  m.changed = false;
  for (uint32_t t = 0; t < m.t->n; t++) {
    mend_control (&m, t);
    mend_naming (&m, t);
    mend_far_name (&m, t);
  }
  if (m.changed)
    bel_document_index_children (m.document);
}

/* "was contained by Wednesday": by when, not by whom. */
void
bel_trees_mend_times (BelClaims *claims)
{
  BelTokens *t = &claims->document->tokens;
  for (uint32_t i = 0; i < claims->times.n; i++)
    for (uint32_t k = claims->times.items[i].first; k <= claims->times.items[i].last; k++)
      if (t->dep[k] == BEL_DEP_OBL_AGENT && t->name[k] != BEL_NAME_PERSON)
        t->dep[k] = BEL_DEP_OBL;
}
