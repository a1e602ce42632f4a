/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* One draft and its claims; two drafts against each other. */
#include "desk/draft.h"

#include "base/file.h"
#include "document/metadata.h"
#include "report/claim-diff.h"
#include "report/extract.h"
#include "report/json-writer.h"

#include <string.h>

/* Below this a pair is not called a conflict: a choice, see docs/notes/confidence.md. */
#define VERDICT_CONFIDENCE 0.35f

struct BelieDraft {
  const BelieDesk *desk;
  BelDocument *document;
  BelClaims *claims; /* in the document */
  bool good;
};

/* -- reading --------------------------------------------------------------------------------- */

static void
tell (GString *messages, const BelDiags *diags, const char *name, const GError *error)
{
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *text = bel_diag_format (bel_diags_get (diags, i));
    g_string_append (messages, text);
  }
  if (error && strstr (error->message, name))
    g_string_append_printf (messages, "belie: %s\n", error->message);
  else if (error)
    g_string_append_printf (messages, "belie: %s: %s\n", name, error->message);
}

BelieDraft *
bel_draft_new (const BelieDesk *desk, const char *name, GBytes *bytes, BelInput input, const char *date,
               char **out_messages)
{
  const BelEngine *engine = bel_desk_engine (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autoptr (BelieDraft) draft = g_new0 (BelieDraft, 1);
  draft->desk = desk;
  draft->document = bytes ? bel_engine_read_bytes (engine, name, bytes, input, diags, &error)
                          : bel_engine_read (engine, name, input, diags, &error);
  if (draft->document) {
    if (date)
      bel_date_parse (date, strlen (date), &draft->document->date);
    bel_engine_parse (engine, draft->document, input, diags);
    draft->claims = bel_engine_extract (engine, draft->document);
  }
  draft->good = draft->claims && bel_diags_count_at_least (diags, BEL_SEVERITY_ERROR) == 0;
  tell (messages, diags, name, error);
  if (out_messages)
    *out_messages = messages->len ? g_strdup (messages->str) : NULL;
  return draft->claims ? g_steal_pointer (&draft) : NULL;
}

BelieDraft *
belie_draft_new (const BelieDesk *desk, const char *name, const char *bytes, size_t n_bytes, const char *date,
                 char **out_messages)
{
  g_autoptr (GBytes) copy = bytes ? bel_bytes_copy (bytes, n_bytes) : NULL;
  return bel_draft_new (desk, name, copy, BEL_INPUT_AUTO, date, out_messages);
}

void
belie_draft_free (BelieDraft *draft)
{
  if (!draft)
    return;
  g_clear_pointer (&draft->document, bel_document_free);
  g_free (draft);
}

bool
bel_draft_is_good (const BelieDraft *draft)
{
  return draft->good;
}

/* -- claims ---------------------------------------------------------------------------------- */

typedef void Write (const BelClaims *claims, GString *out);

static const struct {
  const char *name;
  Write *write;
  const char *header;
} FORMATS[] = {
#define F(name, write, header) { name, write, header },
#include "report/extract.def"
#undef F
};

const char *const *
bel_draft_formats (void)
{
  static const char *const NAMES[] = {
#define F(name, write, header) name,
#include "report/extract.def"
#undef F
    NULL
  };
  return NAMES;
}

static int
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (g_str_equal (FORMATS[i].name, name))
      return (int) i;
  return -1;
}

const char *
bel_draft_header (const char *format)
{
  int at = find_format (format);
  return at < 0 ? NULL : FORMATS[at].header;
}

char *
belie_draft_claims (const BelieDraft *draft, const char *format, size_t *out_n_bytes)
{
  int at = find_format (format);
  if (at < 0)
    return NULL;
  GString *out = g_string_new (NULL);
  FORMATS[at].write (draft->claims, out);
  if (out_n_bytes)
    *out_n_bytes = out->len;
  return g_string_free (out, FALSE);
}

