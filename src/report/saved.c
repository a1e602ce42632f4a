/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/saved.h"

#include "base/file.h"
#include "base/limits.h"
#include "document/metadata.h"
#include "report/json-read.h"
#include "report/saved-draft.h"

#include <string.h>

/* One draft of the report. */
typedef struct {
  const char *name;
  GArray *lines; /* of BelSavedLines */
  BelDocument *document;
  BelClaims *claims; /* in the document */
} Draft;

struct BelSaved {
  BelArena *arena;
  JsonParser *parser; /* owns all strings */
  GPtrArray *drafts;  /* of Draft * */
  GHashTable *by_name;
  GArray *rows; /* of BelReportFile */
  BelClaims **sources;
  BelFindings *findings;
  char *text;
  guint64 n_bytes;
  BelReport report;
};

static void
draft_free (gpointer data)
{
  Draft *draft = data;
  g_array_unref (draft->lines);
  bel_document_free (draft->document);
  g_free (draft);
}

void
bel_saved_free (BelSaved *saved)
{
  if (!saved)
    return;
  g_ptr_array_unref (saved->drafts);
  g_hash_table_unref (saved->by_name);
  g_array_unref (saved->rows);
  g_object_unref (saved->parser);
  bel_arena_free (saved->arena);
  g_free (saved->sources);
  g_free (saved->text);
  g_free (saved);
}

/* -- drafts ---------------------------------------------------------------------------------- */

static Draft *
draft_of (BelSaved *saved, const char *name)
{
  Draft *draft = g_hash_table_lookup (saved->by_name, name);
  if (draft)
    return draft;
  draft = g_new0 (Draft, 1);
  draft->name = name;
  draft->lines = g_array_new (FALSE, TRUE, sizeof (BelSavedLines));
  g_ptr_array_add (saved->drafts, draft);
  g_hash_table_insert (saved->by_name, (gpointer) name, draft);
  return draft;
}

static void
read_documents (BelSaved *saved, JsonObject *root)
{
  JsonArray *array = bel_json_member_array (root, "documents");
  for (guint i = 0; array && i < json_array_get_length (array); i++) {
    JsonObject *object = bel_json_element_object (array, i);
    const char *name = object ? bel_json_member_text (object, "file") : NULL;
    if (!name)
      continue;
    BelReportFile row = { draft_of (saved, name)->name, (uint32_t) bel_json_member_int (object, "claims", 0),
                          (uint32_t) bel_json_member_int (object, "sentences", 0),
                          (uint32_t) bel_json_member_int (object, "bytes", 0), BEL_DAY_NONE };
    const char *date = bel_json_member_text (object, "date");
    if (date)
      bel_date_parse (date, strlen (date), &row.date);
    g_array_append_val (saved->rows, row);
  }
}

/* The lines that a place stands in, as they were saved; without them, only where they begin. */
static void
take_lines (BelSaved *saved, JsonObject *place)
{
  BelSpan span;
  const char *name = place ? bel_json_member_text (place, "file") : NULL;
  if (!name || !bel_json_member_span (place, "span", &span))
    return;
  guint line = (guint) CLAMP (bel_json_member_int (place, "line", 1), 1, G_MAXINT32);
  guint column = (guint) CLAMP (bel_json_member_int (place, "column", 1), 1, G_MAXINT32);
  BelSavedLines lines = { BEL_SPAN (span.start - MIN (span.start, column - 1), span.end), line, BEL_SPAN (0, 0), NULL };
  JsonObject *context = bel_json_member_object (place, "context");
  const char *text = context ? bel_json_member_text (context, "text") : NULL;
  if (text && bel_json_member_span (context, "span", &span) && strlen (text) == bel_span_length (span)) {
    lines.span = span;
    lines.text = text;
    bel_json_member_span (context, "sentence", &lines.sentence);
  }
  saved->n_bytes += lines.span.end;
  if (saved->n_bytes <= BEL_LIMIT_FILE_BYTES)
    g_array_append_val (draft_of (saved, name)->lines, lines);
}

static void
take_all_lines (BelSaved *saved, JsonArray *conflicts, JsonArray *disputes)
{
  for (guint i = 0; i < json_array_get_length (conflicts); i++) {
    JsonObject *conflict = bel_json_element_object (conflicts, i);
    for (const char *const *end = (const char *const[]){ "a", "b", NULL }; conflict && *end; end++)
      take_lines (saved, bel_json_member_object (conflict, *end));
  }
  for (guint i = 0; i < json_array_get_length (disputes); i++) {
    JsonObject *dispute = bel_json_element_object (disputes, i);
    JsonArray *parties = dispute ? bel_json_member_array (dispute, "parties") : NULL;
    for (guint k = 0; parties && k < json_array_get_length (parties); k++)
      take_lines (saved, bel_json_element_object (parties, k));
  }
}

