/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/accept.h"

#include "base/closest.h"
#include "base/file.h"
#include "document/metadata.h"
#include "document/reader.h"

#include <string.h>

#define MARK "belie-accept"
#define BESIDE_SUFFIX ".belie-accept"

typedef enum { FORM_HERE, FORM_START, FORM_END, FORM_FILE } Form;

/* A comment as it is written. */
typedef struct {
  Form form;
  BelSpan place; /* with its brackets */
  BelSpan words; /* after the mark */
} Comment;

static void
accept_clear (gpointer data)
{
  g_free (((BelAccept *) data)->selector);
  g_free (((BelAccept *) data)->reason);
}

/* -- finding comments ------------------------------------------------------------------------ */

static const struct {
  const char *open, *close;
} BRACKETS[] = { { "<!--", "-->" }, { "{/*", "*/}" }, { "[", "]" } };

static uint32_t
line_end (const BelDocument *document, uint32_t at)
{
  while (at < document->n_source && document->source[at] != '\n' && document->source[at] != '\r')
    at++;
  return at;
}

/* Whether the mark at @at stands at the head of a line of front matter; such a comment is about the whole file. */
static bool
is_in_front_matter (const BelDocument *document, uint32_t at)
{
  const char *source = document->source;
  if (!g_str_has_prefix (source, "---") && !g_str_has_prefix (source, "+++"))
    return false;
  if (at == 0 || source[at - 1] != '\n')
    return false;
  char fence[] = { '\n', source[0], source[0], source[0], 0 };
  return g_strstr_len (source + 3, at - 3, fence) == NULL;
}

/* Finds the brackets around the mark at @at. */
static bool
find_brackets (const BelDocument *document, uint32_t at, BelSpan *out_place, uint32_t *out_end)
{
  const char *source = document->source;
  uint32_t before = at;
  while (before > 0 && g_ascii_isspace (source[before - 1]))
    before--;
  for (guint i = 0; i < G_N_ELEMENTS (BRACKETS); i++) {
    gsize n = strlen (BRACKETS[i].open);
    if (before < n || memcmp (source + before - n, BRACKETS[i].open, n) != 0)
      continue;
    const char *close = g_strstr_len (source + at, document->n_source - at, BRACKETS[i].close);
    if (!close)
      return false;
    *out_end = (uint32_t) (close - source);
    *out_place = BEL_SPAN (before - (uint32_t) n, *out_end + (uint32_t) strlen (BRACKETS[i].close));
    return true;
  }
  return false;
}

/* Reads the comment whose mark stands at @at. */
static bool
read_comment (const BelDocument *document, uint32_t at, Comment *out)
{
  static const struct {
    const char *suffix;
    Form form;
  } FORMS[] = { { "-start", FORM_START }, { "-end", FORM_END }, { "-file", FORM_FILE }, { "", FORM_HERE } };
  uint32_t end, words = at + (uint32_t) strlen (MARK);
  bool front = is_in_front_matter (document, at);
  if (front) {
    end = line_end (document, at);
    out->place = BEL_SPAN (at, end);
    words += document->source[words] == ':';
  } else if (!find_brackets (document, at, &out->place, &end)) {
    return false;
  }
  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    if (g_str_has_prefix (document->source + words, FORMS[i].suffix)) {
      out->form = front ? FORM_FILE : FORMS[i].form;
      words += (uint32_t) strlen (FORMS[i].suffix);
      break;
    }
  out->words = BEL_SPAN (MIN (words, end), end);
  return true;
}

/* -- what a comment covers ------------------------------------------------------------------- */

/* The bytes between the blank lines around @at. */
static BelSpan
paragraph_around (const BelDocument *document, BelSpan at)
{
  const char *source = document->source;
  BelSpan span = at;
  while (span.start > 0
         && !(source[span.start - 1] == '\n'
              && (span.start < 2 || source[span.start - 2] == '\n'
                  || (source[span.start - 2] == '\r' && span.start > 2 && source[span.start - 3] == '\n'))))
    span.start--;
  while (span.end < document->n_source) {
    uint32_t end = line_end (document, span.end), next = end;
    next += next < document->n_source && source[next] == '\r';
    next += next < document->n_source && source[next] == '\n';
    span.end = next;
    if (line_end (document, next) == next)
      break;
  }
  return span;
}