/* -- two drafts ------------------------------------------------------------------------------ */

static void
write_place (BelJson *json, const char *name, const BelFindings *findings, const BelClaimRef *ref)
{
  bel_json_object (json, name);
  bel_json_span (json, "span", bel_document_source_span (findings->sources[ref->document]->document, ref->span));
  bel_json_end (json);
}

static void
write_conflict (BelJson *json, const BelFindings *findings, const BelConflict *conflict)
{
  bel_json_object (json, NULL);
  bel_json_string (json, "rule", conflict->rule);
  bel_json_string (json, "class", bel_conflict_class_name (conflict->class_));
  bel_json_rounded (json, "confidence", (double) conflict->confidence, 3);
  write_place (json, "a", findings, &conflict->a);
  write_place (json, "b", findings, &conflict->b);
  bel_json_string (json, "message", conflict->message);
  bel_json_end (json);
}

/* How sure the verdict is: of a conflict, its confidence; of none, what is left by the best that was found. */
static float
highest (const BelFindings *findings)
{
  float best = 0;
  for (uint32_t i = 0; i < findings->conflicts.n; i++)
    best = MAX (best, findings->conflicts.items[i].confidence);
  return best;
}

static void
write_verdict (GString *out, const char *id, const BelFindings *findings, float best)
{
  BelJson json;
  bool conflict = best >= VERDICT_CONFIDENCE;
  bel_json_init (&json, out, 0);
  bel_json_object (&json, NULL);
  if (id)
    bel_json_string (&json, "id", id);
  bel_json_string (&json, "verdict", conflict ? "conflict" : "no-conflict");
  bel_json_rounded (&json, "confidence", (double) (conflict ? best : 1 - best), 3);
  bel_json_array (&json, "conflicts");
  for (uint32_t i = 0; i < findings->conflicts.n; i++)
    if (findings->conflicts.items[i].confidence >= VERDICT_CONFIDENCE)
      write_conflict (&json, findings, &findings->conflicts.items[i]);
  bel_json_end (&json);
  bel_json_end (&json);
  g_string_append_c (out, '\n');
}

int
bel_drafts_compare (const BelieDraft *a, const BelieDraft *b, const char *id, GString *out)
{
  const BelEngine *engine = bel_desk_engine (a->desk);
  BelClaims *sides[] = { a->claims, b->claims };
  const BelCompareOptions options = {
    .scope = BEL_SCOPE_SET,
    .same_situation = true,
    .gazetteer = bel_engine_gazetteer (engine),
    .wordnet = bel_engine_wordnet (engine),
  };
  g_autoptr (BelFindings) findings
      = bel_conflicts_find (bel_engine_program (engine), sides, G_N_ELEMENTS (sides), &options);
  float best = highest (findings);
  write_verdict (out, id, findings, best);
  return best >= VERDICT_CONFIDENCE ? BELIE_FOUND : BELIE_CLEAN;
}

int
belie_drafts_compare (const BelieDraft *a, const BelieDraft *b, char **out_json)
{
  g_autoptr (GString) out = g_string_new (NULL);
  int verdict = bel_drafts_compare (a, b, NULL, out);
  if (out_json)
    *out_json = g_strdup (out->str);
  return verdict;
}

int
belie_drafts_diff (const BelieDraft *before, const BelieDraft *after, const char *format, char **out_text)
{
  bool json = g_str_equal (format, "json");
  if (out_text)
    *out_text = NULL;
  if (!json && !g_str_equal (format, "text"))
    return BELIE_ERROR;
  g_autoptr (BelDiff) diff = bel_diff_new (before->claims, after->claims);
  g_autoptr (GString) out = g_string_new (NULL);
  (json ? bel_diff_json : bel_diff_text) (diff, before->document->name, after->document->name, out);
  if (out_text)
    *out_text = g_strdup (out->str);
  return diff->n[BEL_DIFF_SAME] == diff->rows->len ? BELIE_CLEAN : BELIE_FOUND;
}
