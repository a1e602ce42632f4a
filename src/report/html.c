/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The report for editors: one file that needs nothing else, no script in it, and a content security policy that allows nothing but
 * its own style. What needs a hand comes first, then disputes that the drafts disclose, then what was accepted. */
#include "report/html-private.h"

#include <string.h>

/* Full texts are left out of the page beyond this many bytes of drafts. */
#define MAX_TEXT_BYTES (150u * 1024u)

typedef struct {
  const BelReport *report;
  GString *out;
  GArray *places; /* of BelHtmlPlace */
  guint n_cards;
} Page;

static void
append_text (const Page *page, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  bel_report_append_clean (clean, text, strlen (text));
  bel_report_append_xml (page->out, clean->str);
}

/* -- head ------------------------------------------------------------------------------------ */

static void
append_head (const Page *page)
{
  guint8 digest[32];
  gsize n_digest = sizeof digest;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, (const guchar *) BEL_HTML_STYLE, (gssize) strlen (BEL_HTML_STYLE));
  g_checksum_get_digest (checksum, digest, &n_digest);
  g_autofree char *hash = g_base64_encode (digest, n_digest);
  g_string_append_printf (page->out,
                          "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; "
                          "base-uri 'none'; form-action 'none'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<title>belie: accounts that cannot both be true</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n",
                          hash, BEL_HTML_STYLE);
}

static const char *
plural (guint n)
{
  return n == 1 ? "" : "s";
}

static void
append_lead (const Page *page, guint n_hand, guint n_disclosed, guint n_accepted)
{
  guint n_files = page->report->n_files;
  g_string_append (page->out, "<h1>Accounts that cannot both be true</h1>\n<p class=\"lead\">");
  if (n_hand)
    g_string_append_printf (page->out, "%u passage%s need%s an editor's hand. ", n_hand, plural (n_hand), n_hand == 1 ? "s" : "");
  else
    g_string_append (page->out, "Nothing here needs an editor's hand. ");
  if (n_disclosed)
    g_string_append_printf (page->out, "%u dispute%s between sources %s disclosed as such. ", n_disclosed, plural (n_disclosed),
                            n_disclosed == 1 ? "is" : "are");
  if (n_accepted)
    g_string_append_printf (page->out, "%u %s been accepted. ", n_accepted, n_accepted == 1 ? "has" : "have");
  g_string_append_printf (page->out, "</p>\n<p class=\"soft\">%u file%s read by belie ", n_files, plural (n_files));
  append_text (page, page->report->version);
  g_string_append (page->out, ". No message says who is right.</p>\n");
}

/* -- cards ----------------------------------------------------------------------------------- */

static guint
add_place (Page *page, const BelEnd *end, char letter)
{
  BelHtmlPlace place = { end->document, end->visible, letter, page->n_cards, page->places->len + 1 };
  g_array_append_val (page->places, place);
  return place.account;
}

static void
append_account (Page *page, const BelFindings *findings, const BelParty *party, char letter)
{
  BelEnd end = bel_report_party_end (findings, party);
  g_autofree char *name = bel_report_party_name (findings, party);
  guint account = add_place (page, &end, letter);
  g_string_append (page->out, "<div class=\"account\">");
  if (letter != 'o')
    g_string_append_printf (page->out, "<span class=\"letter\">%c</span>", g_ascii_toupper (letter));
  g_string_append (page->out, "<span class=\"who\">");
  append_text (page, page->report->snippets ? name : "");
  g_string_append (page->out, "</span>");
  if (party->side == BEL_PARTY_UNCOMMITTED)
    g_string_append (page->out, " takes no side");
  /* under an embargo there is no text to lead to */
  if (page->report->snippets)
    g_string_append_printf (page->out, "<a class=\"place\" href=\"#p%u\">", account);
  else
    g_string_append (page->out, "<span class=\"place\">");
  append_text (page, end.document->name);
  g_string_append_printf (page->out, ", line %u%s", end.start.line1, page->report->snippets ? "</a>" : "</span>");
  if (page->report->snippets)
    bel_html_append_quote (page->out, end.document, end.visible);
  g_string_append (page->out, "</div>");
}

