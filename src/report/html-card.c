/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* One card a dispute. Neither account is the wrong one: A is blue and B is rust, both with their letter. */
#include "report/escape.h"
#include "report/html-private.h"

#include <string.h>

/* One account as the card shows it. */
typedef struct {
  char letter; /* 'a', 'b', or 'o': takes no side */
  BelEnd end;
  char *name; /* of its source */
  const char *remark;
  BelDay day;   /* when it was given, or BEL_DAY_NONE */
  BelDay about; /* the day it speaks of, or BEL_DAY_NONE */
} Account;

static void
account_clear (gpointer data)
{
  g_free (((Account *) data)->name);
}

/* -- the accounts ---------------------------------------------------------------------------- */

/* The first day named within the account (@inside), or in its sentence beside it: "reported on Thursday that …". */
static BelDay
day_named (const BelEnd *end, bool inside)
{
  BelSpan sentence = bel_report_sentence (end);
  for (uint32_t i = 0; i < end->claims->times.n; i++) {
    const BelTime *time = &end->claims->times.items[i];
    bool resolved = time->low != BEL_DAY_NONE && time->low == time->high && !time->floating && !time->recurring;
    if (resolved && bel_span_contains (sentence, time->span) && bel_span_overlaps (end->visible, time->span) == inside)
      return time->low;
  }
  return BEL_DAY_NONE;
}

static void
add_account (GArray *accounts, char letter, BelEnd end, char *name, const char *remark)
{
  BelDay said = day_named (&end, false);
  Account account
      = { letter, end, name, remark, said != BEL_DAY_NONE ? said : end.document->date, day_named (&end, true) };
  g_array_append_val (accounts, account);
}

static void
add_parties (GArray *accounts, const BelFindings *findings, const BelDispute *dispute)
{
  static const char LETTERS[]
      = { [BEL_PARTY_FOR] = 'a', [BEL_PARTY_AGAINST] = 'b', [BEL_PARTY_UNCOMMITTED] = 'o', [BEL_PARTY_RELATED] = 'o' };
  for (uint32_t i = 0; i < dispute->parties.n; i++) {
    const BelParty *party = &dispute->parties.items[i];
    add_account (accounts, LETTERS[party->side], bel_report_party_end (findings, party),
                 bel_report_party_name (findings, party),
                 party->side == BEL_PARTY_UNCOMMITTED ? " takes no side"
                 : party->side == BEL_PARTY_RELATED   ? " (related)"
                                                      : "");
  }
}

static bool
has_side (const GArray *accounts, char letter)
{
  for (guint i = 0; i < accounts->len; i++)
    if (g_array_index (accounts, Account, i).letter == letter)
      return true;
  return false;
}

/* Who answers for a place that is no claim: the first source with content in it. */
static uint32_t
attribution_in (const BelEnd *end)
{
  for (uint32_t i = 0; i < end->claims->attributions.n; i++) {
    const BelAttribution *attribution = &end->claims->attributions.items[i];
    for (uint32_t k = 0; k < attribution->content.n; k++)
      if (bel_span_contains (end->visible, attribution->content.items[k]))
        return i;
  }
  return BEL_NONE;
}

/* A side that no party was found for is the conflict's own end. */
static void
add_end (GArray *accounts, const BelFindings *findings, BelClaimRef ref, char letter)
{
  BelEnd end = bel_report_end (findings, ref);
  BelParty party = { .claim = ref,
                     .attribution = end.claim ? end.claim->attribution : attribution_in (&end),
                     .reported_by = BEL_NONE };
  if (!has_side (accounts, letter))
    add_account (accounts, letter, end, bel_report_party_name (findings, &party), "");
}

static GArray *
collect_accounts (const BelFindings *findings, const BelDispute *dispute, const BelConflict *conflict)
{
  GArray *accounts = g_array_new (FALSE, TRUE, sizeof (Account));
  g_array_set_clear_func (accounts, account_clear);
  add_parties (accounts, findings, dispute);
  add_end (accounts, findings, conflict->a, 'a');
  if (conflict->a.document != conflict->b.document || !bel_span_equal (conflict->a.span, conflict->b.span))
    add_end (accounts, findings, conflict->b, 'b');
  return accounts;
}