static void
make_drafts (BelSaved *saved)
{
  saved->sources = g_new0 (BelClaims *, saved->drafts->len + 1);
  for (guint i = 0; i < saved->drafts->len; i++) {
    Draft *draft = saved->drafts->pdata[i];
    draft->document = bel_saved_draft (draft->name, draft->lines);
    draft->claims = saved->sources[i] = bel_arena_new_struct (draft->document->arena, BelClaims);
    draft->claims->document = draft->document;
  }
  for (guint i = 0; i < saved->rows->len; i++) {
    const BelReportFile *row = &g_array_index (saved->rows, BelReportFile, i);
    draft_of (saved, row->name)->document->date = row->date;
  }
}

/* -- claims ---------------------------------------------------------------------------------- */

/* A span that lies in the text that is left of the draft; else the empty one. */
static BelSpan
span_in (const BelDocument *document, JsonObject *object, const char *name)
{
  BelSpan span;
  bool good = object && bel_json_member_span (object, name, &span) && span.end <= document->n_text;
  return good ? span : BEL_SPAN (0, 0);
}

static BelSlot
slot_of (const BelDocument *document, JsonObject *object)
{
  const char *key = object ? bel_json_member_text (object, "key") : NULL;
  BelSym sym = key ? bel_symbols_intern_lower (document->symbols, key, strlen (key)) : 0;
  return (BelSlot){ .span = span_in (document, object, "span"), .head = BEL_NONE, .entity = BEL_NONE, .key = sym };
}

/* Returns: the index of @word among what @name_of gives for 0 to @n - 1; @otherwise when it is none of them. */
static int
index_of (const char *word, const char *(*name_of) (int index), int n, int otherwise)
{
  for (int i = 0; word && i < n; i++)
    if (g_strcmp0 (word, name_of (i)) == 0)
      return i;
  return otherwise;
}

static const char *
role_name (int index)
{
  return bel_role_name ((BelRole) index);
}

static const char *
polarity_name (int index)
{
  return bel_polarity_name ((BelPolarity) index);
}

static const char *
stance_name (int index)
{
  return bel_stance_name ((BelStance) index);
}

static const char *
class_name (int index)
{
  return bel_conflict_class_name ((BelConflictClass) index);
}

static const char *
fail_level_name (int index)
{
  static const char *const NAMES[] = { "note", "warning", "error", "never" };
  return NAMES[index];
}

static const char *
severity_name (int index)
{
  return bel_severity_name ((BelSeverity) index);
}

/* The day a time argument stands for, as a time of the draft. */
static uint32_t
add_time (BelClaims *claims, BelSpan span, const char *value)
{
  BelDay day;
  if (!value || !bel_date_parse (value, strlen (value), &day))
    return BEL_NONE;
  BelTime *time = bel_vec_add (claims->document->arena, &claims->times);
  *time = (BelTime){ .span = span, .low = day, .high = day, .minute_low = -1, .minute_high = -1, .weekday = -1 };
  return claims->times.n - 1;
}

static void
read_arguments (BelClaims *claims, BelClaim *claim, JsonObject *object)
{
  JsonArray *array = bel_json_member_array (object, "arguments");
  for (guint i = 0; array && i < json_array_get_length (array); i++) {
    JsonObject *item = bel_json_element_object (array, i);
    if (!item)
      continue;
    BelArgument argument
        = { .slot = slot_of (claims->document, item), .marker = BEL_NONE, .quantity = BEL_NONE, .place = BEL_NONE };
    argument.role = (BelRole) index_of (bel_json_member_text (item, "role"), role_name, BEL_N_ROLES, BEL_ROLE_OTHER);
    argument.time = add_time (claims, argument.slot.span, bel_json_member_text (item, "value"));
    bel_vec_push (claims->document->arena, &claim->arguments, argument);
  }
}

/* The innermost source is all that writers ask of. */
static uint32_t
add_attribution (BelClaims *claims, JsonObject *object)
{
  JsonArray *voice = bel_json_member_array (object, "voice");
  guint n = voice ? json_array_get_length (voice) : 0;
  JsonObject *inner = n ? bel_json_element_object (voice, n - 1) : NULL,
             *source = inner ? bel_json_member_object (inner, "source") : NULL;
  if (!inner)
    return BEL_NONE;
  BelAttribution *attribution = bel_vec_add (claims->document->arena, &claims->attributions);
  *attribution = (BelAttribution){ .id = claims->attributions.n - 1,
                                   .source = span_in (claims->document, source, "span"),
                                   .source_head = BEL_NONE,
                                   .source_entity = BEL_NONE,
                                   .cue_head = BEL_NONE,
                                   .stance = (BelStance) index_of (bel_json_member_text (inner, "stance"), stance_name,
                                                                   4, BEL_STANCE_ASSERT),
                                   .parent = BEL_NONE,
                                   .first_inner = BEL_NONE,
                                   .next_inner = BEL_NONE,
                                   .anaphor = BEL_NONE };
  return attribution->id;
}

