/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/explain.h"

#include "conflict/clash.h"
#include "conflict/prop.h"
#include "rule/conflict-rule.h"

#include <string.h>

/* Longest stretch of the draft quoted in a message, bytes. */
#define MAX_QUOTE 120

void
bel_append_line (GString *out, const BelDocument *document, BelSpan span)
{
  gsize before = out->len;
  uint32_t n = bel_span_length (span);
  const char *text = bel_document_text (document, span);
  bool cut = n > MAX_QUOTE;
  if (cut)
    for (n = MAX_QUOTE; n > 0 && (text[n] & 0xC0) == 0x80;)
      n--;
  bool space = false;
  for (uint32_t i = 0; i < n; i++) {
    if (g_ascii_isspace (text[i])) {
      space = true;
      continue;
    }
    if (space && out->len > before)
      g_string_append_c (out, ' ');
    space = false;
    g_string_append_c (out, text[i]);
  }
  if (cut)
    g_string_append (out, "…");
}

/* Whether the word at visible byte @start has its capital only because its sentence begins with it: one of the small words, that names
 * do not begin with. */
static bool
is_raised (const BelDocument *document, uint32_t start)
{
  for (uint32_t i = 0; i < document->sentences.n; i++) {
    const BelSentence *sentence = &document->sentences.items[i];
    uint32_t t = sentence->first_token;
    if (!sentence->n_tokens || document->tokens.span[t].start != start)
      continue;
    BelPos pos = document->tokens.pos[t];
    bool small = pos == BEL_POS_DET || pos == BEL_POS_ADP || pos == BEL_POS_NUM || pos == BEL_POS_ADV
                 || pos == BEL_POS_AUX || pos == BEL_POS_PRON;
    return small && !bel_token_form_is (document, t, "I");
  }
  return false;
}

void
bel_append_phrase (GString *out, const BelDocument *document, BelSpan span)
{
  gsize before = out->len;
  bel_append_line (out, document, span);
  if (out->len > before && is_raised (document, span.start))
    out->str[before] = g_ascii_tolower (out->str[before]);
}

static char *
quote (const BelDocument *document, BelSpan span)
{
  GString *out = g_string_new (NULL);
  bel_append_phrase (out, document, span);
  return g_string_free (out, FALSE);
}

const char *
bel_holder_name (BelFinder *finder, const BelProp *prop, uint32_t holder)
{
  if (holder == BEL_NONE || prop->holders[holder].attribution == BEL_NONE)
    return prop->document + finder->options.n_authority >= finder->n_sources ? "the fact sheet" : "the draft";
  const BelClaims *claims = finder->sources[prop->document];
  BelSpan span = bel_claims_source_name (claims, prop->holders[holder].attribution);
  if (bel_span_is_empty (span))
    return "a source";
  g_autofree char *text = quote (claims->document, span);
  return bel_arena_strdup (finder->arena, text);
}

/* -- the message ------------------------------------------------------------------------------------ */

static char *
clash_text (const BelEvidence *e, bool second)
{
  BelClash clash = { e->a, e->b, e->token_a, e->token_b };
  const BelDocument *document = bel_finder_document (e->finder, second ? e->b->document : e->a->document);
  return quote (document, bel_clash_words (e->finder, &clash, second));
}

static const char *
message_of (BelFinder *finder, const BelEvidence *e)
{
  g_autofree char *a = clash_text (e, false), *b = clash_text (e, true);
  if (e->token_a != BEL_NONE && e->token_b != BEL_NONE)
    return bel_arena_printf (finder->arena, "“%s” here, “%s” there", a, b);
  const char *for_ = bel_holder_name (finder, e->a, e->holder_a),
             *against = bel_holder_name (finder, e->b, e->holder_b);
  if (e->holder_a != BEL_NONE && e->holder_b != BEL_NONE && bel_truth_is_false (e->b->holders[e->holder_b].truth))
    return bel_arena_printf (finder->arena, "%s says so, %s says it is not so", for_, against);
  return bel_arena_printf (finder->arena, "the two cannot both be true");
}

/* -- why ------------------------------------------------------------------------------------------------ */

/* What is told of the noun in passing: set off from it by a mark. */
static bool
is_aside (const BelTokens *tokens, uint32_t t)
{
  BelDep dep = tokens->dep[t];
  uint32_t first = tokens->subtree_first[t];
  bool set_off = tokens->pos[first] == BEL_POS_PUNCT || (first > 0 && tokens->pos[first - 1] == BEL_POS_PUNCT);
  return set_off && (dep == BEL_DEP_APPOS || dep == BEL_DEP_ACL_RELCL || dep == BEL_DEP_PARATAXIS);
}

