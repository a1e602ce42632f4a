/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/dispute.h"

#include "base/limits.h"
#include "conflict/clash.h"
#include "conflict/entail.h"
#include "conflict/evaluate.h"
#include "conflict/explain.h"
#include "conflict/group.h"
#include "conflict/prop.h"
#include "conflict/value.h"
#include "rule/conflict-rule.h"

#include <stdlib.h>
#include <string.h>

/* -- stable names -------------------------------------------------------------------------------------- */

/* A name with what is disputed of its bearer, and no more: of names that are alike, the title (its clash is in the name) or the age. */
static void
write_name (BelFinder *finder, const BelProp *prop, const BelFound *found, GString *out)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  g_string_append_printf (out, ";name=%s", bel_finder_text (finder, prop->value));
  if (a->value != b->value)
    return;
  if (found->token_a == a->head && prop->title != BEL_NONE)
    g_string_append_printf (out, ";title=%s", bel_finder_text (finder, prop->title));
  else if (prop->quantity != BEL_NONE)
    g_string_append_printf (out, ";age=%.0f", finder->sources[prop->document]->quantities.items[prop->quantity].low);
}

/* The normal form as text: predicate and what fills its roles, no place in it. */
static void
write_form (BelFinder *finder, const BelProp *prop, const BelFound *found, GString *out)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  g_string_append_printf (out, "|%s", bel_finder_text (finder, prop->predicate));
  for (uint32_t i = 0; i < prop->n_fills; i++)
    g_string_append_printf (out, ";%s=%s", bel_finder_text (finder, prop->fills[i].role),
                            bel_finder_text (finder, bel_finder_lemma (finder, prop->document, prop->fills[i].head)));
  if (prop->kind == BEL_PROP_ATTRIBUTE)
    write_name (finder, prop, found, out);
  if (prop->kind == BEL_PROP_DATE)
    g_string_append_printf (out, ";day=%d;weekday=%d", (int) bel_date_day (finder, prop), prop->weekday);
  if (prop->kind != BEL_PROP_SENTENCE && prop->kind != BEL_PROP_QUOTE && prop->kind != BEL_PROP_TALLY)
    return;
  const BelSentence *sentence = &document->sentences.items[prop->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    g_string_append_printf (out, " %s", bel_finder_text (finder, bel_finder_lemma (finder, prop->document, t)));
}

