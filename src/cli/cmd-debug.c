/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie debug --stage=STAGE: what each room hands to the next, legibly. */
#include "cli/cli.h"

#include "claim/event.h"

#include "base/limits.h"
#include "cli/debug.h"
#include "report/report.h"

static void
show_blocks (const BelEngine *engine, BelDocument *document, GString *out)
{
  (void) engine;
  for (uint32_t i = 0; i < document->blocks.n; i++) {
    const BelBlock *block = &document->blocks.items[i];
    BelSpan source = bel_document_source_span (document, block->span);
    g_string_append_printf (out, "%-10s %6u-%-6u ", bel_block_kind_name (block->kind), source.start, source.end);
    bel_report_append_clean (out, bel_document_text (document, block->span), bel_span_length (block->span));
    g_string_append_c (out, '\n');
  }
}

static void
show_trees (const BelEngine *engine, BelDocument *document, GString *out)
{
  (void) engine;
  const BelTokens *t = &document->tokens;
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    g_string_append_printf (out, "# sentence %u\n", s + 1);
    for (uint32_t i = sentence->first_token; i < sentence->first_token + sentence->n_tokens; i++) {
      uint32_t head = t->head[i] == BEL_NONE ? 0 : t->head[i] - sentence->first_token + 1;
      g_string_append_printf (out, "%3u  %-20s %-20s %-6s %-6s %3u %s\n", i - sentence->first_token + 1,
                              bel_symbols_text (document->symbols, t->form[i]),
                              bel_symbols_text (document->symbols, t->lemma[i]), bel_pos_name (t->pos[i]),
                              bel_xpos_name (t->xpos[i]), head, bel_dep_name (t->dep[i]));
    }
  }
}

static void
append_words (GString *out, const char *label, const BelDocument *document, BelSpan span)
{
  if (bel_span_is_empty (span))
    return;
  g_string_append (out, label);
  bel_report_append_clean (out, bel_document_text (document, span), bel_span_length (span));
}

static void
show_voice (const BelClaims *claims, const BelClaim *claim, GString *out)
{
  uint32_t chain[BEL_LIMIT_VOICE_DEPTH], n = bel_claim_voice (claims, claim, chain);
  for (uint32_t i = 0; i < n; i++) {
    const BelAttribution *attribution = &claims->attributions.items[chain[i]];
    append_words (out, i ? " > " : "\n      voice: ", claims->document, attribution->source);
    append_words (out, " / ", claims->document, attribution->cue);
    g_string_append_printf (out, " (%s%s%s)", bel_stance_name (attribution->stance),
                            attribution->anonymous ? ", not named" : "", attribution->hearsay ? ", hearsay" : "");
  }
}

static void
show_normal (const BelClaims *claims, const BelClaim *claim, GString *out)
{
  const BelSymbols *symbols = claims->document->symbols;
  g_string_append_printf (out, "\n      normal: %s%s (", claim->normal.sign < 0 ? "-" : "",
                          bel_symbols_text (symbols, claim->normal.predicate));
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++) {
    const BelFiller *filler = &claim->normal.fillers[i];
    g_string_append_printf (out, "%s%s %s", i ? ", " : "", bel_symbols_text (symbols, filler->role),
                            filler->slot.key == BEL_NONE ? "?" : bel_symbols_text (symbols, filler->slot.key));
  }
  g_string_append_c (out, ')');
}

static void
show_claims (const BelEngine *engine, BelDocument *document, GString *out)
{
  const BelClaims *claims = bel_engine_extract (engine, document);
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    g_string_append_printf (out, "c%-4u ", claim->id);
    append_words (out, "", document, claim->subject.span);
    append_words (out, " | ", document, claim->predicate);
    append_words (out, " | ", document, claim->object.span);
    for (uint32_t a = 0; a < claim->arguments.n; a++)
      if (claim->arguments.items[a].slot.head != claim->object.head)
        append_words (out, " | ", document, claim->arguments.items[a].slot.span);
    if (claim->minimal) { /* as the claim before it, with its words parted in another way */
      g_string_append_printf (out, "\n      as c%u, read %s | %s", claim->id - 1, claim->surface.arg1,
                              claim->surface.rel);
      for (uint32_t a = 0; a < claim->surface.n_args; a++)
        g_string_append_printf (out, " | %s", claim->surface.args[a]);
      g_string_append_c (out, '\n');
      continue;
    }
    g_string_append_printf (out, "\n      %s, %s, %s, %s, modality %s", bel_claim_kind_name (claim->kind),
                            bel_polarity_name (claim->polarity), bel_certainty_name (claim->certainty),
                            bel_claim_tense_name (claim->tense), bel_modality_name (claim->modality));
    show_voice (claims, claim, out);
    show_normal (claims, claim, out);
    g_string_append_c (out, '\n');
  }
}

static void
show_feature (uint32_t token, const char *name, float value, void *data)
{
  struct {
    const BelDocument *document;
    GString *out;
  } *to = data;
  const BelSentence *sentence = &to->document->sentences.items[to->document->tokens.sentence[token]];
  g_string_append_printf (to->out, "%s\t%u\t%s\t%g\n", sentence->id ? sentence->id : "-",
                          token - sentence->first_token + 1, name, (double) value);
}

/* Features of predicates that --format=events weighs; script/train-factuality reads them. */
static void
show_features (const BelEngine *engine, BelDocument *document, GString *out)
{
  const BelClaims *claims = bel_engine_extract (engine, document);
  struct {
    const BelDocument *document;
    GString *out;
  } to = { document, out };
  bel_event_features (claims->context, claims, show_feature, &to);
}

static const struct {
  const char *name;
  void (*show) (const BelEngine *engine, BelDocument *document, GString *out);
} STAGES[] = {
  { "blocks", show_blocks },          { "trees", show_trees },   { "values", bel_debug_values },
  { "entities", bel_debug_entities }, { "claims", show_claims }, { "features", show_features },
};

typedef void ShowStage (const BelEngine *engine, BelDocument *document, GString *out);

static ShowStage *
find_stage (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (STAGES); i++)
    if (g_str_equal (name, STAGES[i].name))
      return STAGES[i].show;
  bel_cli_error ("--stage=%s is not known: it takes one of blocks, trees, values, entities, claims, features", name);
  return NULL;
}

static gboolean
show_file (const BelEngine *engine, const char *name, BelInput input, ShowStage *show, GString *out)
{
  gboolean good;
  g_autoptr (BelDocument) document = bel_cli_read (engine, name, input, NULL, &good);
  if (document)
    show (engine, document, out);
  return document != NULL;
}

int
bel_cmd_debug (int argc, char **argv)
{
  g_autofree char *stage = NULL, *input_name = NULL, *keep = NULL;
  gboolean marks = FALSE;
  const BelBound bound[] = { { "stage", &stage }, { "input", &input_name }, { "keep", &keep }, { "marks", &marks } };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, "debug", bound, G_N_ELEMENTS (bound), NULL)
      || !bel_cli_input (input_name, keep, &input))
    return BEL_EXIT_ERROR;
  ShowStage *show = find_stage (stage ? stage : "claims");
  g_autoptr (BelEngine) engine = show ? bel_cli_engine () : NULL;
  if (!engine)
    return BEL_EXIT_ERROR;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean good = TRUE;
  for (int i = 1; i < argc; i++) {
    if (marks)
      g_string_append_printf (out, "file\t%s\n", argv[i]);
    good = show_file (engine, argv[i], input, show, out) && good;
  }
  if (argc < 2)
    good = show_file (engine, "-", input, show, out);
  return bel_cli_write (out) && good ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