/* What fills a role, as a phrase: without the mark before it, without what is told of it in passing, and, of a participant, without
 * its preposition. */
static BelSpan
fill_span (const BelDocument *document, const BelRoleFill *fill)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t first, last;
  bel_subtree_range (document, fill->head, &first, &last);
  for (BEL_EACH_CHILD (document, fill->head, c))
    if (c > fill->head && is_aside (tokens, c))
      last = MIN (last, tokens->subtree_first[c] - 1);
  while (first < fill->head
         && (tokens->pos[first] == BEL_POS_PUNCT || (fill->core && tokens->dep[first] == BEL_DEP_CASE)))
    first++;
  while (last > fill->head && tokens->pos[last] == BEL_POS_PUNCT)
    last--;
  return BEL_SPAN (tokens->span[first].start, tokens->span[MAX (last, fill->head)].end);
}

/* Whether the role is filled by who says so: "according to the ministry" is told by the voice. */
static bool
is_voice (const BelFinder *finder, const BelProp *prop, const BelRoleFill *fill)
{
  const BelClaims *claims = finder->sources[prop->document];
  BelSpan head = claims->document->tokens.span[fill->head];
  for (uint32_t h = 0; h < prop->n_holders; h++) {
    if (prop->holders[h].attribution == BEL_NONE)
      continue;
    const BelAttribution *attribution = &claims->attributions.items[prop->holders[h].attribution];
    if (bel_span_contains (attribution->source, head) || bel_span_contains (attribution->cue, head))
      return true;
  }
  return false;
}

static const BelRoleFill *
fill_of_head (const BelProp *prop, uint32_t head)
{
  for (uint32_t i = 0; i < prop->n_fills; i++)
    if (prop->fills[i].head == head)
      return &prop->fills[i];
  return NULL;
}

/* What is shown for role @i. Participants that may change places ("met") stand in the normal form by their names, and are shown as in the
 * text. */
static const BelRoleFill *
fill_shown (const BelFinder *finder, const BelProp *prop, uint32_t i)
{
  const BelClaim *claim = bel_prop_claim (finder, prop);
  const BelRoleFill *fill = &prop->fills[i], *subject, *object;
  if (!claim || claim->passive || claim->subject.head == BEL_NONE || claim->object.head == BEL_NONE)
    return fill;
  subject = fill_of_head (prop, claim->subject.head), object = fill_of_head (prop, claim->object.head);
  bool changed = subject && object && g_str_equal (bel_finder_text (finder, subject->role), "object")
                 && g_str_equal (bel_finder_text (finder, object->role), "subject");
  return !changed ? fill : fill == subject ? object : fill == object ? subject : fill;
}

static void
write_triple (BelFinder *finder, GString *out, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  const char *comma = "";
  g_string_append_printf (out, "%s(", bel_finder_text (finder, prop->predicate));
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    if (is_voice (finder, prop, &prop->fills[i]))
      continue;
    g_autofree char *text = quote (document, fill_span (document, fill_shown (finder, prop, i)));
    g_string_append_printf (out, "%s%s: %s", comma, bel_finder_text (finder, prop->fills[i].role), text);
    comma = ", ";
  }
  g_string_append (out, ")");
}

void
bel_explain_side (BelFinder *finder, GString *out, const char *label, const BelProp *prop, uint32_t holder)
{
  g_string_append_printf (out, "%s: ", label);
  if (prop->kind == BEL_PROP_SENTENCE || prop->kind == BEL_PROP_QUOTE || prop->kind == BEL_PROP_TALLY)
    g_string_append (out, prop->kind == BEL_PROP_QUOTE   ? "the quotation"
                          : prop->kind == BEL_PROP_TALLY ? "the number"
                                                         : "the sentence");
  else
    write_triple (finder, out, prop);
  if (holder != BEL_NONE)
    g_string_append_printf (out, ", %s for %s", bel_truth_name (prop->holders[holder].truth),
                            bel_holder_name (finder, prop, holder));
  g_string_append_c (out, '\n');
}

/* "false for the ministry: meet(subject: …)". A sentence, a quotation or a name is told by its place. */
static void
explain_held (BelFinder *finder, GString *out, const BelProp *prop, uint32_t holder)
{
  bool told = prop->kind == BEL_PROP_CLAIM || prop->kind == BEL_PROP_ANSWER;
  if (!told || holder == BEL_NONE || prop->n_fills == 0)
    return;
  g_autofree char *label = g_strdup_printf ("%s for %s", bel_truth_name (prop->holders[holder].truth),
                                            bel_holder_name (finder, prop, holder));
  bel_explain_side (finder, out, label, prop, BEL_NONE);
}