static const char *
id_of (BelFinder *finder, const BelFound *found)
{
  g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
  write_form (finder, &finder->props.items[found->a], found, a);
  write_form (finder, &finder->props.items[found->b], found, b);
  bool swap = strcmp (a->str, b->str) > 0;
  g_autofree char *all = g_strconcat (found->rule_name, swap ? b->str : a->str, swap ? a->str : b->str, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
  return bel_arena_strndup (finder->arena, sum, 12);
}

/* -- one conflict a pair of sentences and family ----------------------------------------------------- */

static uint32_t
family_length (const char *rule)
{
  const char *dot = strchr (rule, '.');
  return dot ? (uint32_t) (dot - rule) : (uint32_t) strlen (rule);
}

static bool
same_place (const BelFinder *finder, const BelFound *x, const BelFound *y)
{
  const BelProp *xa = &finder->props.items[x->a], *xb = &finder->props.items[x->b];
  const BelProp *ya = &finder->props.items[y->a], *yb = &finder->props.items[y->b];
  bool straight = xa->document == ya->document && xa->sentence == ya->sentence && xb->document == yb->document
                  && xb->sentence == yb->sentence;
  bool crossed = xa->document == yb->document && xa->sentence == yb->sentence && xb->document == ya->document
                 && xb->sentence == ya->sentence;
  return straight || crossed;
}

static bool
says_again (const BelFinder *finder, const BelFound *x, const BelFound *y)
{
  if (!same_place (finder, x, y))
    return false;
  if (MIN (x->a, x->b) == MIN (y->a, y->b) && MAX (x->a, x->b) == MAX (y->a, y->b))
    return true;
  bool wording
      = finder->props.items[x->a].kind == BEL_PROP_SENTENCE || finder->props.items[y->a].kind == BEL_PROP_SENTENCE;
  uint32_t n = family_length (x->rule_name);
  return wording || (n == family_length (y->rule_name) && memcmp (x->rule_name, y->rule_name, n) == 0);
}

static bool
is_by_wording (const BelFinder *finder, const BelFound *found)
{
  return finder->props.items[found->a].kind == BEL_PROP_SENTENCE;
}

/* The severity that the rule itself asks for; -1 where the voices decide. */
static int
own_severity (const BelFinder *finder, const BelFound *found)
{
  return bel_program_conflict_rule (finder->program, found->rule)->severity;
}

/* In a draft claims tell more than whole sentences: who holds what. Of two texts only how sure it is counts: their verdict is asked
 * for, and a name that may be misspelt says nothing about what they tell of its bearer. */
static int
by_confidence (const void *pa, const void *pb, void *data)
{
  const BelFinder *finder = data;
  const BelFound *a = pa, *b = pb;
  bool wording = is_by_wording (finder, a);
  if (wording != is_by_wording (finder, b) && !finder->options.same_situation)
    return wording ? 1 : -1;
  if (own_severity (finder, a) != own_severity (finder, b) && !finder->options.same_situation)
    return own_severity (finder, a) < own_severity (finder, b) ? 1 : -1;
  if (a->confidence != b->confidence)
    return a->confidence < b->confidence ? 1 : -1;
  int rule = strcmp (a->rule_name, b->rule_name);
  if (rule)
    return rule;
  return a->a != b->a ? (a->a < b->a ? -1 : 1) : (a->b > b->b) - (a->b < b->b);
}

/* Equal for conflicts of one pair of sentences. */
static uint64_t
place_of (const BelFinder *finder, const BelFound *found)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  uint64_t x = ((uint64_t) a->document << 32) | a->sentence, y = ((uint64_t) b->document << 32) | b->sentence;
  return bel_map_mix (MIN (x, y), MAX (x, y));
}

/* Keeps the surest of those that say the same. */
static uint32_t
drop_repeats (BelFinder *finder, BelFound *found, uint32_t n)
{
  g_qsort_with_data (found, (gint) n, sizeof (*found), by_confidence, finder);
  uint32_t *before
      = bel_arena_new_array (finder->scratch, uint32_t, n + 1); /* of each kept: the last of its place + 1 */
  BelMap last;
  bel_map_init (&last, finder->scratch, 64);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t place = place_of (finder, &found[i]);
    uint32_t at = 0;
    bel_map_get (&last, place, &at);
    uint32_t of_place = at;
    while (at && !says_again (finder, &found[at - 1], &found[i]))
      at = before[at - 1];
    if (at)
      continue;
    before[kept] = of_place;
    found[kept++] = found[i];
    bel_map_set (&last, place, kept);
  }
  return kept;
}

/* -- conflicts -------------------------------------------------------------------------------------------- */

static BelClaimRef
ref_of (const BelProp *prop)
{
  return (BelClaimRef){ .document = prop->document, .claim = prop->claim, .span = prop->span };
}

/* … with the words that differ, where both sides hold something true and differ in what. */
static BelClaimRef
ref_in (BelFinder *finder, const BelFound *found, bool second)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  BelClaimRef ref = ref_of (second ? b : a);
  BelClash clash = { a, b, found->token_a, found->token_b };
  if (!bel_props_are_denied (a, found->holder_a, b, found->holder_b))
    ref.words = bel_clash_words (finder, &clash, second && a != b);
  return ref;
}

static BelSeverity
severity_of (const BelFinder *finder, const BelFound *found, BelConflictClass class_)
{
  int own = own_severity (finder, found);
  return own >= 0 ? (BelSeverity) own : bel_conflict_class_severity (class_);
}