static uint32_t
add_claim (BelClaims *claims, JsonObject *object)
{
  JsonObject *predicate = object ? bel_json_member_object (object, "predicate") : NULL;
  if (!predicate)
    return BEL_NONE;
  const char *lemma = bel_json_member_text (predicate, "lemma");
  BelClaim claim = { .id = claims->claims.n, .parent = BEL_NONE, .head = BEL_NONE, .predicate_head = BEL_NONE };
  claim.span = span_in (claims->document, object, "span");
  claim.subject = slot_of (claims->document, bel_json_member_object (object, "subject"));
  claim.object = slot_of (claims->document, bel_json_member_object (object, "object"));
  claim.predicate = span_in (claims->document, predicate, "span");
  claim.lemma = bel_symbols_intern_str (claims->document->symbols, lemma ? lemma : "");
  claim.polarity
      = (BelPolarity) index_of (bel_json_member_text (object, "polarity"), polarity_name, 2, BEL_POLARITY_POSITIVE);
  read_arguments (claims, &claim, object);
  claim.attribution = add_attribution (claims, object);
  bel_vec_push (claims->document->arena, &claims->claims, claim);
  return claims->claims.n - 1;
}

/* -- findings -------------------------------------------------------------------------------- */

static BelClaimRef
ref_of (BelSaved *saved, JsonObject *place)
{
  BelClaimRef ref = { .claim = BEL_NONE };
  const char *name = place ? bel_json_member_text (place, "file") : NULL;
  Draft *draft = name ? g_hash_table_lookup (saved->by_name, name) : NULL;
  guint index;
  if (!draft || !g_ptr_array_find (saved->drafts, draft, &index))
    return ref;
  ref.document = index;
  ref.span = span_in (draft->document, place, "span");
  ref.words = span_in (draft->document, place, "words");
  ref.claim = add_claim (draft->claims, bel_json_member_object (place, "claim"));
  return ref;
}

static void
read_conflict (BelSaved *saved, JsonObject *object, GHashTable *numbers)
{
  BelFindings *findings = saved->findings;
  const char *id = object ? bel_json_member_text (object, "id") : NULL,
             *rule = object ? bel_json_member_text (object, "rule") : NULL;
  if (!id || !rule)
    return;
  BelConflict conflict = { .id = id, .rule = rule, .dispute = BEL_NONE };
  conflict.class_ = (BelConflictClass) index_of (bel_json_member_text (object, "class"), class_name, BEL_N_CLASSES,
                                                 BEL_CLASS_DISPUTE);
  conflict.severity
      = (BelSeverity) index_of (bel_json_member_text (object, "severity"), severity_name, 3, BEL_SEVERITY_NOTE);
  conflict.confidence = (float) bel_json_member_number (object, "confidence", 0);
  conflict.question = bel_json_member_text (object, "question");
  conflict.message = bel_json_member_text (object, "message");
  conflict.why = bel_json_member_text (object, "why");
  conflict.a = ref_of (saved, bel_json_member_object (object, "a"));
  conflict.b = ref_of (saved, bel_json_member_object (object, "b"));
  g_hash_table_insert (numbers, (gpointer) id, GUINT_TO_POINTER (findings->conflicts.n + 1));
  findings->counts[conflict.severity]++;
  bel_vec_push (saved->arena, &findings->conflicts, conflict);
}

static void
read_party (BelSaved *saved, BelDispute *dispute, JsonObject *object)
{
  static const char *const SIDES[] = { "for", "against", "uncommitted", "related" };
  if (!object)
    return;
  const char *side = bel_json_member_text (object, "side");
  BelParty party = { .claim = ref_of (saved, object), .attribution = BEL_NONE, .reported_by = BEL_NONE };
  party.name = bel_json_member_text (object, "source");
  for (guint i = 0; side && i < G_N_ELEMENTS (SIDES); i++)
    if (g_str_equal (side, SIDES[i]))
      party.side = (BelPartySide) i;
  bel_vec_push (saved->arena, &dispute->parties, party);
}

static uint32_t
count_member (JsonObject *object, const char *name)
{
  return (uint32_t) CLAMP (bel_json_member_int (object, name, 0), 0, G_MAXINT32);
}

