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
  BelRuleCost *claims, *conflicts, *predicates, *lexicons; /* by id */
  uint64_t *said; /* by predicate: tokens at which it is the one that is seen */
  uint64_t n_tokens;
} Profile;

static void
profile_words (Profile *profile, const BelDocument *document)
{
  bel_predicates_profile (profile->program, document, profile->predicates, profile->said);
  for (uint32_t i = 0; i < bel_program_n_lexicons (profile->program); i++) {
    const BelLexicon *lexicon = bel_program_lexicon_by_id (profile->program, i);
    BelRuleCost *cost = &profile->lexicons[i];
    uint64_t start = bel_rule_clock ();
    for (uint32_t t = 0; t < document->tokens.n; t++)
      cost->matches += bel_lexicon_at (lexicon, document, t, NULL) != NULL;
    cost->nanoseconds += bel_rule_clock () - start;
    cost->candidates += document->tokens.n;
  }
}

static void
profile_conflicts (Profile *profile, BelClaims *claims)
{
  BelCompareOptions options = { .scope = BEL_SCOPE_FILE,
                                .gazetteer = bel_engine_gazetteer (profile->engine),
                                .wordnet = bel_engine_wordnet (profile->engine),
                                .costs = profile->conflicts };
  bel_findings_free (bel_conflicts_find (profile->program, &claims, 1, &options));
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
  bel_program_profile (profile->program, document, profile->claims);
  profile_words (profile, document);
  profile_conflicts (profile, bel_engine_extract (profile->engine, document));
  return TRUE;
}

/* -- showing --------------------------------------------------------------------------------------------- */

static void
show_head (GString *out, const char *kind, const char *tried)
{
  g_string_append_printf (out, "%s%-40s %10s %8s %10s\n", out->len ? "\n" : "", kind, tried, "fired", "µs");
}

/* What was never tried costs nothing and is left out. */
static void
show_cost (GString *out, const char *name, const BelRuleCost *cost, uint64_t fired)
{
  if (cost->candidates)
    g_string_append_printf (out, "%-40s %10" G_GUINT64_FORMAT " %8" G_GUINT64_FORMAT " %10.1f\n", name,
                            cost->candidates, fired, (double) cost->nanoseconds / 1000);
}

/* All of one kind together, in milliseconds. */
static double
total (const BelRuleCost *costs, uint32_t n)
{
  uint64_t sum = 0;
  for (uint32_t i = 0; i < n; i++)
    sum += costs[i].nanoseconds;
  return (double) sum / 1000000;
}

static void
show_rules (const Profile *profile, GString *out)
{
  const BelProgram *program = profile->program;
  show_head (out, "claim rule", "tokens");
  for (uint32_t i = 0; i < bel_program_n_claim_rules (program); i++)
    show_cost (out, bel_program_claim_rule_name (program, i), &profile->claims[i], profile->claims[i].matches);
  show_head (out, "conflict rule", "pairs");
  for (uint32_t i = 0; i < bel_program_n_conflict_rules (program); i++)
    show_cost (out, bel_program_conflict_rule (program, i)->name, &profile->conflicts[i],
               profile->conflicts[i].matches);
}

static void
show_words (const Profile *profile, GString *out)
{
  const BelProgram *program = profile->program;
  show_head (out, "predicate", "forms");
  for (uint32_t i = 0; i < bel_program_n_predicates (program); i++)
    show_cost (out, bel_program_predicate (program, i)->name, &profile->predicates[i], profile->said[i]);
  show_head (out, "lexicon", "tokens");
  for (uint32_t i = 0; i < bel_program_n_lexicons (program); i++)
    show_cost (out, bel_lexicon_name (bel_program_lexicon_by_id (program, i)), &profile->lexicons[i],
               profile->lexicons[i].matches);
}

static void
show (const Profile *profile, GString *out)
{
  const BelProgram *program = profile->program;
  show_rules (profile, out);
  show_words (profile, out);
  g_string_append_printf (
      out,
      "\n%" G_GUINT64_FORMAT
      " tokens; claim rules %.3f ms, conflict rules %.3f ms, predicates %.3f ms, lexicons %.3f ms\n",
      profile->n_tokens, total (profile->claims, bel_program_n_claim_rules (program)),
      total (profile->conflicts, bel_program_n_conflict_rules (program)),
      total (profile->predicates, bel_program_n_predicates (program)),
      total (profile->lexicons, bel_program_n_lexicons (program)));
}

int
bel_rules_profile (const BelEngine *engine, char **names, int n)
{
  const BelProgram *program = bel_engine_program (engine);
  g_autoptr (BelArena) arena = bel_arena_new ();
  Profile profile = { .engine = engine, .program = program };
  profile.claims = bel_arena_new_array (arena, BelRuleCost, bel_program_n_claim_rules (program));
  profile.conflicts = bel_arena_new_array (arena, BelRuleCost, bel_program_n_conflict_rules (program));
  profile.predicates = bel_arena_new_array (arena, BelRuleCost, bel_program_n_predicates (program));
  profile.lexicons = bel_arena_new_array (arena, BelRuleCost, bel_program_n_lexicons (program));
  profile.said = bel_arena_new_array (arena, uint64_t, bel_program_n_predicates (program));
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