static bool
is_blank (const char *text, BelSpan span)
{
  for (uint32_t i = span.start; i < span.end; i++)
    if (!g_ascii_isspace (text[i]))
      return false;
  return true;
}

/* Whether a comment stands above a table or list, not in one of its cells: a tag opens between it and the first of them. */
static bool
is_above (const BelDocument *document, BelSpan place, uint32_t block, BelSpan source)
{
  const BelBlock *items = document->blocks.items;
  bool parted = items[block].kind == BEL_BLOCK_TABLE_CELL || items[block].kind == BEL_BLOCK_LIST_ITEM;
  bool first = block == 0 || items[block - 1].kind != items[block].kind;
  return parted && first && place.end <= source.start
         && memchr (document->source + place.end, '<', source.start - place.end) != NULL;
}

/* The block the comment stands in, else the next one, or the table or list that begins with it; of those that claims are read from. */
static BelSpan
block_at (const BelDocument *document, BelSpan place)
{
  const BelBlock *items = document->blocks.items;
  for (uint32_t i = 0; i < document->blocks.n; i++) {
    BelSpan source = bel_document_source_span (document, items[i].span);
    if (source.end <= place.start || !bel_block_has_claims (items[i].kind))
      continue;
    uint32_t last = i;
    while (is_above (document, place, i, source) && last + 1 < document->blocks.n
           && items[last + 1].kind == items[i].kind)
      last++;
    return bel_span_union (source, bel_document_source_span (document, items[last].span));
  }
  return BEL_SPAN (place.end, place.end);
}

/* In text whose paragraphs are parted by blank lines, a table or a list without them counts as one paragraph. */
static BelSpan
cover_here (const BelDocument *document, BelSpan place)
{
  BelSpan block = block_at (document, place);
  BelInput input = bel_input_guess (document->name, document->source, document->n_source);
  if (input != BEL_INPUT_TEXT && input != BEL_INPUT_MARKDOWN)
    return block;
  BelSpan around = paragraph_around (document, place);
  bool alone = is_blank (document->source, BEL_SPAN (around.start, place.start))
               && is_blank (document->source, BEL_SPAN (place.end, around.end));
  if (alone && !bel_span_is_empty (block))
    around = paragraph_around (document, BEL_SPAN (block.start, block.start));
  return bel_span_union (around, bel_span_overlaps (around, block) ? block : around);
}

/* -- what it says ---------------------------------------------------------------------------- */

/* The colon before the reason: not one within quotes. */
static char *
find_colon (char *text)
{
  bool quoted = false;
  for (char *p = text; *p; p++) {
    quoted ^= *p == '"';
    if (*p == ':' && !quoted)
      return p;
  }
  return NULL;
}

/* "SELECTOR [until DATE] [: REASON]" */
static BelAccept
parse_words (char *all, BelSpan place, BelDay today)
{
  BelAccept accept = { .place = place, .until = BEL_DAY_NONE };
  char *reason = find_colon (all);
  if (reason)
    *reason++ = 0;
  accept.reason = g_strdup (reason ? g_strstrip (reason) : "");
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (all), " \t\r\n", -1);
  accept.selector = g_strdup (words[0] && *words[0] ? words[0] : "all");
  for (guint i = 1; words[0] && words[i]; i++)
    if (g_str_equal (words[i], "until") && words[i + 1])
      bel_date_parse (words[i + 1], strlen (words[i + 1]), &accept.until);
  accept.expired = accept.until != BEL_DAY_NONE && accept.until < today;
  return accept;
}

static void
add_comment (GArray *accepts, const BelDocument *document, const Comment *comment, BelDay today)
{
  if (comment->form == FORM_END) {
    for (guint i = accepts->len; i > 0; i--) {
      BelAccept *open = &g_array_index (accepts, BelAccept, i - 1);
      if (open->covers.end == BEL_NONE) {
        open->covers.end = comment->place.start;
        break;
      }
    }
    return;
  }
  g_autofree char *words = g_strndup (document->source + comment->words.start, bel_span_length (comment->words));
  BelAccept accept = parse_words (words, comment->place, today);
  accept.covers = comment->form == FORM_HERE    ? cover_here (document, comment->place)
                  : comment->form == FORM_START ? BEL_SPAN (comment->place.end, BEL_NONE)
                                                : BEL_SPAN (0, document->n_source);
  g_array_append_val (accepts, accept);
}

