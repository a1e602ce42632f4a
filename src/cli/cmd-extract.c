/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie extract: the claims of drafts, in a form for people or programs. */
#include "cli/cli.h"

#include "report/extract.h"

typedef void ExtractWriter (const BelClaims *claims, GString *out);

static const struct {
  const char *name;
  ExtractWriter *write;
  const char *header; /* written once, before the first file */
} FORMATS[] = {
  { "text", bel_extract_text, "" },
  { "jsonl", bel_extract_jsonl, "" },
  { "attributions", bel_extract_attributions, "" },
  { "events", bel_extract_events, "" },
  { "csv", bel_extract_csv, BEL_EXTRACT_CSV_HEADER },
  { "markdown", bel_extract_markdown, "" },
  { "jsonld", bel_extract_jsonld, "" },
};

static int
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (g_str_equal (name, FORMATS[i].name))
      return (int) i;
  g_autoptr (GString) known = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    g_string_append_printf (known, "%s%s", i ? ", " : "", FORMATS[i].name);
  bel_cli_error ("--format=%s is not known: it takes one of %s", name, known->str);
  return -1;
}

static gboolean
extract_file (const BelEngine *engine, const char *name, BelInput input, ExtractWriter *write)
{
  BelClaims *claims;
  gboolean good;
  g_autoptr (BelDocument) document = bel_cli_read (engine, name, input, &claims, &good);
  if (!document)
    return FALSE;
  g_autoptr (GString) out = g_string_new (NULL);
  write (claims, out);
  return bel_cli_write (out) && good;
}

int
bel_cmd_extract (int argc, char **argv)
{
  g_autofree char *input_name = NULL, *format = NULL, *keep = NULL;
  const BelBound bound[] = { { "format", &format }, { "input", &input_name }, { "keep", &keep } };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, "extract", bound, G_N_ELEMENTS (bound), NULL) || !bel_cli_input (input_name, keep, &input))
    return BEL_EXIT_ERROR;
  int chosen = find_format (format ? format : "text");
  g_autoptr (BelEngine) engine = chosen >= 0 ? bel_cli_engine () : NULL;
  if (!engine)
    return BEL_EXIT_ERROR;
  ExtractWriter *write = FORMATS[chosen].write;
  g_autoptr (GString) header = g_string_new (FORMATS[chosen].header);
  gboolean good = bel_cli_write (header);
  for (int i = 1; i < argc; i++)
    good = extract_file (engine, argv[i], input, write) && good;
  if (argc < 2)
    good = extract_file (engine, "-", input, write);
  return good ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
