/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie explain: everything a conflict rests on, and what would have silenced it. */
#include "cli/cli.h"

#include "desk/accept.h"
#include "desk/check.h"

#include <string.h>

static gboolean
is_chosen (const GPtrArray *chosen, const BelConflict *conflict)
{
  gboolean wanted = chosen->len == 0;
  for (guint i = 0; i < chosen->len && !wanted; i++) {
    const char *word = chosen->pdata[i];
    size_t n = strlen (word);
    bool family = strncmp (conflict->rule, word, n) == 0 && conflict->rule[n] == '.';
    wanted = g_str_equal (word, conflict->id) || g_str_equal (word, conflict->rule) || family
             || g_str_equal (word, bel_conflict_class_name (conflict->class_));
  }
  return wanted;
}

static void
write_indented (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  for (guint i = 0; lines[i]; i++)
    g_string_append_printf (out, "  %s\n", lines[i]);
}

static void
write_end (GString *out, const char *label, const BelFindings *findings, const BelClaimRef *ref)
{
  BelDocument *document = findings->sources[ref->document]->document;
  BelSpan span = bel_document_source_span (document, ref->span);
  BelPosition at = bel_document_position (document, span.start);
  g_autoptr (GString) text = g_string_new (NULL);
  g_string_append_len (text, bel_document_text (document, ref->span), bel_span_length (ref->span));
  for (gsize i = 0; i < text->len; i++)
    if ((unsigned char) text->str[i] < ' ' || text->str[i] == 0x7F)
      text->str[i] = ' ';
  g_string_append_printf (out, "  %s  %s:%u:%u  “%s”\n", label, document->name, at.line1, at.col_chars1, text->str);
}

static void
write_conflict (GString *out, const BelListed *listed)
{
  const BelConflict *conflict = listed->conflict;
  g_string_append_printf (out, "%s  %s  %s%s\n", conflict->id, conflict->rule,
                          bel_conflict_class_name (conflict->class_), conflict->suppressed ? ", accepted" : "");
  g_string_append_printf (out, "  %s\n", conflict->question);
  write_end (out, "A", listed->findings, &conflict->a);
  write_end (out, "B", listed->findings, &conflict->b);
  g_string_append_printf (out, "  %s\n", conflict->message);
  write_indented (out, conflict->why);
  write_indented (out, conflict->basis);
  g_string_append_printf (
      out, "  to accept it: <!-- belie-accept %s: reason --> beside either end, or belie accept %s --reason=TEXT\n\n",
      conflict->rule, conflict->id);
}

/* The words that choose conflicts, until the first that does not. Returns: the index of the first file. */
static int
take_chosen (const BelieDesk *desk, int argc, char **argv, GPtrArray *chosen)
{
  g_autoptr (GPtrArray) known = bel_selectors_known (bel_engine_program (bel_desk_engine (desk)));
  int i = 1;
  while (i < argc && !g_file_test (argv[i], G_FILE_TEST_EXISTS) && bel_selector_is_known (argv[i], known))
    g_ptr_array_add (chosen, argv[i++]);
  return i;
}

static int
run (BelieCheck *check, const GPtrArray *chosen)
{
  bel_check_ignore_baseline (check);
  int status = belie_check_run (check);
  fputs (belie_check_messages (check), stderr);
  if (status == BELIE_ERROR)
    return BEL_EXIT_ERROR;
  g_autoptr (GArray) list = bel_report_list (bel_check_report (check), true);
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = 0;
  for (guint i = 0; i < list->len; i++) {
    const BelListed *listed = &g_array_index (list, BelListed, i);
    if (!is_chosen (chosen, listed->conflict))
      continue;
    write_conflict (out, listed);
    n++;
  }
  if (!n)
    g_string_append (out, chosen->len ? "no such conflict in these files\n" : "no conflict in these files\n");
  return bel_cli_write (out) ? (n || !chosen->len ? BEL_EXIT_OK : BEL_EXIT_FOUND) : BEL_EXIT_ERROR;
}

int
bel_cmd_explain (int argc, char **argv)
{
  g_autofree char *config = NULL, *group = NULL, *facts = NULL;
  const BelBound bound[] = { { "config", &config }, { "group-by", &group }, { "facts", &facts } };
  if (!bel_cli_parse (&argc, &argv, "explain", bound, G_N_ELEMENTS (bound), NULL))
    return BEL_EXIT_ERROR;
  g_autofree char *messages = NULL;
  g_autoptr (BelieDesk) desk = belie_desk_new (config, &messages);
  fputs (messages ? messages : "", stderr);
  if (!desk)
    return BEL_EXIT_ERROR;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  int first_file = take_chosen (desk, argc, argv, chosen);
  g_autoptr (BelieCheck) check = belie_check_new (desk);
  if ((group && belie_check_set (check, "group-by", group) != 0)
      || (facts && belie_check_set (check, "facts", facts) != 0)) {
    fputs (belie_check_messages (check), stderr);
    return BEL_EXIT_ERROR;
  }
  if (first_file < argc && !g_str_equal (argv[first_file], "-")
      && !g_file_test (argv[first_file], G_FILE_TEST_EXISTS)) {
    bel_cli_error ("'%s' is no file, and no id, rule, family or class of conflicts", argv[first_file]);
    return BEL_EXIT_ERROR;
  }
  for (int i = first_file; i < argc; i++)
    belie_check_add_path (check, argv[i]);
  if (first_file == argc)
    belie_check_add_path (check, "-");
  return run (check, chosen);
}