static BelConflict
conflict_of (BelFinder *finder, const BelFound *found)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  bool in_order = bel_prop_stands_before (a, b);
  BelConflict conflict = {
    .id = id_of (finder, found),
    .rule = found->rule_name,
    .class_ = bel_class_of (finder, found),
    .confidence = found->confidence,
    .a = ref_in (finder, found, !in_order),
    .b = ref_in (finder, found, in_order),
    .question = bel_question (finder, b->kind == BEL_PROP_ANSWER ? a : b, found),
    .message = found->message,
    .why = found->why,
    .basis = found->basis,
    .dispute = BEL_NONE,
  };
  conflict.severity = severity_of (finder, found, conflict.class_);
  return conflict;
}

/* -- disputes --------------------------------------------------------------------------------------------- */

static uint32_t
root_of (uint32_t *parents, uint32_t i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];
  return i;
}

static void
unite (uint32_t *parents, uint32_t a, uint32_t b)
{
  a = root_of (parents, a);
  b = root_of (parents, b);
  parents[MAX (a, b)] = MIN (a, b);
}

static BelPartySide
side_of (const BelProp *prop, uint32_t holder)
{
  BelTruth truth = prop->holders[holder].truth;
  return bel_truth_is_true (truth)    ? BEL_PARTY_FOR
         : bel_truth_is_false (truth) ? BEL_PARTY_AGAINST
                                      : BEL_PARTY_UNCOMMITTED;
}

static uint32_t
outermost (const BelClaims *claims, uint32_t attribution)
{
  uint32_t at = attribution;
  for (uint32_t steps = 0; at != BEL_NONE && claims->attributions.items[at].parent != BEL_NONE && steps < 8; steps++)
    at = claims->attributions.items[at].parent;
  return at == attribution ? BEL_NONE : at;
}

/* "has neither confirmed nor denied": two cues, one party. */
static bool
says_it_twice (const BelClaims *claims, const BelParty *a, const BelParty *b)
{
  if (a->attribution == BEL_NONE || b->attribution == BEL_NONE || a->side != b->side)
    return false;
  const BelAttribution *x = &claims->attributions.items[a->attribution],
                       *y = &claims->attributions.items[b->attribution];
  return a->side == BEL_PARTY_UNCOMMITTED && x->source_head != BEL_NONE && x->source_head == y->source_head;
}

/* What its conflicts say of a proposition. */
typedef struct {
  uint8_t side;   /* FIRST or SECOND of two that are both held true and differ; 0: truth tells the sides */
  uint32_t token; /* the word that differs, or BEL_NONE */
  BelSpan words;
  uint32_t root; /* of the dispute that it is in conflict in, or BEL_NONE */
} Mark;

enum { FIRST = 1, SECOND };

/* Returns: @side, seen from the second of two that differ. */
static BelPartySide
turned (BelPartySide side, const Mark *mark)
{
  if (mark->side != SECOND || side > BEL_PARTY_AGAINST)
    return side;
  return side == BEL_PARTY_FOR ? BEL_PARTY_AGAINST : BEL_PARTY_FOR;
}

/* @holder: BEL_NONE for what nobody holds: a sentence, a name, a date. */
static BelParty
party_of (BelFinder *finder, const BelProp *prop, uint32_t holder, const Mark *mark)
{
  bool written
      = prop->kind == BEL_PROP_ATTRIBUTE || prop->kind == BEL_PROP_DATE; /* by the draft, whoever is quoted beside it */
  BelParty party = {
    .side = turned (holder == BEL_NONE ? BEL_PARTY_FOR : side_of (prop, holder), mark),
    .claim = ref_of (prop),
    .attribution = written ? BEL_NONE : bel_voice_of (finder, prop, holder, mark->token),
  };
  party.claim.words = mark->words;
  party.reported_by = outermost (finder->sources[prop->document], party.attribution);
  return party;
}