/* -- beside the draft ------------------------------------------------------------------------ */

/* What at "WORDS" in @line covers: the first paragraph with them; the whole file without. */
static BelSpan
cover_beside (const BelDocument *document, char *line)
{
  char *at = strstr (line, " at \""), *close = at ? strchr (at + 5, '"') : NULL;
  if (!close)
    return BEL_SPAN (0, document->n_source);
  g_autofree char *words = g_strndup (at + 5, (gsize) (close - at - 5));
  memset (at, ' ', (gsize) (close + 1 - at));
  const char *found = *words ? g_strstr_len (document->text, document->n_text, words) : NULL;
  uint32_t offset = found ? (uint32_t) (found - document->text) : BEL_NONE;
  for (uint32_t i = 0; found && i < document->blocks.n; i++) {
    BelSpan block = document->blocks.items[i].span;
    if (offset >= block.start && offset < block.end)
      return bel_document_source_span (document, block);
  }
  return BEL_SPAN (0, 0);
}

static void
add_beside (BelAccepts *accepts, const BelDocument *document, BelDay today)
{
  g_autofree char *name = g_strconcat (document->name, BESIDE_SUFFIX, NULL);
  g_autoptr (GBytes) bytes = g_file_test (name, G_FILE_TEST_IS_REGULAR) ? bel_file_read (name, NULL) : NULL;
  if (!bytes)
    return;
  gsize n;
  const char *text = g_bytes_get_data (bytes, &n);
  for (uint32_t start = 0, end; start < n; start = end + 1) {
    const char *stop = memchr (text + start, '\n', n - start);
    end = stop ? (uint32_t) (stop - text) : (uint32_t) n;
    g_autofree char *raw = g_strndup (text + start, end - start), *line = g_utf8_make_valid (raw, -1);
    if (!*g_strstrip (line) || *line == '#')
      continue;
    BelSpan covers = cover_beside (document, line);
    BelAccept accept = parse_words (line, BEL_SPAN (start, end), today);
    accept.covers = covers;
    accept.beside = true;
    g_array_append_val (accepts->comments, accept);
  }
  accepts->beside_name = g_steal_pointer (&name);
  accepts->beside = g_steal_pointer (&bytes);
}

BelAccepts *
bel_accepts_find (const BelDocument *document, BelDay today)
{
  BelAccepts *accepts = g_new0 (BelAccepts, 1);
  accepts->comments = g_array_new (FALSE, TRUE, sizeof (BelAccept));
  g_array_set_clear_func (accepts->comments, accept_clear);
  const char *source = document->source ? document->source : "";
  for (const char *p = source; (p = g_strstr_len (p, (gssize) (document->n_source - (gsize) (p - source)), MARK));
       p += strlen (MARK)) {
    Comment comment = { .form = FORM_HERE };
    if (read_comment (document, (uint32_t) (p - source), &comment))
      add_comment (accepts->comments, document, &comment, today);
  }
  add_beside (accepts, document, today);
  return accepts;
}

void
bel_accepts_free (BelAccepts *accepts)
{
  if (!accepts)
    return;
  g_array_unref (accepts->comments);
  g_clear_pointer (&accepts->beside, g_bytes_unref);
  g_free (accepts->beside_name);
  g_free (accepts);
}

bool
bel_accept_holds (const BelAccept *accept, const BelConflict *conflict, uint32_t at)
{
  if (accept->expired || at < accept->covers.start || at >= accept->covers.end)
    return false;
  return g_str_equal (accept->selector, conflict->id)
         || bel_selector_matches (accept->selector, conflict->rule, bel_conflict_class_name (conflict->class_));
}

/* -- review ---------------------------------------------------------------------------------- */