/* Phrases that are equal but for their capitals are not laid side by side. */
void
bel_explain_alignment (BelFinder *finder, GString *out, const BelEvidence *e)
{
  static const char *const KINDS[] = {
    [BEL_MATCH_NONE] = "is not",          [BEL_MATCH_SAME] = "is the same as", [BEL_MATCH_NARROWER] = "says more than",
    [BEL_MATCH_WIDER] = "says less than", [BEL_MATCH_OVERLAP] = "may be",      [BEL_MATCH_EXCLUSIVE] = "excludes",
  };
  const BelDocument *doc_a = bel_finder_document (finder, e->a->document),
                    *doc_b = bel_finder_document (finder, e->b->document);
  for (uint32_t k = 0; e->aligned && k < e->alignment.n; k++) {
    const BelAligned *at = &e->alignment.items[k];
    if (at->fill_a == BEL_NONE)
      continue;
    const BelRoleFill *b = &e->b->fills[at->fill_b];
    g_autofree char *text_a = quote (doc_a, fill_span (doc_a, &e->a->fills[at->fill_a])),
                    *text_b = quote (doc_b, fill_span (doc_b, b));
    g_autofree char *fold_a = g_utf8_casefold (text_a, -1), *fold_b = g_utf8_casefold (text_b, -1);
    if (!g_str_equal (fold_a, fold_b))
      g_string_append_printf (out, "%s: “%s” %s “%s”\n", bel_finder_text (finder, b->role), text_a,
                              KINDS[at->match.kind], text_b);
  }
}

/* -- what it rests on ----------------------------------------------------------------------------------- */

const char *
bel_explain_condition (const char *condition)
{
  const BelRuleSchema *schema = bel_conflict_schema ();
  size_t n = strcspn (condition, "(");
  for (uint32_t i = 0; condition[n] && i < schema->n_functions; i++)
    if (strlen (schema->functions[i].name) == n && memcmp (schema->functions[i].name, condition, n) == 0)
      return schema->functions[i].doc;
  return NULL;
}

static void
write_condition (GString *out, const char *lead, const char *condition)
{
  const char *doc = bel_explain_condition (condition);
  g_string_append_printf (out, "%s%s", lead, condition);
  g_string_append_printf (out, doc ? ": %s\n" : "\n", doc);
}

/* The confidence as a product, then every condition whose turning would have kept it silent. */
static const char *
basis_of (BelFinder *finder, const BelEvidence *e, const BelFound *found)
{
  const BelConflictRule *rule = bel_program_conflict_rule (finder->program, found->rule);
  const BelRuleInfo *info = bel_program_find_rule (finder->program, BEL_RULE_CONFLICT, rule->name);
  const BelRuleSchema *schema = bel_conflict_schema ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (out, "rule %s: %s\n", rule->name, info && info->doc ? info->doc : "");
  g_string_append_printf (out, "confidence %.2f = %.2f for the rule", (double) found->confidence, rule->confidence);
  for (uint32_t i = 0; i < schema->n_functions; i++)
    if (e->trusts[i] > 0)
      g_string_append_printf (out, " × %.2f for %s", (double) e->trusts[i], schema->functions[i].name);
  g_string_append (out, "\nsilent, had one of these not held:\n");
  for (uint32_t i = 0; i < rule->n_where; i++)
    write_condition (out, "  ", bel_conflict_rule_condition (finder->program, rule->id, i));
  if (rule->n_unless)
    g_string_append (out, "silent, had one of these held:\n");
  for (uint32_t i = 0; i < rule->n_unless; i++)
    write_condition (out, "  ", bel_conflict_rule_condition (finder->program, rule->id, rule->n_where + i));
  g_string_truncate (out, out->len - 1);
  return bel_arena_strdup (finder->arena, out->str);
}

void
bel_explain_found (BelFinder *finder, const BelEvidence *e, BelFound *found)
{
  if (!found->message || !*found->message)
    found->message = message_of (finder, e);
  g_autoptr (GString) why = g_string_new (NULL);
  explain_held (finder, why, e->a, e->holder_a);
  explain_held (finder, why, e->b, e->holder_b);
  bel_explain_alignment (finder, why, e);
  if (why->len)
    g_string_truncate (why, why->len - 1);
  found->why = bel_arena_strdup (finder->arena, why->str);
  found->basis = basis_of (finder, e, found);
}
