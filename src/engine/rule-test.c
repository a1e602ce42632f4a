/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "engine/rule-test.h"

#include "rule/claim-rule.h"
#include "rule/lexicon.h"
#include "rule/predicate.h"

#include <string.h>

/* Below this nothing is called a conflict in a comparison; a near-miss may come as near as that. */
#define SILENT_CONFIDENCE 0.35f

typedef struct {
  const BelEngine *engine;
  const BelRuleInfo *rule;
  const BelRuleTest *test;
  GString *problem;
} Test;

static BelDocument *
parse (const Test *test, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text) + 1);
  g_autoptr (GBytes) content = g_bytes_new_from_bytes (bytes, 0, strlen (text));
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelDocument *document = bel_engine_read_bytes (test->engine, "test", content, BEL_INPUT_TEXT, diags, NULL);
  g_assert (document);
  bel_engine_parse (test->engine, document, BEL_INPUT_TEXT, diags);
  return document;
}

/* -- lexicons ----------------------------------------------------------------------------------------- */

static bool
part_is (const BelDocument *document, uint32_t t, BelSym sym)
{
  const BelTokens *tokens = &document->tokens;
  return tokens->lemma[t] == sym || tokens->lower[t] == sym || tokens->form[t] == sym;
}

static bool
entry_is (const BelDocument *document, const BelEntry *entry, uint32_t first, uint32_t n)
{
  bool same = bel_entry_n_parts (entry) == n;
  for (uint32_t i = 0; i < n && same; i++)
    same = part_is (document, first + i, bel_entry_part (entry, i));
  return same;
}

/* The entry that the tokens over @span are, whatever part of speech they were taken for. */
static const BelEntry *
entry_on (const BelLexicon *lexicon, const BelDocument *document, BelSpan span)
{
  uint32_t n;
  uint32_t first = bel_tokens_covering (document, span, &n);
  for (uint32_t i = 0; n && i < bel_lexicon_n_entries (lexicon); i++)
    if (entry_is (document, bel_lexicon_entry (lexicon, i), first, n))
      return bel_lexicon_entry (lexicon, i);
  return NULL;
}

/* As it stands; alone; as a verb; as a noun: somewhere it gets its lemma. */
static const BelEntry *
find_entry (const Test *test, const BelLexicon *lexicon, const char *text)
{
  static const char *const FRAMES[][2] = { { "", "" }, { "They ", " it." }, { "The ", " was new." } };
  const BelEntry *entry = bel_lexicon_find_text (lexicon, text);
  for (guint i = 0; !entry && i < G_N_ELEMENTS (FRAMES); i++) {
    g_autofree char *framed = g_strconcat (FRAMES[i][0], text, FRAMES[i][1], NULL);
    uint32_t start = (uint32_t) strlen (FRAMES[i][0]);
    g_autoptr (BelDocument) document = parse (test, framed);
    entry = entry_on (lexicon, document, BEL_SPAN (start, start + (uint32_t) strlen (text)));
  }
  return entry;
}

static char *
field_text (const BelEntry *entry, int field)
{
  const BelLexicon *lexicon = bel_entry_lexicon (entry);
  BelFieldType type = bel_lexicon_field_type (lexicon, field);
  if (type == BEL_FIELD_NUMBER)
    return g_strdup_printf ("%.15g", bel_entry_number (entry, field));
  if (type != BEL_FIELD_LIST)
    return g_strdup (bel_entry_field_text (entry, field));
  GString *out = g_string_new (NULL);
  uint32_t n;
  const BelSym *list = bel_entry_list (entry, field, &n);
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i ? ", " : "", bel_lexicon_symbol_text (lexicon, list[i]));
  return g_string_free (out, FALSE);
}

static bool
same_value (BelFieldType type, const char *found, const char *expected)
{
  if (type == BEL_FIELD_NUMBER)
    return g_ascii_strtod (found, NULL) == g_ascii_strtod (expected, NULL);
  return g_strcmp0 (found, expected) == 0;
}

static bool
has_fields (const Test *test, const BelEntry *entry)
{
  const BelLexicon *lexicon = bel_entry_lexicon (entry);
  for (uint32_t i = 0; i < test->test->n_expects; i++) {
    const BelRuleExpect *expect = &test->test->expects[i];
    int field = bel_lexicon_field (lexicon, expect->name);
    g_autofree char *found = field < 0 ? NULL : field_text (entry, field);
    if (field >= 0 && same_value (bel_lexicon_field_type (lexicon, field), found, expect->value))
      continue;
    g_string_printf (test->problem, "%s is %s, not %s", expect->name, found ? found : "not there", expect->value);
    return false;
  }
  return true;
}

