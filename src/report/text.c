/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The report for people: a dispute is a question, its accounts side by side in the order of the text, then why.
 *
 *   Did Ana Ruiz meet Bo Lind?
 *   dispute · note · polarity.denial · 3f2a91bc01de
 *     A  a city official (not named)                               draft.txt:5:1
 *          5 │ Ruiz met Lind on Monday, a city official said.
 *            │ ━━━━━━━━━━━━━━━━━━━━━━━━
 *     B  Lind's lawyer                                             draft.txt:9:1
 *          …
 * No word of it says who is right. */
#include "report/report.h"
#include "report/snippet.h"

#include <string.h>

#define INDENT 5

/* Blue and rust, never green and red: neither account is the wrong one. */
#define STYLE_A "\033[38;5;33m"
#define STYLE_B "\033[38;5;166m"
#define STYLE_OTHER "\033[38;5;245m"
#define STYLE_TITLE "\033[1m"
#define STYLE_END "\033[0m"

typedef struct {
  const BelReport *report;
  const BelFindings *findings;
  GString *out;
} Writer;

static void
styled (const Writer *w, const char *style, const char *text)
{
  if (w->report->color)
    g_string_append (w->out, style);
  bel_report_append_clean (w->out, text, strlen (text));
  if (w->report->color)
    g_string_append (w->out, STYLE_END);
}

static const char *
severity_style (BelSeverity severity)
{
  static const char *const STYLES[] = { "\033[36m", "\033[33;1m", "\033[35;1m" };
  return STYLES[severity];
}

static const char *
dot (const Writer *w)
{
  return w->report->ascii ? " - " : " · ";
}

/* -- accounts -------------------------------------------------------------------------------- */

static const struct {
  const char *label;
  const char *style;
} SIDES[] = {
  [BEL_PARTY_FOR] = { "A", STYLE_A },
  [BEL_PARTY_AGAINST] = { "B", STYLE_B },
  [BEL_PARTY_UNCOMMITTED] = { "-", STYLE_OTHER },
  [BEL_PARTY_RELATED] = { "~", STYLE_OTHER },
};

static const char *
side_remark (BelPartySide side)
{
  return side == BEL_PARTY_UNCOMMITTED ? " takes no side" : side == BEL_PARTY_RELATED ? " (related)" : "";
}

/* The place as a link that terminals follow: OSC 8 (gist.github.com/egmontkob, "Hyperlinks in terminal emulators"). */
static void
append_linked (const Writer *w, const BelEnd *end, const char *place)
{
  const char *name = end->document->name;
  bool links = w->report->links && !g_str_equal (name, "-");
  g_autofree char *path = links ? g_canonicalize_filename (name, NULL) : NULL;
  g_autofree char *uri = path ? g_filename_to_uri (path, NULL, NULL) : NULL;
  if (uri)
    g_string_append_printf (w->out, "\033]8;;%s\033\\%s\033]8;;\033\\\n", uri, place);
  else
    g_string_append_printf (w->out, "%s\n", place);
}

/* "  A  NAME          FILE:LINE:COLUMN", the place at the right edge where it fits. */
static void
append_account_head (const Writer *w, const BelParty *party, const BelEnd *end)
{
  g_autofree char *name = bel_report_party_name (w->findings, party);
  g_autoptr (GString) place = g_string_new (NULL);
  bel_report_append_clean (place, end->document->name, strlen (end->document->name));
  g_string_append_printf (place, ":%u:%u", end->start.line1, end->start.col_chars1);
  g_string_append (w->out, "  ");
  styled (w, SIDES[party->side].style, SIDES[party->side].label);
  g_string_append (w->out, "  ");
  styled (w, STYLE_TITLE, w->report->snippets ? name : "");
  g_string_append (w->out, side_remark (party->side));
  guint used = INDENT + bel_text_columns (name, strlen (name)) + (guint) strlen (side_remark (party->side));
  guint wanted = bel_text_columns (place->str, place->len);
  guint gap = used + 2 + wanted <= w->report->width ? w->report->width - used - wanted : 2;
  g_string_append_printf (w->out, "%*s", (int) gap, "");
  append_linked (w, end, place->str);
}

static void
append_account (const Writer *w, const BelParty *party)
{
  BelEnd end = bel_report_party_end (w->findings, party);
  append_account_head (w, party, &end);
  if (w->report->snippets)
    bel_snippet_append (w->report, &end, INDENT - 1, SIDES[party->side].style, w->out);
}

/* -- why ------------------------------------------------------------------------------------- */

/* Appends @text wrapped to the width, its further lines under its first. */
static void
append_wrapped (const Writer *w, const char *label, const char *text)
{
  guint margin = (guint) strlen (label) + INDENT, at = margin;
  g_autoptr (GString) clean = g_string_new (NULL);
  bel_report_append_clean (clean, text, strlen (text));
  g_auto (GStrv) words = g_strsplit (clean->str, " ", -1);
  g_string_append_printf (w->out, "%*s%s", INDENT, "", label);
  for (guint i = 0; words[i]; i++) {
    guint columns = bel_text_columns (words[i], strlen (words[i]));
    if (i && at + 1 + columns > w->report->width) {
      g_string_append_printf (w->out, "\n%*s", (int) margin, "");
      at = margin;
    } else if (i) {
      g_string_append_c (w->out, ' ');
      at++;
    }
    g_string_append (w->out, words[i]);
    at += columns;
  }
  g_string_append_c (w->out, '\n');
}

