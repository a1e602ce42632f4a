/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The report for editors: one file that needs nothing else, no script in it, and a content security policy that allows nothing but
 * its own style. What needs a hand comes first, then disputes that the drafts disclose, then what was accepted. */
#include "report/html-private.h"

#include <string.h>

/* Full texts are left out of the page beyond this many bytes of drafts. */
#define MAX_TEXT_BYTES (150u * 1024u)

/* -- head ------------------------------------------------------------------------------------ */

static void
append_head (const BelHtmlPage *page)
{
  guint8 digest[32];
  gsize n_digest = sizeof digest;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, (const guchar *) BEL_HTML_STYLE, (gssize) strlen (BEL_HTML_STYLE));
  g_checksum_get_digest (checksum, digest, &n_digest);
  g_autofree char *hash = g_base64_encode (digest, n_digest);
  g_string_append_printf (
      page->out,
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

static guint
count_class (const BelReport *report, Section section, BelConflictClass class_)
{
  guint n = 0;
  for (uint32_t g = 0; g < report->n_groups; g++)
    for (uint32_t i = 0; i < report->groups[g]->disputes.n; i++) {
      const BelDispute *dispute = &report->groups[g]->disputes.items[i];
      n += dispute->class_ == class_ && section_of (report->groups[g], dispute) == section;
    }
  return n;
}

/* -- the sentence on top, and what is there -------------------------------------------------- */

/* What the class means of a draft, in plain words, after its count. */
static const char *
class_clause (BelConflictClass class_, guint n)
{
  static const char *const ONE[BEL_N_CLASSES] = {
    [BEL_CLASS_SELF_CONTRADICTION] = "contradicts what the same voice says elsewhere",
    [BEL_CLASS_UNDISCLOSED] = "is stated as fact though a source disputes it",
    [BEL_CLASS_DISPUTE] = "sets sources against each other",
    [BEL_CLASS_ARCHIVE] = "goes against what was published or is on a fact sheet",
    [BEL_CLASS_SUPERSEDED] = "gives a figure that a later one replaces",
  };
  static const char *const SEVERAL[BEL_N_CLASSES] = {
    [BEL_CLASS_SELF_CONTRADICTION] = "contradict what the same voice says elsewhere",
    [BEL_CLASS_UNDISCLOSED] = "are stated as fact though a source disputes them",
    [BEL_CLASS_DISPUTE] = "set sources against each other",
    [BEL_CLASS_ARCHIVE] = "go against what was published or is on a fact sheet",
    [BEL_CLASS_SUPERSEDED] = "give figures that later ones replace",
  };
  return n == 1 ? ONE[class_] : SEVERAL[class_];
}

/* "3 points need an editor's hand: 1 is stated as fact though a source disputes it, 2 contradict …" */
static void
append_hand (const BelHtmlPage *page, guint n_hand)
{
  const char *comma = ": ";
  g_string_append_printf (page->out, "%u point%s need%s an editor's hand", n_hand, plural (n_hand),
                          n_hand == 1 ? "s" : "");
  for (int class_ = 0; class_ < BEL_N_CLASSES; class_++) {
    guint n = count_class (page->report, SECTION_HAND, (BelConflictClass) class_);
    if (!n)
      continue;
    if (n == n_hand && n == 1)
      g_string_append_printf (page->out, ": it %s", class_clause ((BelConflictClass) class_, n));
    else
      g_string_append_printf (page->out, "%s%u %s", comma, n, class_clause ((BelConflictClass) class_, n));
    comma = ", ";
  }
  g_string_append (page->out, ". ");
}

static void
append_how_to_accept (const BelHtmlPage *page)
{
  g_string_append (page->out, "<p class=\"soft\">What may stay is accepted beside either passage by <code>&lt;!-- "
                              "belie-accept RULE: why --&gt;</code> "
                              "(in plain text <code>[belie-accept RULE: why]</code>), or by <code>belie accept ID "
                              "--reason=\"why\"</code>; rule and id "
                              "stand below each question.</p>\n");
}

static void
append_lead (const BelHtmlPage *page)
{
  guint n_files = page->report->n_files, n_hand = count_section (page->report, SECTION_HAND);
  guint n_disclosed = count_section (page->report, SECTION_DISCLOSED),
        n_accepted = count_section (page->report, SECTION_ACCEPTED);
  g_string_append (page->out, "<h1>Accounts that cannot both be true</h1>\n<p class=\"lead\">");
  if (n_hand)
    append_hand (page, n_hand);
  else
    g_string_append (page->out, "Nothing here needs an editor's hand. ");
  if (n_disclosed)
    g_string_append_printf (page->out, "%u dispute%s between sources %s disclosed as such. ", n_disclosed,
                            plural (n_disclosed), n_disclosed == 1 ? "is" : "are");
  if (n_accepted)
    g_string_append_printf (page->out, "%u %s been accepted. ", n_accepted, n_accepted == 1 ? "has" : "have");
  uint32_t left_out = bel_report_counts (page->report).left_out;
  if (left_out)
    g_string_append_printf (page->out, "%u more %s not listed. ", left_out, left_out == 1 ? "is" : "are");
  g_string_append_printf (page->out, "</p>\n<p class=\"soft\">%u file%s read by belie ", n_files, plural (n_files));
  bel_html_append_text (page, page->report->version);
  g_string_append (page->out, ". No message says who is right.</p>\n");
  if (n_hand + n_disclosed)
    append_how_to_accept (page);
}

/* Of more cards there is no list: each would be read twice. */
#define MAX_LISTED 30u

/* The questions, each a link to its card. */
static void
append_contents (const BelHtmlPage *page)
{
  guint n = 0, n_all = count_section (page->report, SECTION_HAND) + count_section (page->report, SECTION_DISCLOSED);
  if (n_all < 2 || n_all > MAX_LISTED || !page->report->snippets)
    return;
  g_string_append (page->out, "<ol class=\"contents\">\n");
  for (int section = SECTION_HAND; section <= SECTION_DISCLOSED; section++)
    for (uint32_t g = 0; g < page->report->n_groups; g++) {
      const BelFindings *findings = page->report->groups[g];
      for (uint32_t i = 0; i < findings->disputes.n; i++) {
        const BelDispute *dispute = &findings->disputes.items[i];
        if (section_of (findings, dispute) != (Section) section)
          continue;
        g_string_append_printf (page->out, "<li><a href=\"#d%u\">", ++n);
        bel_html_append_text (page, dispute->question ? dispute->question : "Two accounts differ.");
        g_string_append (page->out, "</a></li>\n");
      }
    }
  g_string_append (page->out, "</ol>\n");
}

static void
append_section (BelHtmlPage *page, Section section)
{
  static const char *const TITLES[] = { "Needs a hand", "Disclosed disputes", "Accepted" };
  if (count_section (page->report, section) == 0)
    return;
  g_string_append_printf (page->out, "<section><h2>%s</h2>\n", TITLES[section]);
  for (uint32_t g = 0; g < page->report->n_groups; g++) {
    const BelFindings *findings = page->report->groups[g];
    for (uint32_t i = 0; i < findings->disputes.n; i++)
      if (section_of (findings, &findings->disputes.items[i]) == section)
        bel_html_append_card (page, findings, &findings->disputes.items[i]);
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
        count_source (sources, bel_report_party_name (report->groups[g], &dispute->parties.items[i]),
                      dispute->parties.items[i].side);
    }
  return sources;
}

static void
append_sources (const BelHtmlPage *page)
{
  g_autoptr (GArray) sources = collect_sources (page->report);
  if (!sources->len)
    return;
  g_string_append (page->out, "<section><h2>Sources</h2><table><thead><tr><th>source</th><th>accounts</th>"
                              "<th>took no side</th></tr></thead><tbody>\n");
  for (guint i = 0; i < sources->len; i++) {
    const Source *source = &g_array_index (sources, Source, i);
    if (source->n[BEL_PARTY_FOR] + source->n[BEL_PARTY_AGAINST] + source->n[BEL_PARTY_UNCOMMITTED] == 0)
      continue;
    g_string_append (page->out, "<tr><td>");
    bel_html_append_text (page, source->name);
    g_string_append_printf (page->out, "</td><td>%u</td><td>%u</td></tr>\n",
                            source->n[BEL_PARTY_FOR] + source->n[BEL_PARTY_AGAINST], source->n[BEL_PARTY_UNCOMMITTED]);
  }
  g_string_append (page->out, "</tbody></table></section>\n");
}

/* Full texts of the drafts something was found in, in the order of the cards. */
static void
append_texts (const BelHtmlPage *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint32 n_bytes = 0;
  for (guint i = 0; i < page->places->len; i++) {
    const BelDocument *document = g_array_index (page->places, BelHtmlPlace, i).document;
    if (!g_hash_table_add (seen, (gpointer) document))
      continue;
    n_bytes += document->n_text;
    g_string_append (page->out, "<section class=\"text\"><h2>");
    bel_html_append_text (page, document->name);
    g_string_append (page->out, "</h2>\n");
    if (n_bytes <= MAX_TEXT_BYTES)
      bel_html_append_document (page->out, document, page->places);
    else
      g_string_append (page->out, "<p class=\"soft\">This page would grow too large with the text of this file.</p>\n");
    g_string_append (page->out, "</section>\n");
  }
}

void
bel_write_html (const BelReport *report, GString *out)
{
  BelHtmlPage page = { report, out, g_array_new (FALSE, FALSE, sizeof (BelHtmlPlace)), 0 };
  append_head (&page);
  append_lead (&page);
  append_contents (&page);
  for (int section = 0; section < N_SECTIONS; section++)
    append_section (&page, (Section) section);
  if (report->snippets) {
    append_sources (&page);
    append_texts (&page);
  }
  g_string_append (out, "</main>\n</body>\n</html>\n");
  g_array_unref (page.places);
}
