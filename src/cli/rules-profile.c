/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "cli/rules-profile.h"

#include "rule/claim-rule.h"
#include "rule/conflict-rule.h"
#include "rule/lexicon.h"
#include "rule/predicate.h"

#include <string.h>

typedef struct {
  const BelEngine *engine;
  const BelProgram *program;
  BelRuleCost *claims;  /* by claim rule */
  uint64_t *conflicts;  /* firings by conflict rule */
  uint64_t *predicates; /* tokens at which each is said */
  uint64_t *lexicons;   /* tokens that head an entry */
  uint64_t n_tokens;
  gint64 match_us, predicate_us;
} Profile;

static void
count_words (Profile *profile, const BelDocument *document)
{
  BelPredicateMatch match;
  gint64 start = g_get_monotonic_time ();
  for (uint32_t t = 0; t < document->tokens.n; t++)
    if (bel_predicates_at (profile->program, document, t, &match, 1))
      profile->predicates[match.predicate]++;
  profile->predicate_us += g_get_monotonic_time () - start;
  for (uint32_t i = 0; i < bel_program_n_lexicons (profile->program); i++) {
    const BelLexicon *lexicon = bel_program_lexicon_by_id (profile->program, i);
    for (uint32_t t = 0; t < document->tokens.n; t++)
      profile->lexicons[i] += bel_lexicon_at (lexicon, document, t, NULL) != NULL;
  }
}

static void
count_conflicts (Profile *profile, BelClaims *claims)
{
  BelCompareOptions options = { .scope = BEL_SCOPE_FILE,
                                .gazetteer = bel_engine_gazetteer (profile->engine),
                                .wordnet = bel_engine_wordnet (profile->engine) };
  g_autoptr (BelFindings) findings = bel_conflicts_find (profile->program, &claims, 1, &options);
  for (uint32_t i = 0; i < findings->conflicts.n; i++) {
    const BelConflictRule *rule = bel_program_conflict_rule_named (profile->program, findings->conflicts.items[i].rule);
    if (rule)
      profile->conflicts[rule->id]++;
  }
}

static gboolean
profile_file (Profile *profile, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = bel_engine_read (profile->engine, name, BEL_INPUT_AUTO, diags, &error);
  bel_cli_show_diags (diags);
  if (!document) {
    bel_cli_error ("%s", error->message);
    return FALSE;
  }
  bel_engine_parse (profile->engine, document, BEL_INPUT_AUTO, diags);
  profile->n_tokens += document->tokens.n;
  gint64 start = g_get_monotonic_time ();
  bel_program_profile (profile->program, document, profile->claims);
  profile->match_us += g_get_monotonic_time () - start;
  count_words (profile, document);
  count_conflicts (profile, bel_engine_extract (profile->engine, document));
  return TRUE;
}

static void
show_claims (const Profile *profile, GString *out)
{
  g_string_append_printf (out, "%-40s %10s %10s %8s %8s\n", "claim rule", "candidates", "steps", "fired", "µs");
  for (uint32_t i = 0; i < bel_program_n_claim_rules (profile->program); i++) {
    const BelRuleCost *cost = &profile->claims[i];
    g_string_append_printf (out, "%-40s %10" G_GUINT64_FORMAT " %10" G_GUINT64_FORMAT " %8" G_GUINT64_FORMAT " %8.1f\n",
                            bel_program_claim_rule_name (profile->program, i), cost->candidates, cost->steps,
                            cost->matches, (double) cost->nanoseconds / 1000);
  }
}

static void
show_count (GString *out, const char *name, uint64_t n)
{
  if (n)
    g_string_append_printf (out, "%-40s %10" G_GUINT64_FORMAT "\n", name, n);
}

static void
show (const Profile *profile, GString *out)
{
  const BelProgram *program = profile->program;
  show_claims (profile, out);
  g_string_append_printf (out, "\n%-40s %10s\n", "conflict rule", "fired");
  for (uint32_t i = 0; i < bel_program_n_conflict_rules (program); i++)
    show_count (out, bel_program_conflict_rule (program, i)->name, profile->conflicts[i]);
  g_string_append_printf (out, "\n%-40s %10s\n", "predicate", "said");
  for (uint32_t i = 0; i < bel_program_n_predicates (program); i++)
    show_count (out, bel_program_predicate (program, i)->name, profile->predicates[i]);
  g_string_append_printf (out, "\n%-40s %10s\n", "lexicon", "words");
  for (uint32_t i = 0; i < bel_program_n_lexicons (program); i++)
    show_count (out, bel_lexicon_name (bel_program_lexicon_by_id (program, i)), profile->lexicons[i]);
  g_string_append_printf (out, "\n%" G_GUINT64_FORMAT " tokens; claim rules %.3f ms, predicates %.3f ms\n",
                          profile->n_tokens, (double) profile->match_us / 1000, (double) profile->predicate_us / 1000);
}

int
bel_rules_profile (const BelEngine *engine, char **names, int n)
{
  const BelProgram *program = bel_engine_program (engine);
  g_autoptr (BelArena) arena = bel_arena_new ();
  Profile profile = { .engine = engine, .program = program };
  profile.claims = bel_arena_new_array (arena, BelRuleCost, bel_program_n_claim_rules (program));
  profile.conflicts = bel_arena_new_array (arena, uint64_t, bel_program_n_conflict_rules (program));
  profile.predicates = bel_arena_new_array (arena, uint64_t, bel_program_n_predicates (program));
  profile.lexicons = bel_arena_new_array (arena, uint64_t, bel_program_n_lexicons (program));
  gboolean good = n > 0;
  if (n == 0)
    bel_cli_error ("profile takes the drafts to run the rules on");
  for (int i = 0; i < n; i++)
    good = profile_file (&profile, names[i]) && good;
  g_autoptr (GString) out = g_string_new (NULL);
  if (profile.n_tokens)
    show (&profile, out);
  return bel_cli_write (out) && good ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