static void
read_dispute (BelSaved *saved, JsonObject *object, GHashTable *numbers)
{
  BelFindings *findings = saved->findings;
  JsonArray *ids = object ? bel_json_member_array (object, "conflicts") : NULL,
            *parties = ids ? bel_json_member_array (object, "parties") : NULL;
  BelDispute dispute = { .related = BEL_NONE };
  for (guint i = 0; ids && i < json_array_get_length (ids); i++) {
    JsonNode *node = json_array_get_element (ids, i);
    const char *id = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node)
                         : NULL;
    guint number = id ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id)) : 0;
    if (!number)
      continue;
    findings->conflicts.items[number - 1].dispute = findings->disputes.n;
    bel_vec_push (saved->arena, &dispute.conflicts, number - 1);
  }
  if (!dispute.conflicts.n)
    return;
  dispute.id = bel_json_member_text (object, "id");
  dispute.question = bel_json_member_text (object, "question");
  dispute.class_ = (BelConflictClass) index_of (bel_json_member_text (object, "class"), class_name, BEL_N_CLASSES,
                                                BEL_CLASS_DISPUTE);
  dispute.severity
      = (BelSeverity) index_of (bel_json_member_text (object, "severity"), severity_name, 3, BEL_SEVERITY_NOTE);
  dispute.confidence = (float) bel_json_member_number (object, "confidence", 0);
  dispute.left_out = count_member (object, "left_out");
  dispute.parties_left_out = count_member (object, "parties_left_out");
  for (guint i = 0; parties && i < json_array_get_length (parties); i++)
    read_party (saved, &dispute, bel_json_element_object (parties, i));
  bel_vec_push (saved->arena, &findings->disputes, dispute);
}

static void
read_findings (BelSaved *saved, JsonObject *root, JsonArray *conflicts, JsonArray *disputes)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  saved->findings = bel_arena_new_struct (saved->arena, BelFindings);
  saved->findings->sources = saved->sources;
  saved->findings->n_sources = saved->drafts->len;
  for (guint i = 0; saved->drafts->len && i < json_array_get_length (conflicts); i++)
    read_conflict (saved, bel_json_element_object (conflicts, i), numbers);
  for (guint i = 0; i < json_array_get_length (disputes); i++)
    read_dispute (saved, bel_json_element_object (disputes, i), numbers);
  JsonObject *summary = bel_json_member_object (root, "summary");
  saved->findings->suppressed = summary ? count_member (summary, "suppressed") : 0;
  saved->findings->left_out = summary ? count_member (summary, "left_out") : 0;
}

/* -- the report ------------------------------------------------------------------------------ */

static BelSaved *
refuse (const char *why, GError **error)
{
  g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_READ, "this is no report that was saved as JSON: %s", why);
  return NULL;
}

BelSaved *
bel_saved_read (const char *text, gsize n_bytes, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (BelSaved) saved = g_new0 (BelSaved, 1);
  saved->arena = bel_arena_new ();
  saved->parser = json_parser_new ();
  saved->drafts = g_ptr_array_new_with_free_func (draft_free);
  saved->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  saved->rows = g_array_new (FALSE, TRUE, sizeof (BelReportFile));
  if (!json_parser_load_from_data (saved->parser, text, (gssize) n_bytes, &trouble))
    return refuse (trouble->message, error);
  JsonNode *node = json_parser_get_root (saved->parser);
  JsonObject *root = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL,
             *tool = root ? bel_json_member_object (root, "tool") : NULL;
  JsonArray *conflicts = root ? bel_json_member_array (root, "conflicts") : NULL,
            *disputes = root ? bel_json_member_array (root, "disputes") : NULL;
  if (!tool || !conflicts || !disputes)
    return refuse ("it has no tool, conflicts and disputes", error);
  if (bel_json_member_int (root, "schema", 0) != 1)
    return refuse ("its schema is not 1", error);
  read_documents (saved, root);
  take_all_lines (saved, conflicts, disputes);
  make_drafts (saved);
  read_findings (saved, root, conflicts, disputes);
  saved->text = g_strndup (text, n_bytes);
  const char *version = bel_json_member_text (tool, "version");
  saved->report = (BelReport){
    .version = version ? version : "",
    .rules = bel_json_member_text (tool, "rules"),
    .files = (const BelReportFile *) (void *) saved->rows->data,
    .n_files = saved->rows->len,
    .groups = &saved->findings,
    .n_groups = 1,
    .fail_level
    = (BelFailLevel) index_of (bel_json_member_text (root, "fail_level"), fail_level_name, 4, BEL_FAIL_ERROR),
    .saved = saved->text,
    .partial = true,
    .snippets = true,
  };
  return g_steal_pointer (&saved);
}

const BelReport *
bel_saved_report (const BelSaved *saved)
{
  return &saved->report;
}