/* Past the limit it is counted. */
static void
push_party (BelFinder *finder, BelDispute *dispute, BelParty party)
{
  if (dispute->parties.n < BEL_LIMIT_PARTIES)
    bel_vec_push (finder->arena, &dispute->parties, party);
  else
    dispute->parties_left_out++;
}

static void
add_party (BelFinder *finder, BelDispute *dispute, const BelProp *prop, uint32_t holder, const Mark *mark)
{
  const BelClaims *claims = finder->sources[prop->document];
  BelParty party = party_of (finder, prop, holder, mark);
  if (party.side == BEL_PARTY_UNCOMMITTED
      && (party.attribution == BEL_NONE
          || claims->attributions.items[party.attribution].stance != BEL_STANCE_UNCOMMITTED))
    return;
  for (uint32_t i = 0; i < dispute->parties.n; i++) {
    const BelParty *other = &dispute->parties.items[i];
    if (other->claim.document == party.claim.document && says_it_twice (claims, other, &party))
      return;
    if (other->attribution == party.attribution && other->side == party.side
        && other->claim.document == party.claim.document
        && (party.attribution != BEL_NONE || bel_span_equal (other->claim.span, party.claim.span)))
      return;
  }
  push_party (finder, dispute, party);
}

/* Whether @prop says what @about says, more or less of it: one predicate, the participants the same. */
static bool
says_the_same (BelFinder *finder, const BelProp *prop, const BelProp *about)
{
  BelPredicates predicates = bel_predicates_compare (finder, prop, about);
  if (predicates.kind != BEL_PREDICATES_SAME && predicates.kind != BEL_PREDICATES_ENTAIL)
    return false;
  BelAlignment alignment;
  bel_props_align (finder, prop, about, &predicates, &alignment);
  return !alignment.missing_core && !alignment.n_different && alignment.n_matched > 0;
}

static int
by_number (const void *pa, const void *pb)
{
  const uint32_t *a = pa, *b = pb;
  return (*a > *b) - (*a < *b);
}

static bool
is_told (const BelDispute *dispute, const BelProp *prop)
{
  for (uint32_t i = 0; i < dispute->parties.n; i++)
    if (dispute->parties.items[i].claim.document == prop->document
        && bel_span_equal (dispute->parties.items[i].claim.span, prop->span))
      return true;
  return false;
}

/* A proposition of a conflict is shown, whoever holds it. */
static void
add_parties (BelFinder *finder, BelDispute *dispute, const BelProp *prop, const Mark *mark, bool own)
{
  uint32_t before = dispute->parties.n;
  for (uint32_t h = 0; h < prop->n_holders; h++)
    if (prop->holders[h].truth != BEL_TRUTH_UNKNOWN || prop->holders[h].attribution != BEL_NONE)
      add_party (finder, dispute, prop, h, mark);
  if (own && dispute->parties.n == before && !is_told (dispute, prop)) {
    push_party (finder, dispute, party_of (finder, prop, BEL_NONE, mark));
  }
}

/* @own: the propositions of the dispute's conflicts. @marks: of all propositions. */
static void
find_parties (BelFinder *finder, BelDispute *dispute, const BelProp *about, const Mark *marks, const uint32_t *own,
              uint32_t n_own)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelNumbers candidates = { 0 };
  for (uint32_t i = 0; i < n_own; i++)
    bel_vec_push (arena, &candidates, own[i]);
  if (about->kind != BEL_PROP_SENTENCE && about->kind != BEL_PROP_TALLY)
    bel_predicates_gather (finder, about, arena, &candidates);
  bel_sort (candidates.items, candidates.n, sizeof (*candidates.items), by_number);
  for (uint32_t i = 0; i < candidates.n; i++) {
    const BelProp *prop = &finder->props.items[candidates.items[i]];
    if (i > 0 && candidates.items[i] == candidates.items[i - 1])
      continue;
    const Mark *mark = &marks[candidates.items[i]], *of_about = &marks[about - finder->props.items];
    bool is_own = mark->root == of_about->root;
    Mark other = { .side = of_about->side, .token = BEL_NONE };
    if (is_own || says_the_same (finder, prop, about))
      add_parties (finder, dispute, prop, is_own ? mark : &other, is_own);
  }
}