static void
append_account (BelHtmlPage *page, const Account *account)
{
  const BelEnd *end = &account->end;
  bool shown = page->report->snippets;
  BelHtmlPlace place = { end->document, end->visible, account->letter, page->n_cards, page->places->len + 1 };
  g_array_append_val (page->places, place);
  g_string_append (page->out, "<div class=\"account\">");
  if (account->letter != 'o')
    g_string_append_printf (page->out, "<b>%c</b>", g_ascii_toupper (account->letter));
  g_string_append (page->out, "<strong>");
  bel_html_append_text (page, shown ? account->name : "");
  g_string_append_printf (page->out, "</strong>%s", account->remark);
  /* under an embargo there is no text to lead to */
  if (shown)
    g_string_append_printf (page->out, "<a class=\"place\" href=\"#p%u\">", place.account);
  else
    g_string_append (page->out, "<span class=\"place\">");
  bel_html_append_text (page, end->document->name);
  g_string_append_printf (page->out, ", line %u%s", end->start.line1, shown ? "</a>" : "</span>");
  if (shown)
    bel_html_append_quote (page->out, end);
  g_string_append (page->out, "</div>");
}

static void
append_side (BelHtmlPage *page, const GArray *accounts, char letter)
{
  if (!has_side (accounts, letter))
    return;
  g_string_append_printf (page->out, "<div class=\"side %c\">", letter);
  for (guint i = 0; i < accounts->len; i++)
    if (g_array_index (accounts, Account, i).letter == letter)
      append_account (page, &g_array_index (accounts, Account, i));
  g_string_append (page->out, "</div>");
}

/* -- when ------------------------------------------------------------------------------------ */

static gint
by_day (gconstpointer a, gconstpointer b)
{
  const Account *left = *(const Account *const *) a, *right = *(const Account *const *) b;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  int names
      = left->end.document == right->end.document ? 0 : strcmp (left->end.document->name, right->end.document->name);
  return names                                              ? names
         : left->end.source.start < right->end.source.start ? -1
                                                            : left->end.source.start > right->end.source.start;
}

static void
append_day (const BelHtmlPage *page, BelDay day)
{
  static const char *const MONTHS[] = { "",     "January", "February",  "March",   "April",    "May",     "June",
                                        "July", "August",  "September", "October", "November", "December" };
  GDate date;
  if (bel_day_date (day, &date))
    g_string_append_printf (page->out, "%u %s %u", g_date_get_day (&date), MONTHS[g_date_get_month (&date)],
                            g_date_get_year (&date));
}

/* The accounts in the order in which they were given; left out when that is all one day, or not known. */
static void
append_timeline (const BelHtmlPage *page, const GArray *accounts)
{
  g_autoptr (GPtrArray) dated = g_ptr_array_new ();
  for (guint i = 0; i < accounts->len; i++) {
    Account *account = &g_array_index (accounts, Account, i);
    GDate date;
    if (bel_day_date (account->day, &date))
      g_ptr_array_add (dated, account);
  }
  g_ptr_array_sort (dated, by_day);
  if (dated->len < 2
      || ((const Account *) dated->pdata[0])->day == ((const Account *) dated->pdata[dated->len - 1])->day)
    return;
  g_string_append (page->out, "<ol class=\"timeline\">");
  for (guint i = 0; i < dated->len; i++) {
    const Account *account = dated->pdata[i];
    g_string_append_printf (page->out, "<li class=\"%c\"><i>", account->letter);
    append_day (page, account->day);
    g_string_append_printf (page->out, "</i> <b>%s</b>",
                            account->letter == 'a'   ? "A"
                            : account->letter == 'b' ? "B"
                                                     : "–");
    bel_html_append_text (page, account->name);
    if (account->about != BEL_DAY_NONE && account->about != account->day) {
      g_string_append (page->out, ", about ");
      append_day (page, account->about);
    }
    g_string_append (page->out, "</li>");
  }
  g_string_append (page->out, "</ol>");
}

/* -- why, and what to do --------------------------------------------------------------------- */

/* Whether a step tells who holds what ("true for the ministry: …"), as the table does. */
static bool
is_side_step (const char *step)
{
  for (int truth = 0; truth <= BEL_TRUTH_PROBABLY_FALSE; truth++) {
    const char *name = bel_truth_name ((BelTruth) truth);
    if (g_str_has_prefix (step, name) && g_str_has_prefix (step + strlen (name), " for "))
      return true;
  }
  return false;
}