static void
append_side (Page *page, const BelFindings *findings, const BelDispute *dispute, BelPartySide side, char letter)
{
  for (uint32_t i = 0; i < dispute->parties.n; i++)
    if (dispute->parties.items[i].side == side)
      append_account (page, findings, &dispute->parties.items[i], letter);
}

static void
append_accounts (Page *page, const BelFindings *findings, const BelDispute *dispute)
{
  g_string_append (page->out, "<div class=\"accounts\"><div class=\"side a\">");
  append_side (page, findings, dispute, BEL_PARTY_FOR, 'a');
  g_string_append (page->out, "</div><div class=\"side b\">");
  append_side (page, findings, dispute, BEL_PARTY_AGAINST, 'b');
  g_string_append (page->out, "</div></div><div class=\"side o\">");
  append_side (page, findings, dispute, BEL_PARTY_UNCOMMITTED, 'o');
  append_side (page, findings, dispute, BEL_PARTY_RELATED, 'o');
  g_string_append (page->out, "</div>");
}

static void
append_why (const Page *page, const BelConflict *conflict)
{
  g_string_append (page->out, "<p class=\"meta\">Why: ");
  append_text (page, conflict->message ? conflict->message : conflict->rule);
  g_string_append (page->out, "</p>");
  g_auto (GStrv) steps = g_strsplit (conflict->why ? conflict->why : "", "\n", -1);
  if (!steps[0])
    return;
  g_string_append (page->out, "<ul class=\"why soft\">");
  for (guint i = 0; steps[i]; i++) {
    g_string_append (page->out, "<li>");
    append_text (page, steps[i]);
    g_string_append (page->out, "</li>");
  }
  g_string_append (page->out, "</ul>");
}

static void
append_card (Page *page, const BelFindings *findings, const BelDispute *dispute)
{
  const BelConflict *conflict = &findings->conflicts.items[dispute->conflicts.items[0]];
  page->n_cards++;
  g_string_append_printf (page->out, "<article class=\"card\" id=\"d%u\"><h3>", page->n_cards);
  append_text (page, page->report->snippets && dispute->question ? dispute->question : "Two accounts differ.");
  g_string_append_printf (page->out, "</h3><p class=\"meta\">%s, %s, rule <code>", bel_severity_name (dispute->severity),
                          bel_conflict_class_name (dispute->class_));
  append_text (page, conflict->rule);
  g_string_append_printf (page->out, "</code>, %.0f %% sure, id <code>", (double) dispute->confidence * 100);
  append_text (page, conflict->id);
  g_string_append (page->out, "</code></p>");
  append_accounts (page, findings, dispute);
  if (page->report->snippets) {
    BelEnd a = bel_report_end (findings, conflict->a), b = bel_report_end (findings, conflict->b);
    bel_html_append_table (page->out, &a, &b);
    append_why (page, conflict);
  }
  g_string_append (page->out, "</article>\n");
}

/* -- sections -------------------------------------------------------------------------------- */

typedef enum { SECTION_HAND, SECTION_DISCLOSED, SECTION_ACCEPTED, N_SECTIONS, SECTION_NONE } Section;

static Section
section_of (const BelFindings *findings, const BelDispute *dispute)
{
  if (bel_dispute_is_suppressed (findings, dispute))
    return findings->conflicts.items[dispute->conflicts.items[0]].off ? SECTION_NONE : SECTION_ACCEPTED;
  return dispute->severity == BEL_SEVERITY_NOTE ? SECTION_DISCLOSED : SECTION_HAND;
}

static guint
count_section (const BelReport *report, Section section)
{
  guint n = 0;
  for (uint32_t g = 0; g < report->n_groups; g++)
    for (uint32_t i = 0; i < report->groups[g]->disputes.n; i++)
      n += section_of (report->groups[g], &report->groups[g]->disputes.items[i]) == section;
  return n;
}