/* -- what touches it without contradicting it ----------------------------------------------------------------- */

/* Most accounts that are listed as related to a dispute. */
#define MAX_RELATED 3

/* Whether @prop answers @part, a deed within what is disputed ("a plot to kill X": "it would not kill X"): the same deed, put
 * in a negation or held false, by a source, in another sentence, with a participant in common that both name or point to, and none against. */
static bool
answers_part (BelFinder *finder, const BelProp *prop, const BelProp *part)
{
  if (prop->kind != BEL_PROP_CLAIM || prop->document != part->document || prop->sentence == part->sentence)
    return false;
  const BelClaim *claim = bel_prop_claim (finder, prop);
  bool denied = prop->negated || bel_prop_holder (prop, false) != BEL_NONE;
  if (!claim || claim->attribution == BEL_NONE || !denied)
    return false;
  BelPredicates predicates = bel_predicates_compare (finder, prop, part);
  if (predicates.kind != BEL_PREDICATES_SAME)
    return false;
  BelAlignment alignment;
  bel_props_align (finder, prop, part, &predicates, &alignment);
  return !alignment.n_different && !alignment.missing_core && alignment.n_named + alignment.n_definite > 0;
}

static bool
is_party (const BelDispute *dispute, const BelProp *prop)
{
  for (uint32_t i = 0; i < dispute->parties.n; i++)
    if (dispute->parties.items[i].claim.document == prop->document
        && dispute->parties.items[i].claim.claim == prop->claim)
      return true;
  return false;
}

static void
add_related (BelFinder *finder, BelDispute *dispute, const BelProp *prop)
{
  const BelClaims *claims = finder->sources[prop->document];
  uint32_t attribution = bel_prop_claim (finder, prop)->attribution;
  BelParty party = {
    .side = BEL_PARTY_RELATED,
    .claim = ref_of (prop),
    .attribution = attribution,
    .reported_by = outermost (claims, attribution),
  };
  bel_vec_push (finder->arena, &dispute->parties, party);
}

/* Deeds that are part of what is disputed: claims below its head that do not say the same. */
static bool
is_part_of (const BelFinder *finder, const BelProp *part, const BelProp *about)
{
  return part->kind == BEL_PROP_CLAIM && part->document == about->document && part->sentence == about->sentence
         && part->head != about->head && about->head != BEL_NONE && part->head != BEL_NONE
         && bel_dominates (bel_finder_document (finder, about->document), about->head, part->head);
}

static void
find_related (BelFinder *finder, BelDispute *dispute, const BelProp *about)
{
  const BelProp *of = about->kind == BEL_PROP_ANSWER ? &finder->props.items[about->answer_to] : about;
  uint32_t n_related = 0;
  if (of->kind != BEL_PROP_CLAIM)
    return;
  uint32_t index = (uint32_t) (of - finder->props.items);
  for (uint32_t p = index + 1; p < finder->props.n && finder->props.items[p].sentence == of->sentence; p++) {
    const BelProp *part = &finder->props.items[p];
    if (!is_part_of (finder, part, of))
      continue;
    g_autoptr (BelArena) arena = bel_arena_new ();
    BelNumbers candidates = { 0 };
    bel_predicates_gather (finder, part, arena, &candidates);
    bel_sort (candidates.items, candidates.n, sizeof (*candidates.items), by_number);
    for (uint32_t i = 0; i < candidates.n && n_related < MAX_RELATED; i++) {
      const BelProp *prop = &finder->props.items[candidates.items[i]];
      if ((i == 0 || candidates.items[i] != candidates.items[i - 1]) && answers_part (finder, prop, part)
          && !is_party (dispute, prop)) {
        add_related (finder, dispute, prop);
        n_related++;
      }
    }
  }
}