static void
append_why (const BelHtmlPage *page, const BelConflict *conflict, bool has_table)
{
  g_auto (GStrv) steps = g_strsplit (conflict->why ? conflict->why : "", "\n", -1);
  bool open = false;
  g_string_append (page->out, "<p class=\"why\">Why: ");
  bel_html_append_text (page, conflict->message ? conflict->message : conflict->rule);
  g_string_append (page->out, ".</p>");
  for (guint i = 0; steps[i]; i++) {
    if (!*steps[i] || (has_table && is_side_step (steps[i])))
      continue;
    g_string_append (page->out, open ? "<br>" : "<details><summary>How it was found</summary>");
    bel_html_append_text (page, steps[i]);
    open = true;
  }
  g_string_append (page->out, open ? "</details>" : "");
}

static void
append_accepted (const BelHtmlPage *page, const BelConflict *conflict)
{
  if (!conflict->suppressed)
    return;
  g_string_append_printf (page->out, "<p class=\"soft\">Accepted %s",
                          conflict->accepted_in_draft ? "in the draft" : "in the baseline");
  if (conflict->accepted_why && *conflict->accepted_why && page->report->snippets) {
    g_string_append (page->out, ": ");
    bel_html_append_text (page, conflict->accepted_why);
  }
  g_string_append (page->out, "</p>");
}

/* What the class means, in plain words. */
static const char *
class_words (BelConflictClass class_)
{
  static const char *const WORDS[BEL_N_CLASSES] = {
    [BEL_CLASS_SELF_CONTRADICTION] = "One voice against itself",
    [BEL_CLASS_UNDISCLOSED] = "The draft states as fact what a source denies",
    [BEL_CLASS_DISPUTE] = "Sources against each other, named as such",
    [BEL_CLASS_ARCHIVE] = "Against what was published or is on a fact sheet",
    [BEL_CLASS_SUPERSEDED] = "A later figure replaces an earlier one",
  };
  return WORDS[class_];
}

/* Whether the end is an account of side B: where the denial stands first. */
static bool
is_second (const BelDispute *dispute, const BelClaimRef *end)
{
  for (uint32_t i = 0; i < dispute->parties.n; i++) {
    const BelParty *party = &dispute->parties.items[i];
    if (party->claim.document == end->document && bel_span_equal (party->claim.span, end->span)
        && party->side <= BEL_PARTY_AGAINST)
      return party->side == BEL_PARTY_AGAINST;
  }
  return false;
}

void
bel_html_append_card (BelHtmlPage *page, const BelFindings *findings, const BelDispute *dispute)
{
  const BelConflict *conflict = &findings->conflicts.items[dispute->conflicts.items[0]];
  g_autoptr (GArray) accounts = collect_accounts (findings, dispute, conflict);
  page->n_cards++;
  g_string_append_printf (page->out, "<article class=\"card\" id=\"d%u\"><h3>", page->n_cards);
  bel_html_append_text (page, page->report->snippets && dispute->question ? dispute->question : "Two accounts differ.");
  g_string_append_printf (page->out, "</h3><p class=\"meta\">%s · %s · %.0f&nbsp;%% sure · <code>",
                          class_words (dispute->class_), bel_severity_name (dispute->severity),
                          (double) dispute->confidence * 100);
  bel_html_append_text (page, conflict->rule);
  g_string_append_printf (page->out, "</code> · <code>%s</code></p><div class=\"accounts\">", conflict->id);
  append_side (page, accounts, 'a');
  append_side (page, accounts, 'b');
  g_string_append (page->out, "</div>");
  append_side (page, accounts, 'o');
  if (page->report->snippets) {
    bool turned = is_second (dispute, &conflict->a);
    BelEnd a = bel_report_end (findings, turned ? conflict->b : conflict->a),
           b = bel_report_end (findings, turned ? conflict->a : conflict->b);
    bel_html_append_table (page->out, &a, &b);
    append_timeline (page, accounts);
    append_why (page, conflict, a.claim && b.claim);
  }
  append_accepted (page, conflict);
  g_string_append (page->out, "</article>\n");
}