typedef struct {
  const BelAccepts *accepts;
  const BelDocument *document;
  const BelAcceptPolicy *policy;
  GPtrArray *known;
  BelDiags *diags;
} Review;

static void G_GNUC_PRINTF (4, 5)
    tell (const Review *review, BelSeverity severity, const BelAccept *accept, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  gsize n = review->document->n_source;
  const char *name = accept->beside ? review->accepts->beside_name : review->document->name;
  const char *text = accept->beside ? g_bytes_get_data (review->accepts->beside, &n) : review->document->source;
  bel_diags_add (review->diags, severity, "accept", name, text, (uint32_t) n, accept->place, "%s", message);
}

bool
bel_is_conflict_id (const char *word)
{
  return strlen (word) == 12 && strspn (word, "0123456789abcdef") == 12;
}

GPtrArray *
bel_selectors_known (const BelProgram *program)
{
  GPtrArray *known = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (known, g_strdup ("all"));
  for (int i = 0; i < BEL_N_CLASSES; i++)
    g_ptr_array_add (known, g_strdup (bel_conflict_class_name ((BelConflictClass) i)));
  for (uint32_t i = 0; i < bel_program_n_rules (program); i++) {
    const BelRuleInfo *info = bel_program_rule_info (program, i);
    if (info->kind != BEL_RULE_CONFLICT)
      continue;
    g_ptr_array_add (known, g_strdup (info->name));
    const char *dot = strchr (info->name, '.');
    if (dot)
      g_ptr_array_add (known, g_strndup (info->name, (gsize) (dot - info->name)));
  }
  return known;
}

bool
bel_selector_is_known (const char *selector, const GPtrArray *known)
{
  bool found = bel_is_conflict_id (selector);
  for (guint i = 0; i < known->len && !found; i++)
    found = g_str_equal (known->pdata[i], selector);
  return found;
}

static bool
review_selector (const Review *review, const BelAccept *accept)
{
  if (bel_selector_is_known (accept->selector, review->known))
    return true;
  const char *meant = bel_closest (accept->selector, (const char *const *) review->known->pdata, review->known->len);
  if (meant)
    tell (review, BEL_SEVERITY_WARNING, accept, "there is no rule '%s': did you mean '%s'?", accept->selector, meant);
  else
    tell (review, BEL_SEVERITY_WARNING, accept, "there is no rule '%s'", accept->selector);
  return false;
}

static bool
review_policy (const Review *review, const BelAccept *accept)
{
  if (review->policy->require_reason && !*accept->reason)
    tell (review, BEL_SEVERITY_ERROR, accept, "a reason is needed: write it after a colon");
  if (review->policy->require_date && accept->until == BEL_DAY_NONE)
    tell (review, BEL_SEVERITY_ERROR, accept, "a last day is needed: write 'until 2025-01-31' before the colon");
  for (guint i = 0; i < review->policy->never->len; i++)
    if (g_str_equal (review->policy->never->pdata[i], accept->selector)) {
      tell (review, BEL_SEVERITY_ERROR, accept, "the configuration lets no draft accept '%s'", accept->selector);
      return false;
    }
  return true;
}

void
bel_accepts_review (const BelAccepts *accepts, const BelDocument *document, const BelProgram *program,
                    const BelAcceptPolicy *policy, BelDiags *diags)
{
  if (!accepts->comments->len)
    return;
  g_autoptr (GPtrArray) known = bel_selectors_known (program);
  Review review = { accepts, document, policy, known, diags };
  for (guint i = 0; i < accepts->comments->len; i++) {
    const BelAccept *accept = &g_array_index (accepts->comments, BelAccept, i);
    bool is_known = review_selector (&review, accept), allowed = review_policy (&review, accept);
    if (accept->covers.end == BEL_NONE)
      tell (&review, BEL_SEVERITY_WARNING, accept, "no belie-accept-end follows: it holds to the end of the file");
    if (accept->expired)
      tell (&review, BEL_SEVERITY_WARNING, accept, "its last day has gone by: it holds no longer");
    else if (is_known && allowed && !accept->used)
      tell (&review, BEL_SEVERITY_NOTE, accept, "it silences nothing");
  }
}