/* The surest conflict that was not accepted stands for the others. */
static const BelConflict *
witness (const BelFindings *findings, const BelDispute *dispute, uint32_t *out_n)
{
  const BelConflict *best = NULL;
  *out_n = 0;
  for (uint32_t i = 0; i < dispute->conflicts.n; i++) {
    const BelConflict *conflict = &findings->conflicts.items[dispute->conflicts.items[i]];
    if (conflict->suppressed)
      continue;
    ++*out_n;
    bool graver = best && conflict->severity > best->severity;
    bool surer = best && conflict->severity == best->severity && conflict->confidence > best->confidence;
    if (!best || graver || surer)
      best = conflict;
  }
  return best;
}

static void
append_why (const Writer *w, const BelConflict *conflict, uint32_t n_conflicts, uint32_t left_out)
{
  if (conflict->message && w->report->snippets)
    append_wrapped (w, "why: ", conflict->message);
  g_auto (GStrv) steps = g_strsplit (conflict->why && w->report->snippets ? conflict->why : "", "\n", -1);
  for (guint i = 0; steps[i]; i++)
    if (*steps[i])
      append_wrapped (w, "     ", steps[i]);
  if (n_conflicts > 1)
    g_string_append_printf (w->out, "%*sand %u more pair%s of these accounts", INDENT, "", n_conflicts - 1,
                            n_conflicts > 2 ? "s" : "");
  if (n_conflicts > 1 && left_out)
    g_string_append_printf (w->out, ", %u not listed", left_out);
  if (n_conflicts > 1)
    g_string_append_c (w->out, '\n');
}

/* -- disputes -------------------------------------------------------------------------------- */

static void
append_title (const Writer *w, const BelDispute *dispute, const BelConflict *conflict)
{
  styled (w, STYLE_TITLE, dispute->question && w->report->snippets ? dispute->question : "Two accounts differ.");
  g_string_append_c (w->out, '\n');
  styled (w, severity_style (dispute->severity), bel_severity_name (dispute->severity));
  g_string_append_printf (w->out, "%s%s%s%s", dot (w), bel_conflict_class_name (dispute->class_), dot (w),
                          conflict->rule);
  g_string_append_printf (w->out, "%s%.0f %% sure%s%s\n\n", dot (w), (double) conflict->confidence * 100, dot (w),
                          conflict->id);
}

static void
append_dispute (const Writer *w, const BelDispute *dispute)
{
  uint32_t n_conflicts;
  const BelConflict *conflict = witness (w->findings, dispute, &n_conflicts);
  if (!conflict)
    return;
  append_title (w, dispute, conflict);
  for (uint32_t i = 0; i < dispute->parties.n; i++)
    append_account (w, &dispute->parties.items[i]);
  append_why (w, conflict, n_conflicts, dispute->left_out);
  if (dispute->related < w->findings->disputes.n && w->report->snippets) {
    const char *other = w->findings->disputes.items[dispute->related].question;
    append_wrapped (w, "related to: ", other ? other : w->findings->disputes.items[dispute->related].id);
  }
  g_string_append_c (w->out, '\n');
}

static const char *
plural (uint32_t n)
{
  return n == 1 ? "" : "s";
}

static void
append_summary (const BelReport *report, GString *out)
{
  BelCounts counts = bel_report_counts (report);
  const uint32_t *n = counts.by_severity;
  uint32_t claims = 0, sentences = 0;
  for (uint32_t i = 0; i < report->n_files; i++) {
    claims += report->files[i].n_claims;
    sentences += report->files[i].n_sentences;
  }
  if (report->n_files == 0) {
    g_string_append (out, "no file was checked\n");
    return;
  }
  g_string_append_printf (out, "%u file%s, %u sentence%s, %u claim%s: ", report->n_files, plural (report->n_files),
                          sentences, plural (sentences), claims, plural (claims));
  if (n[0] + n[1] + n[2] == 0)
    g_string_append (out, "no two accounts exclude each other");
  else
    g_string_append_printf (out, "%u error%s, %u warning%s, %u note%s", n[BEL_SEVERITY_ERROR],
                            plural (n[BEL_SEVERITY_ERROR]), n[BEL_SEVERITY_WARNING], plural (n[BEL_SEVERITY_WARNING]),
                            n[BEL_SEVERITY_NOTE], plural (n[BEL_SEVERITY_NOTE]));
  if (counts.suppressed)
    g_string_append_printf (out, ", %u accepted", counts.suppressed);
  if (counts.left_out)
    g_string_append_printf (out, "; %u more not listed", counts.left_out);
  g_string_append_c (out, '\n');
}

void
bel_write_text (const BelReport *report, GString *out)
{
  for (uint32_t g = 0; g < report->n_groups; g++) {
    Writer w = { report, report->groups[g], out };
    for (uint32_t i = 0; i < w.findings->disputes.n; i++)
      append_dispute (&w, &w.findings->disputes.items[i]);
  }
  append_summary (report, out);
}