static void
append_section (Page *page, Section section)
{
  static const char *const TITLES[] = { "Needs a hand", "Disclosed disputes", "Accepted" };
  if (count_section (page->report, section) == 0)
    return;
  g_string_append_printf (page->out, "<section><h2>%s</h2>\n", TITLES[section]);
  for (uint32_t g = 0; g < page->report->n_groups; g++) {
    const BelFindings *findings = page->report->groups[g];
    for (uint32_t i = 0; i < findings->disputes.n; i++)
      if (section_of (findings, &findings->disputes.items[i]) == section)
        append_card (page, findings, &findings->disputes.items[i]);
  }
  g_string_append (page->out, "</section>\n");
}

/* -- sources and texts ----------------------------------------------------------------------- */

typedef struct {
  char *name;
  guint n[4]; /* accounts by BelPartySide */
} Source;

static void
source_clear (gpointer data)
{
  g_free (((Source *) data)->name);
}

static void
count_source (GArray *sources, char *name, BelPartySide side)
{
  for (guint i = 0; i < sources->len; i++) {
    Source *source = &g_array_index (sources, Source, i);
    if (g_str_equal (source->name, name)) {
      source->n[side]++;
      g_free (name);
      return;
    }
  }
  Source source = { .name = name };
  source.n[side] = 1;
  g_array_append_val (sources, source);
}

static GArray *
collect_sources (const BelReport *report)
{
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (Source));
  g_array_set_clear_func (sources, source_clear);
  for (uint32_t g = 0; g < report->n_groups; g++)
    for (uint32_t d = 0; d < report->groups[g]->disputes.n; d++) {
      const BelDispute *dispute = &report->groups[g]->disputes.items[d];
      for (uint32_t i = 0; i < dispute->parties.n; i++)
        count_source (sources, bel_report_party_name (report->groups[g], &dispute->parties.items[i]), dispute->parties.items[i].side);
    }
  return sources;
}

static void
append_sources (const Page *page)
{
  g_autoptr (GArray) sources = collect_sources (page->report);
  if (!sources->len)
    return;
  g_string_append (page->out, "<section><h2>Sources</h2><table><thead><tr><th scope=\"col\">source</th><th scope=\"col\">accounts</th>"
                              "<th scope=\"col\">took no side</th></tr></thead><tbody>\n");
  for (guint i = 0; i < sources->len; i++) {
    const Source *source = &g_array_index (sources, Source, i);
    g_string_append (page->out, "<tr><td>");
    append_text (page, source->name);
    g_string_append_printf (page->out, "</td><td>%u</td><td>%u</td></tr>\n", source->n[BEL_PARTY_FOR] + source->n[BEL_PARTY_AGAINST],
                            source->n[BEL_PARTY_UNCOMMITTED]);
  }
  g_string_append (page->out, "</tbody></table></section>\n");
}

/* Full texts of the drafts something was found in, in the order of the cards. */
static void
append_texts (const Page *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint32 n_bytes = 0;
  for (guint i = 0; i < page->places->len; i++) {
    const BelDocument *document = g_array_index (page->places, BelHtmlPlace, i).document;
    if (!g_hash_table_add (seen, (gpointer) document))
      continue;
    n_bytes += document->n_text;
    g_string_append (page->out, "<section class=\"text\"><h2>");
    append_text (page, document->name);
    g_string_append (page->out, "</h2>\n");
    if (n_bytes <= MAX_TEXT_BYTES)
      bel_html_append_text (page->out, document, page->places);
    else
      g_string_append (page->out, "<p class=\"soft\">This page would grow too large with the text of this file.</p>\n");
    g_string_append (page->out, "</section>\n");
  }
}

void
bel_write_html (const BelReport *report, GString *out)
{
  Page page = { report, out, g_array_new (FALSE, FALSE, sizeof (BelHtmlPlace)), 0 };
  append_head (&page);
  append_lead (&page, count_section (report, SECTION_HAND), count_section (report, SECTION_DISCLOSED),
               count_section (report, SECTION_ACCEPTED));
  for (int section = 0; section < N_SECTIONS; section++)
    append_section (&page, (Section) section);
  if (report->snippets) {
    append_sources (&page);
    append_texts (&page);
  }
  g_string_append (out, "</main>\n</body>\n</html>\n");
  g_array_unref (page.places);
}