/* The gravest conflict stands first and gives the dispute its name. */
static void
add_conflict (BelFinder *finder, BelFindings *findings, uint32_t index, BelDispute *dispute)
{
  const BelConflict *conflict = &findings->conflicts.items[index];
  bel_vec_push (finder->arena, &dispute->conflicts, index);
  dispute->confidence = MAX (dispute->confidence, conflict->confidence);
  uint32_t last = dispute->conflicts.n - 1;
  if (last > 0 && conflict->severity <= dispute->severity)
    return;
  dispute->conflicts.items[last] = dispute->conflicts.items[0];
  dispute->conflicts.items[0] = index;
  dispute->severity = conflict->severity;
  dispute->class_ = conflict->class_;
  dispute->id = conflict->id;
  dispute->question = conflict->question;
}

/* The propositions of each dispute, in the order in which disputes are made. */
static BelGroups
by_root (BelFinder *finder, const BelFindings *findings, const BelFound *found, uint32_t *parents)
{
  uint32_t n = findings->conflicts.n;
  BelKeyRow *rows = bel_arena_new_array (finder->scratch, BelKeyRow, 2 * n + 1);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t root = root_of (parents, found[i].a);
    rows[2 * i] = (BelKeyRow){ root, found[i].a };
    rows[2 * i + 1] = (BelKeyRow){ root, found[i].b };
  }
  return bel_groups_build (finder->scratch, rows, 2 * n, true);
}

/* Of two that differ and are both held true, the one that stands first is the first side; where one of them has its side already, the
 * other takes the other. */
static void
mark_sides (const BelFound *found, Mark *marks, bool in_order)
{
  uint32_t first = in_order ? found->a : found->b, second = in_order ? found->b : found->a;
  if (!marks[first].side)
    marks[first].side = marks[second].side == FIRST ? SECOND : FIRST;
  if (!marks[second].side)
    marks[second].side = marks[first].side == FIRST ? SECOND : FIRST;
}

static void
mark_prop (Mark *mark, uint32_t root, uint32_t token, const BelClaimRef *ref)
{
  mark->root = root;
  if (mark->token == BEL_NONE)
    mark->token = token;
  if (bel_span_is_empty (mark->words))
    mark->words = ref->words;
}

/* Returns: by proposition, what @n conflicts say of it; in finder->scratch. */
static Mark *
make_marks (BelFinder *finder, const BelFindings *findings, const BelFound *found, uint32_t *parents)
{
  Mark *marks = bel_arena_new_array (finder->scratch, Mark, finder->props.n + 1);
  for (uint32_t i = 0; i < finder->props.n; i++)
    marks[i].token = marks[i].root = BEL_NONE;
  for (uint32_t i = 0; i < findings->conflicts.n; i++) {
    const BelProp *a = &finder->props.items[found[i].a], *b = &finder->props.items[found[i].b];
    const BelConflict *conflict = &findings->conflicts.items[i];
    bool in_order = bel_prop_stands_before (a, b);
    uint32_t root = root_of (parents, found[i].a);
    mark_prop (&marks[found[i].a], root, found[i].token_a, in_order ? &conflict->a : &conflict->b);
    mark_prop (&marks[found[i].b], root, found[i].token_b, in_order ? &conflict->b : &conflict->a);
    if (!bel_props_are_denied (a, found[i].holder_a, b, found[i].holder_b))
      mark_sides (&found[i], marks, in_order);
  }
  return marks;
}