static bool
test_lexicon (const Test *test)
{
  const BelLexicon *lexicon = bel_program_lexicon (bel_engine_program (test->engine), test->rule->name);
  const BelEntry *entry = find_entry (test, lexicon, test->test->texts[0]);
  if (test->test->kind == BEL_TEST_HAS && entry)
    return has_fields (test, entry);
  if ((test->test->kind == BEL_TEST_HAS) == (entry != NULL))
    return true;
  if (entry)
    g_string_printf (test->problem, "it is there, as “%s”", bel_entry_text (entry));
  else
    g_string_printf (test->problem, "it is not there");
  return false;
}

/* -- predicates --------------------------------------------------------------------------------------- */

static gint
order_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* When, where and how change nothing about what is said. */
static bool
is_adjunct (const char *role)
{
  static const char *const ADJUNCTS[] = { "time", "place", "manner", NULL };
  return g_strv_contains (ADJUNCTS, role);
}

/* "meet object=paul stone subject=anna reed": the normal forms of this predicate in a text, sorted. */
static char *
normal_form (const BelClaims *claims, const BelClaim *claim)
{
  const BelSymbols *symbols = claims->document->symbols;
  g_autoptr (GPtrArray) fillers = g_ptr_array_new_with_free_func (g_free);
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++) {
    const BelFiller *filler = &claim->normal.fillers[i];
    const char *role = bel_symbols_text (symbols, filler->role);
    if (!is_adjunct (role))
      g_ptr_array_add (fillers, g_strdup_printf ("%s=%s", role, bel_symbols_text (symbols, filler->slot.key)));
  }
  g_ptr_array_sort (fillers, order_texts);
  g_ptr_array_add (fillers, NULL);
  g_autofree char *joined = g_strjoinv (" ", (char **) fillers->pdata);
  return g_strdup_printf ("%s%s%s %s", bel_symbols_text (symbols, claim->normal.predicate),
                          claim->normal.sign < 0 ? "-" : "", claim->polarity == BEL_POLARITY_NEGATIVE ? " not" : "",
                          joined);
}

/* Whether @claim says the rule's predicate, or the one it is the converse of. */
static bool
says (const Test *test, const BelClaim *claim)
{
  const BelProgram *program = bel_engine_program (test->engine);
  const BelPredicate *predicate = bel_program_predicate_named (program, test->rule->name);
  if (claim->normal.rule == predicate->id)
    return true;
  for (uint32_t i = 0; i < predicate->n_relations; i++)
    if (predicate->relations[i].kind == BEL_RELATION_CONVERSE && claim->normal.rule == predicate->relations[i].target)
      return true;
  return false;
}

/* Normal forms in a text: those of the rule's predicate, and of all others. */
typedef struct {
  GPtrArray *own, *other;
} Forms;

static void
forms_clear (Forms *forms)
{
  g_ptr_array_unref (forms->own);
  g_ptr_array_unref (forms->other);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Forms, forms_clear)

static Forms
normal_forms (const Test *test, const char *text)
{
  Forms forms = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (BelDocument) document = parse (test, text);
  const BelClaims *claims = bel_engine_extract (test->engine, document);
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    if (!claim->minimal)
      g_ptr_array_add (says (test, claim) ? forms.own : forms.other, normal_form (claims, claim));
  }
  return forms;
}

static void
show_forms (GString *out, const Forms *forms)
{
  const GPtrArray *shown = forms->own->len ? forms->own : forms->other;
  if (forms->own->len == 0)
    g_string_append (out, shown->len ? "only " : "nothing");
  for (guint i = 0; i < shown->len; i++)
    g_string_append_printf (out, "%s%s", i ? "; " : "", (const char *) shown->pdata[i]);
}

static bool
test_predicate (const Test *test)
{
  g_auto (Forms) a = normal_forms (test, test->test->texts[0]);
  g_auto (Forms) b = normal_forms (test, test->test->texts[1]);
  bool same = false;
  for (guint i = 0; i < a.own->len; i++)
    for (guint j = 0; j < b.own->len; j++)
      same = same || strcmp (a.own->pdata[i], b.own->pdata[j]) == 0;
  if (same == (test->test->kind == BEL_TEST_SAME))
    return true;
  g_string_append (test->problem, "the first says ");
  show_forms (test->problem, &a);
  g_string_append (test->problem, "; the second ");
  show_forms (test->problem, &b);
  return false;
}

/* -- claims ------------------------------------------------------------------------------------------- */

typedef struct {
  const Test *test;
  const BelDocument *document;
  uint32_t n_matches;
  bool passed;
} Fired;

static char *
yield_text (const BelDocument *document, const BelYield *yield)
{
  if (yield->kind == BEL_YIELD_NODE) {
    if (yield->token == BEL_NONE)
      return g_strdup ("none");
    BelSpan span = bel_part_span (document, yield->token, yield->part);
    return g_strndup (bel_document_text (document, span), bel_span_length (span));
  }
  if (yield->text)
    return g_strdup (yield->text);
  return g_strdup_printf ("%.15g", yield->number);
}

