/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie compare: can two texts, said of one situation, both be true? */
#include "cli/cli.h"

#include "base/file.h"
#include "report/json-read.h"

#include <string.h>

typedef struct {
  const BelieDesk *desk;
  BelInput input;
} Compare;

/* One side of a pair that is given as text. Returns: (transfer full) NULL after an error was shown. */
static BelieDraft *
read_side (const Compare *compare, const char *name, const char *text, const char *date)
{
  g_autoptr (GBytes) bytes = bel_bytes_copy (text, strlen (text));
  char *messages;
  BelieDraft *draft = bel_draft_new (compare->desk, name, bytes, compare->input, date, &messages);
  fputs (messages ? messages : "", stderr);
  belie_free (messages);
  return draft;
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
compare_line (const Compare *compare, JsonParser *parser, const char *line, gssize n, guint number, GString *out)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_parser_load_from_data (parser, line, n, &error) ? json_parser_get_root (parser) : NULL;
  JsonObject *object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *a = object ? bel_json_member_text (object, "text_a") : NULL,
             *b = object ? bel_json_member_text (object, "text_b") : NULL;
  if (!a || !b) {
    bel_cli_error ("line %u: expected an object with text_a and text_b", number);
    return BEL_EXIT_ERROR;
  }
  g_autofree char *id = id_member (object), *name_a = g_strdup_printf ("line %u, text_a", number),
                  *name_b = g_strdup_printf ("line %u, text_b", number);
  const char *date = bel_json_member_text (object, "date");
  g_autoptr (BelieDraft) draft_a = read_side (compare, name_a, a, date), draft_b = read_side (compare, name_b, b, date);
  return draft_a && draft_b ? bel_drafts_compare (draft_a, draft_b, id, out) : BEL_EXIT_ERROR;
}

static int
compare_lines (const Compare *compare, const char *name)
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
compare_files (const Compare *compare, const char *name_a, const char *name_b)
{
  g_autoptr (BelieDraft) a = bel_cli_draft (compare->desk, name_a, compare->input);
  g_autoptr (BelieDraft) b = bel_cli_draft (compare->desk, name_b, compare->input);
  if (!a || !b)
    return BEL_EXIT_ERROR;
  g_autoptr (GString) out = g_string_new (NULL);
  int verdict = bel_drafts_compare (a, b, NULL, out);
  return bel_cli_write (out) ? verdict : BEL_EXIT_ERROR;
}

int
bel_cmd_compare (int argc, char **argv)
{
  g_autofree char *input_name = NULL, *config = NULL;
  gboolean jsonl = FALSE;
  const BelBound bound[] = { { "jsonl", &jsonl }, { "input", &input_name }, { "config", &config } };
  Compare compare = { 0 };
  if (!bel_cli_parse (&argc, &argv, "compare", bound, G_N_ELEMENTS (bound), NULL)
      || !bel_cli_input (input_name ? input_name
                         : jsonl    ? "text"
                                    : NULL,
                         NULL, &compare.input))
    return BEL_EXIT_ERROR;
  if (jsonl ? argc > 2 : argc != 3) {
    bel_cli_error (jsonl ? "compare --jsonl takes one file or none"
                         : "compare takes two files; see 'belie compare --help'");
    return BEL_EXIT_ERROR;
  }
  g_autoptr (BelieDesk) desk = bel_cli_desk (config);
  if (!desk)
    return BEL_EXIT_ERROR;
  compare.desk = desk;
  return jsonl ? compare_lines (&compare, argc > 1 ? argv[1] : "-") : compare_files (&compare, argv[1], argv[2]);
}
