/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "cli/accept.h"

#include "base/closest.h"
#include "cli/configuration.h"
#include "document/metadata.h"
#include "document/reader.h"

#include <string.h>

#define MARK "belie-accept"

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
  while (span.start > 0 && !(source[span.start - 1] == '\n' && (span.start < 2 || source[span.start - 2] == '\n'
                                                                || (source[span.start - 2] == '\r' && span.start > 2
                                                                    && source[span.start - 3] == '\n'))))
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

/* The block the comment stands in, else the next one; of those that claims are read from. */
static BelSpan
block_at (const BelDocument *document, BelSpan place)
{
  for (uint32_t i = 0; i < document->blocks.n; i++) {
    BelSpan source = bel_document_source_span (document, document->blocks.items[i].span);
    if (source.end > place.start && bel_block_has_claims (document->blocks.items[i].kind))
      return source;
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

/* "SELECTOR [until DATE] [: REASON]" */
static BelAccept
parse_words (const BelDocument *document, const Comment *comment, BelDay today)
{
  BelAccept accept = { .place = comment->place, .until = BEL_DAY_NONE };
  g_autofree char *all = g_strndup (document->source + comment->words.start, bel_span_length (comment->words));
  char *reason = strchr (all, ':');
  if (reason)
    *reason++ = 0;
  accept.has_reason = reason && *g_strstrip (reason);
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
  BelAccept accept = parse_words (document, comment, today);
  accept.covers = comment->form == FORM_HERE    ? cover_here (document, comment->place)
                  : comment->form == FORM_START ? BEL_SPAN (comment->place.end, BEL_NONE)
                                                : BEL_SPAN (0, document->n_source);
  g_array_append_val (accepts, accept);
}

GArray *
bel_accepts_find (const BelDocument *document, BelDay today)
{
  GArray *accepts = g_array_new (FALSE, TRUE, sizeof (BelAccept));
  g_array_set_clear_func (accepts, accept_clear);
  const char *source = document->source ? document->source : "";
  for (const char *p = source; (p = g_strstr_len (p, (gssize) (document->n_source - (gsize) (p - source)), MARK)); p += strlen (MARK)) {
    Comment comment = { .form = FORM_HERE };
    if (read_comment (document, (uint32_t) (p - source), &comment))
      add_comment (accepts, document, &comment, today);
  }
  return accepts;
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

static void G_GNUC_PRINTF (5, 6)
tell (BelDiags *diags, BelSeverity severity, const BelDocument *document, const BelAccept *accept, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  bel_diags_add (diags, severity, "accept", document->name, document->source, document->n_source, accept->place, "%s", message);
}

static bool
is_id (const char *word)
{
  return strlen (word) == 12 && strspn (word, "0123456789abcdef") == 12;
}

/* Returns: (transfer container) names of conflict rules, their families, the classes and "all". */
static GPtrArray *
known_selectors (const BelProgram *program)
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

static bool
review_selector (const BelAccept *accept, const BelDocument *document, const GPtrArray *known, BelDiags *diags)
{
  if (is_id (accept->selector))
    return true;
  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (known->pdata[i], accept->selector))
      return true;
  const char *meant = bel_closest (accept->selector, (const char *const *) known->pdata, known->len);
  if (meant)
    tell (diags, BEL_SEVERITY_WARNING, document, accept, "there is no rule '%s': did you mean '%s'?", accept->selector, meant);
  else
    tell (diags, BEL_SEVERITY_WARNING, document, accept, "there is no rule '%s'", accept->selector);
  return false;
}

void
bel_accepts_review (const GArray *accepts, const BelDocument *document, const BelProgram *program, bool require_reason,
                    BelDiags *diags)
{
  if (!accepts->len)
    return;
  g_autoptr (GPtrArray) known = known_selectors (program);
  for (guint i = 0; i < accepts->len; i++) {
    const BelAccept *accept = &g_array_index (accepts, BelAccept, i);
    bool is_known = review_selector (accept, document, known, diags);
    if (!accept->has_reason && require_reason)
      tell (diags, BEL_SEVERITY_ERROR, document, accept, "a reason is needed: write it after a colon");
    if (accept->covers.end == BEL_NONE)
      tell (diags, BEL_SEVERITY_WARNING, document, accept, "no belie-accept-end follows: it holds to the end of the file");
    if (accept->expired)
      tell (diags, BEL_SEVERITY_WARNING, document, accept, "its last day has gone by: it holds no longer");
    else if (is_known && !accept->used)
      tell (diags, BEL_SEVERITY_NOTE, document, accept, "it silences nothing");
  }
}