static void
group_conflicts (BelFinder *finder, BelFindings *findings, const BelFound *found)
{
  uint32_t n = finder->props.n;
  uint32_t *parents = bel_arena_new_array (finder->scratch, uint32_t, n + 1);
  for (uint32_t i = 0; i < n; i++)
    parents[i] = i;
  for (uint32_t i = 0; i < findings->conflicts.n; i++)
    unite (parents, found[i].a, found[i].b);
  BelGroups own = by_root (finder, findings, found, parents);
  const Mark *marks = make_marks (finder, findings, found, parents);
  BelMap disputes;
  bel_map_init (&disputes, finder->scratch, 16);
  for (uint32_t i = 0; i < findings->conflicts.n; i++) {
    BelConflict *conflict = &findings->conflicts.items[i];
    uint32_t root = root_of (parents, found[i].a), at;
    if (!bel_map_get (&disputes, root, &at)) {
      at = findings->disputes.n;
      bel_map_set (&disputes, root, at);
      BelDispute *fresh = bel_vec_add (finder->arena, &findings->disputes);
      fresh->id = conflict->id;
      fresh->question = conflict->question;
      fresh->related = BEL_NONE;
      find_parties (finder, fresh, &finder->props.items[found[i].b], marks, own.items + own.starts[at],
                    own.starts[at + 1] - own.starts[at]);
      find_related (finder, fresh, &finder->props.items[found[i].b]);
    }
    conflict->dispute = at;
    add_conflict (finder, findings, i, &findings->disputes.items[at]);
    findings->disputes.items[at].left_out += found[i].left_out;
  }
}

static int
by_place (const void *pa, const void *pb, void *data)
{
  const BelFinder *finder = data;
  const BelFound *x = pa, *y = pb;
  const BelProp *xa = &finder->props.items[x->a], *xb = &finder->props.items[x->b];
  const BelProp *ya = &finder->props.items[y->a], *yb = &finder->props.items[y->b];
  const BelProp *x1 = bel_prop_stands_before (xa, xb) ? xa : xb, *y1 = bel_prop_stands_before (ya, yb) ? ya : yb;
  const BelProp *x2 = x1 == xa ? xb : xa, *y2 = y1 == ya ? yb : ya;
  if (x1->document != y1->document || x1->span.start != y1->span.start)
    return bel_prop_stands_before (x1, y1) ? -1 : 1;
  if (x2->document != y2->document || x2->span.start != y2->span.start)
    return bel_prop_stands_before (x2, y2) ? -1 : 1;
  return strcmp (x->rule_name, y->rule_name);
}

/* The gravest of @n come first, else they stay in order: errors are not left out before notes. */
static void
put_gravest_first (BelFinder *finder, BelFound *found, uint32_t n)
{
  g_autofree BelFound *all = g_memdup2 (found, sizeof (*found) * n);
  g_autofree uint8_t *severities = g_new (uint8_t, n);
  for (uint32_t i = 0; i < n; i++)
    severities[i] = (uint8_t) severity_of (finder, &all[i], bel_class_of (finder, &all[i]));
  uint32_t at = 0;
  for (int severity = BEL_SEVERITY_ERROR; severity >= BEL_SEVERITY_NOTE; severity--)
    for (uint32_t i = 0; i < n; i++)
      if (severities[i] == severity)
        found[at++] = all[i];
}

void
bel_disputes_build (BelFinder *finder, BelFindings *findings)
{
  BelFound *found = finder->found.items;
  uint32_t n_all = drop_repeats (finder, found, finder->found.n), n = MIN (n_all, BEL_LIMIT_CONFLICTS);
  findings->left_out = n_all - n;
  if (findings->left_out)
    put_gravest_first (finder, found, n_all);
  g_qsort_with_data (found, (gint) n, sizeof (*found), by_place, finder);
  for (uint32_t i = 0; i < n; i++) {
    bel_found_tell (finder, &found[i]);
    BelConflict conflict = conflict_of (finder, &found[i]);
    findings->counts[conflict.severity]++;
    bel_vec_push (finder->arena, &findings->conflicts, conflict);
  }
  group_conflicts (finder, findings, found);
}