static bool
yields_as_expected (const Fired *fired, const BelRuleMatch *match, const BelRuleExpect *expect)
{
  for (uint32_t i = 0; i < match->n_yields; i++) {
    if (strcmp (match->yields[i].name, expect->name) != 0)
      continue;
    g_autofree char *found = yield_text (fired->document, &match->yields[i]);
    if (strcmp (found, expect->value) == 0)
      return true;
    g_string_printf (fired->test->problem, "%s is “%s”, not “%s”", expect->name, found, expect->value);
  }
  return false;
}

static void
note_match (const BelRuleMatch *match, void *data)
{
  Fired *fired = data;
  if (strcmp (match->name, fired->test->rule->name) != 0)
    return;
  bool all = true;
  fired->n_matches++;
  for (uint32_t i = 0; i < fired->test->test->n_expects && all; i++)
    all = yields_as_expected (fired, match, &fired->test->test->expects[i]);
  fired->passed = fired->passed || all;
}

static bool
test_claim (const Test *test)
{
  g_autoptr (BelDocument) document = parse (test, test->test->texts[0]);
  Fired fired = { test, document, 0, false };
  bel_program_match (bel_engine_program (test->engine), document, note_match, &fired);
  if (test->test->kind == BEL_TEST_NONE) {
    g_string_printf (test->problem, "it fires");
    return fired.n_matches == 0;
  }
  if (fired.n_matches == 0)
    g_string_printf (test->problem, "it does not fire");
  return fired.passed;
}

/* -- conflicts ---------------------------------------------------------------------------------------- */

/* A pair is reported once, by its surest rule: another of the family may have been surer. */
static bool
is_of_family (const char *rule, const char *of)
{
  size_t n = strcspn (of, ".");
  return strncmp (rule, of, n + 1) == 0;
}

/* Whether @findings are as the test wants them; else says what they are. */
static bool
judge (const Test *test, const BelFindings *findings)
{
  bool wanted = test->test->kind == BEL_TEST_CONFLICT;
  g_string_truncate (test->problem, 0);
  for (uint32_t i = 0; i < findings->conflicts.n; i++) {
    const BelConflict *conflict = &findings->conflicts.items[i];
    if (conflict->confidence < SILENT_CONFIDENCE)
      continue;
    g_string_append_printf (test->problem, "%s%s fires", test->problem->len ? ", " : "", conflict->rule);
    if (wanted && is_of_family (conflict->rule, test->rule->name))
      return true;
  }
  if (wanted && test->problem->len == 0)
    g_string_append (test->problem, "nothing fires");
  return !wanted && test->problem->len == 0;
}

static bool
find_and_judge (const Test *test, BelClaims **claims, uint32_t n, BelScope scope)
{
  BelCompareOptions options = { .scope = scope,
                                .same_situation = scope == BEL_SCOPE_SET,
                                .gazetteer = bel_engine_gazetteer (test->engine),
                                .wordnet = bel_engine_wordnet (test->engine) };
  g_autoptr (BelFindings) findings = bel_conflicts_find (bel_engine_program (test->engine), claims, n, &options);
  return judge (test, findings);
}

static void
free_document (gpointer document)
{
  bel_document_free (document);
}

static bool
judge_as_drafts (const Test *test)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (free_document);
  g_autofree BelClaims **claims = g_new0 (BelClaims *, test->test->n_texts);
  for (uint32_t i = 0; i < test->test->n_texts; i++) {
    g_ptr_array_add (documents, parse (test, test->test->texts[i]));
    claims[i] = bel_engine_extract (test->engine, documents->pdata[i]);
  }
  return find_and_judge (test, claims, test->test->n_texts, BEL_SCOPE_SET);
}

static bool
judge_as_one_draft (const Test *test)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (uint32_t i = 0; i < test->test->n_texts; i++)
    g_string_append_printf (text, "%s\n\n", test->test->texts[i]);
  g_autoptr (BelDocument) document = parse (test, text->str);
  BelClaims *claims = bel_engine_extract (test->engine, document);
  return find_and_judge (test, &claims, 1, BEL_SCOPE_FILE);
}

static bool
test_conflict (const Test *test)
{
  if (test->test->kind == BEL_TEST_CONFLICT)
    return (test->test->n_texts > 1 && judge_as_drafts (test)) || judge_as_one_draft (test);
  return (test->test->n_texts == 1 || judge_as_drafts (test)) && judge_as_one_draft (test);
}

gboolean
bel_rule_test_run (const BelEngine *engine, const BelRuleInfo *rule, const BelRuleTest *test, GString *problem)
{
  static bool (*const RUN[BEL_N_RULE_KINDS]) (const Test *) = {
    [BEL_RULE_LEXICON] = test_lexicon,
    [BEL_RULE_PREDICATE] = test_predicate,
    [BEL_RULE_CLAIM] = test_claim,
    [BEL_RULE_CONFLICT] = test_conflict,
  };
  Test t = { engine, rule, test, problem };
  g_string_truncate (problem, 0);
  return RUN[rule->kind](&t);
}
