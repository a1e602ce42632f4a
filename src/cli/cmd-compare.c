/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie compare: can two texts, said of one situation, both be true? */
#include "cli/cli.h"

#include "base/file.h"
#include "report/json-read.h"
#include "report/json-writer.h"

#include <string.h>

/* Below this a pair is not called a conflict: a choice, see docs/notes/confidence.md. */
#define VERDICT_CONFIDENCE 0.35f

typedef struct {
  const BelEngine *engine;
  BelInput input;
  gboolean failed;
} Compare;

/* -- one pair ---------------------------------------------------------------------------------------- */

static BelDay
parse_day (const char *text)
{
  int year, month, day;
  if (!text || sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3 || !g_date_valid_dmy (day, month, year))
    return BEL_DAY_NONE;
  g_autoptr (GDate) date = g_date_new_dmy (day, month, year);
  g_autoptr (GDate) epoch = g_date_new_dmy (1, 1, 1970);
  return g_date_days_between (epoch, date);
}

static BelClaims *
read_side (Compare *compare, const char *name, GBytes *bytes, const char *date, BelDocument **out_document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelDocument *document = bel_engine_read_bytes (compare->engine, name, bytes, compare->input, diags, &error);
  *out_document = document;
  if (!document) {
    bel_cli_error ("%s: %s", name, error ? error->message : "cannot be read");
    return NULL;
  }
  BelDay day = parse_day (date);
  if (day != BEL_DAY_NONE)
    document->date = day;
  bel_engine_parse (compare->engine, document, compare->input, diags);
  bel_cli_show_diags (diags);
  return bel_engine_extract (compare->engine, document);
}

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
write_result (GString *out, const char *id, const BelFindings *findings)
{
  BelJson json;
  float best = highest (findings);
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

/* Returns: BEL_EXIT_FOUND when the two conflict. */
static int
compare_pair (Compare *compare, const char *id, const char *name_a, GBytes *a, const char *name_b, GBytes *b,
              const char *date, GString *out)
{
  g_autoptr (BelDocument) document_a = NULL, document_b = NULL;
  BelClaims *sides[2];
  sides[0] = read_side (compare, name_a, a, date, &document_a);
  sides[1] = read_side (compare, name_b, b, date, &document_b);
  if (!sides[0] || !sides[1])
    return BEL_EXIT_ERROR;
  const BelCompareOptions options = {
    .scope = BEL_SCOPE_SET,
    .same_situation = true,
    .gazetteer = bel_engine_gazetteer (compare->engine),
    .wordnet = bel_engine_wordnet (compare->engine),
  };
  g_autoptr (BelFindings) findings = bel_conflicts_find (bel_engine_program (compare->engine), sides, 2, &options);
  write_result (out, id, findings);
  return highest (findings) >= VERDICT_CONFIDENCE ? BEL_EXIT_FOUND : BEL_EXIT_OK;
}

/* -- lines of JSON ------------------------------------------------------------------------------------- */

static char *
id_member (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "id");
  if (!node || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (json_node_get_string (node));
}

static int
compare_line (Compare *compare, JsonParser *parser, const char *line, gssize n, guint number, GString *out)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_parser_load_from_data (parser, line, n, &error) ? json_parser_get_root (parser) : NULL;
  JsonObject *object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *a = object ? bel_json_member_text (object, "text_a") : NULL, *b = object ? bel_json_member_text (object, "text_b") : NULL;
  if (!a || !b) {
    bel_cli_error ("line %u: expected an object with text_a and text_b", number);
    return BEL_EXIT_ERROR;
  }
  g_autofree char *id = id_member (object);
  g_autoptr (GBytes) bytes_a = g_bytes_new (a, strlen (a)), bytes_b = g_bytes_new (b, strlen (b));
  return compare_pair (compare, id, "text_a", bytes_a, "text_b", bytes_b, bel_json_member_text (object, "date"), out);
}

static int
compare_lines (Compare *compare, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bel_file_read (name, &error);
  if (!bytes) {
    bel_cli_error ("%s", error->message);
    return BEL_EXIT_ERROR;
  }
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size), *end = at + size;
  g_autoptr (JsonParser) parser = json_parser_new ();
  int worst = BEL_EXIT_OK;
  for (guint number = 1; at < end; number++) {
    const char *stop = memchr (at, '\n', (gsize) (end - at));
    stop = stop ? stop : end;
    g_autoptr (GString) out = g_string_new (NULL);
    int result = stop > at ? compare_line (compare, parser, at, stop - at, number, out) : BEL_EXIT_OK;
    worst = MAX (worst, result);
    if (!bel_cli_write (out))
      return BEL_EXIT_ERROR;
    at = stop + 1;
  }
  return worst;
}

/* -- two files -------------------------------------------------------------------------------------------- */

static int
compare_files (Compare *compare, const char *name_a, const char *name_b)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) a = bel_file_read (name_a, &error);
  g_autoptr (GBytes) b = a ? bel_file_read (name_b, &error) : NULL;
  if (!a || !b) {
    bel_cli_error ("%s", error->message);
    return BEL_EXIT_ERROR;
  }
  g_autoptr (GString) out = g_string_new (NULL);
  int result = compare_pair (compare, NULL, name_a, a, name_b, b, NULL, out);
  return bel_cli_write (out) ? result : BEL_EXIT_ERROR;
}

int
bel_cmd_compare (int argc, char **argv)
{
  g_autofree char *input_name = NULL;
  gboolean jsonl = FALSE;
  const BelBound bound[] = { { "jsonl", &jsonl }, { "input", &input_name } };
  Compare compare = { 0 };
  if (!bel_cli_parse (&argc, &argv, "compare", bound, G_N_ELEMENTS (bound), NULL)
      || !bel_cli_input (input_name ? input_name : "text", NULL, &compare.input))
    return BEL_EXIT_ERROR;
  if (jsonl ? argc > 2 : argc != 3) {
    bel_cli_error (jsonl ? "compare --jsonl takes one file or none" : "compare takes two files; see 'belie compare --help'");
    return BEL_EXIT_ERROR;
  }
  g_autoptr (BelEngine) engine = bel_cli_engine ();
  if (!engine)
    return BEL_EXIT_ERROR;
  compare.engine = engine;
  return jsonl ? compare_lines (&compare, argc > 1 ? argv[1] : "-") : compare_files (&compare, argv[1], argv[2]);
}
