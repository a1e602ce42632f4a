/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/json-claim.h"

#include "base/limits.h"
#include "report/escape.h"

#include <math.h>

typedef struct {
  BelJson *json;
  const BelClaims *claims;
  const BelDocument *document;
} Writer;

static void
write_symbol (const Writer *w, const char *name, BelSym sym)
{
  bel_json_string (w->json, name, sym == BEL_NONE ? NULL : bel_symbols_text (w->document->symbols, sym));
}

/* "span" and the bytes it spans, "text". */
static void
write_span (const Writer *w, BelSpan visible)
{
  BelSpan span = bel_document_source_span (w->document, visible);
  bel_json_text (w->json, "text", w->document->source + span.start, bel_span_length (span));
  bel_json_span (w->json, "span", span);
}

static void
write_entity (const Writer *w, uint32_t entity)
{
  if (entity == BEL_NONE)
    bel_json_null (w->json, "entity");
  else
    bel_json_printf (w->json, "entity", "e%u", w->claims->entities.items[entity].id);
}

static void
write_head (const Writer *w, uint32_t token)
{
  if (token != BEL_NONE)
    bel_json_span (w->json, "head", bel_document_source_span (w->document, w->document->tokens.span[token]));
}

/* -- slots ----------------------------------------------------------------------------------- */

static void
write_slot (const Writer *w, const char *name, const BelSlot *slot)
{
  if (bel_span_is_empty (slot->span)) {
    bel_json_null (w->json, name);
    return;
  }
  bel_json_object (w->json, name);
  write_span (w, slot->span);
  write_head (w, slot->head);
  write_entity (w, slot->entity);
  write_symbol (w, "key", slot->key);
  bel_json_end (w->json);
}

static void
write_predicate (const Writer *w, const BelClaim *claim)
{
  bel_json_object (w->json, "predicate");
  write_span (w, claim->predicate);
  write_head (w, claim->predicate_head);
  write_symbol (w, "lemma", claim->lemma);
  write_symbol (w, "class", claim->normal.predicate ? claim->normal.predicate : claim->lemma);
  if (claim->normal.sign < 0)
    bel_json_int (w->json, "sign", claim->normal.sign);
  bel_json_end (w->json);
}

/* "2024-11-11", or "2024-11-01/2024-11-30". */
static void
write_days (const Writer *w, const BelTime *time)
{
  g_autofree char *low = bel_day_text (time->low), *high = bel_day_text (time->high);
  if (!low || !high)
    return;
  if (time->high != time->low)
    bel_json_printf (w->json, "value", "%s/%s", low, high);
  else
    bel_json_string (w->json, "value", low);
}

static void
write_argument (const Writer *w, const BelArgument *argument)
{
  bel_json_object (w->json, NULL);
  bel_json_string (w->json, "role", bel_role_name (argument->role));
  write_span (w, argument->slot.span);
  write_head (w, argument->slot.head);
  if (argument->slot.entity != BEL_NONE)
    write_entity (w, argument->slot.entity);
  if (argument->slot.key != BEL_NONE && argument->slot.key != 0)
    write_symbol (w, "key", argument->slot.key);
  if (argument->time != BEL_NONE)
    write_days (w, &w->claims->times.items[argument->time]);
  bel_json_end (w->json);
}

static void
write_surface (const Writer *w, const BelSurface *surface)
{
  bel_json_object (w->json, "surface");
  bel_json_string (w->json, "arg1", surface->arg1 ? surface->arg1 : "");
  bel_json_string (w->json, "rel", surface->rel ? surface->rel : "");
  bel_json_array (w->json, "args");
  for (uint32_t i = 0; i < surface->n_args; i++)
    bel_json_string (w->json, NULL, surface->args[i]);
  bel_json_end (w->json);
  bel_json_end (w->json);
}

/* -- quantities ------------------------------------------------------------------------------ */

static bool
is_in_claim (const BelClaim *claim, uint32_t index, BelSpan span)
{
  for (uint32_t i = 0; i < claim->arguments.n; i++)
    if (claim->arguments.items[i].quantity == index || bel_span_contains (claim->arguments.items[i].slot.span, span))
      return true;
  return bel_span_contains (claim->subject.span, span) || bel_span_contains (claim->object.span, span);
}

/* All text the claim was read from: its span, and slots that were filled from elsewhere in the sentence. */
static BelSpan
reach_of (const BelClaim *claim)
{
  BelSpan reach = bel_span_union (claim->span, bel_span_union (claim->subject.span, claim->object.span));
  for (uint32_t i = 0; i < claim->arguments.n; i++)
    reach = bel_span_union (reach, claim->arguments.items[i].slot.span);
  return reach;
}

/* Returns: the first quantity, in text order, that begins at or after @start. */
static uint32_t
first_quantity (const BelClaims *claims, uint32_t start)
{
  uint32_t low = 0, high = claims->quantities.n;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (claims->quantities.items[middle].span.start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
write_quantities (const Writer *w, const BelClaim *claim)
{
  BelSpan reach = reach_of (claim);
  bel_json_array (w->json, "quantities");
  for (uint32_t i = first_quantity (w->claims, reach.start); i < w->claims->quantities.n; i++) {
    const BelQuantity *quantity = &w->claims->quantities.items[i];
    if (quantity->span.start >= reach.end)
      break;
    if (!is_in_claim (claim, i, quantity->span))
      continue;
    bel_json_object (w->json, NULL);
    bel_json_span (w->json, "span", bel_document_source_span (w->document, quantity->span));
    bel_json_double (w->json, "low", quantity->low);
    bel_json_double (w->json, "high", quantity->high);
    bool counts = quantity->counted != BEL_NONE && quantity->counted != 0;
    write_symbol (w, "unit", counts ? quantity->counted : quantity->unit);
    bel_json_bool (w->json, "approximate", quantity->approximate);
    bel_json_end (w->json);
  }
  bel_json_end (w->json);
}

/* -- voice ----------------------------------------------------------------------------------- */

static void
write_source (const Writer *w, const BelAttribution *attribution)
{
  if (bel_span_is_empty (attribution->source)) {
    bel_json_null (w->json, "source");
    return;
  }
  bel_json_object (w->json, "source");
  write_span (w, attribution->source);
  write_entity (w, attribution->source_entity);
  bel_json_bool (w->json, "anonymous", attribution->anonymous);
  bel_json_end (w->json);
}

static void
write_content (const Writer *w, const BelAttribution *attribution)
{
  bel_json_array (w->json, "content");
  for (uint32_t i = 0; i < attribution->content.n; i++)
    bel_json_span (w->json, NULL, bel_document_source_span (w->document, attribution->content.items[i]));
  bel_json_end (w->json);
}

static void
write_voice (const Writer *w, const BelClaim *claim)
{
  uint32_t chain[BEL_LIMIT_VOICE_DEPTH];
  uint32_t n = bel_claim_voice (w->claims, claim, chain);
  bel_json_array (w->json, "voice");
  for (uint32_t i = 0; i < n; i++) {
    const BelAttribution *attribution = &w->claims->attributions.items[chain[i]];
    bel_json_object (w->json, NULL);
    write_source (w, attribution);
    if (bel_span_is_empty (attribution->cue)) {
      bel_json_null (w->json, "cue");
    } else {
      bel_json_object (w->json, "cue");
      write_span (w, attribution->cue);
      write_symbol (w, "class", attribution->cue_class);
      bel_json_end (w->json);
    }
    bel_json_string (w->json, "stance", bel_stance_name (attribution->stance));
    write_content (w, attribution);
    bel_json_end (w->json);
  }
  bel_json_end (w->json);
}

static void
write_effective (const Writer *w, const BelClaim *claim)
{
  bel_json_object (w->json, "effective");
  for (uint32_t i = 0; i < claim->effective.n; i++) {
    const BelHeld *held = &claim->effective.items[i];
    if (held->holder == BEL_NONE) {
      bel_json_string (w->json, "author", bel_truth_name (held->truth));
    } else {
      g_autofree char *name = g_strdup_printf ("e%u", w->claims->entities.items[held->holder].id);
      bel_json_string (w->json, name, bel_truth_name (held->truth));
    }
  }
  bel_json_end (w->json);
}

/* -- the whole ------------------------------------------------------------------------------- */

void
bel_json_claim (BelJson *json, const char *name, const BelClaims *claims, uint32_t index, bool with_head)
{
  const BelClaim *claim = &claims->claims.items[index];
  Writer w = { json, claims, claims->document };
  bel_json_object (json, name);
  if (with_head) {
    bel_json_int (json, "schema", 1);
    bel_json_string (json, "file", w.document->name);
  }
  bel_json_printf (json, "id", "c%u", claim->id);
  bel_json_int (json, "sentence", claim->sentence);
  bel_json_string (json, "kind", bel_claim_kind_name (claim->kind));
  if (claim->parent != BEL_NONE)
    bel_json_printf (json, "parent", "c%u", claim->parent);
  write_span (&w, claim->span);
  write_slot (&w, "subject", &claim->subject);
  write_predicate (&w, claim);
  write_slot (&w, "object", &claim->object);
  bel_json_array (json, "arguments");
  for (uint32_t i = 0; i < claim->arguments.n; i++)
    write_argument (&w, &claim->arguments.items[i]);
  bel_json_end (json);
  write_surface (&w, &claim->surface);
  bel_json_string (json, "polarity", bel_polarity_name (claim->polarity));
  bel_json_string (json, "certainty", bel_certainty_name (claim->certainty));
  bel_json_string (json, "modality", bel_modality_name (claim->modality));
  bel_json_string (json, "tense", bel_claim_tense_name (claim->tense));
  write_quantities (&w, claim);
  write_voice (&w, claim);
  write_effective (&w, claim);
  bel_json_rounded (json, "confidence", (double) claim->confidence, 4);
  bel_json_end (json);
}

static void
write_span_or_null (const Writer *w, const char *name, BelSpan visible)
{
  if (bel_span_is_empty (visible))
    bel_json_null (w->json, name);
  else
    bel_json_span (w->json, name, bel_document_source_span (w->document, visible));
}

static void write_inner (Writer *w, uint32_t index, unsigned depth);

static void
write_attribution (Writer *w, uint32_t index, unsigned depth)
{
  const BelAttribution *attribution = &w->claims->attributions.items[index];
  write_span_or_null (w, "source", attribution->source);
  write_span_or_null (w, "cue", attribution->cue);
  write_content (w, attribution);
  bel_json_string (w->json, "stance", bel_stance_name (attribution->stance));
  bel_json_string (w->json, "kind", bel_attribution_kind_name (attribution->kind));
  bel_json_string (w->json, "class", bel_symbols_text (w->document->symbols, attribution->cue_class));
  if (attribution->anonymous)
    bel_json_bool (w->json, "anonymous", true);
  if (attribution->plural)
    bel_json_bool (w->json, "plural", true);
  if (attribution->hearsay)
    bel_json_bool (w->json, "hearsay", true);
  if (attribution->anaphoric)
    bel_json_bool (w->json, "anaphoric", true);
  write_inner (w, index, depth + 1);
}

/* The attributions within the content of attribution @index: "inner", only where there are any. */
static void
write_inner (Writer *w, uint32_t index, unsigned depth)
{
  bool open = false;
  const BelAttribution *outer = &w->claims->attributions.items[index];
  for (uint32_t i = outer->first_inner; i != BEL_NONE && depth < BEL_LIMIT_VOICE_DEPTH;
       i = w->claims->attributions.items[i].next_inner) {
    if (!open)
      bel_json_array (w->json, "inner");
    open = true;
    bel_json_object (w->json, NULL);
    write_attribution (w, i, depth);
    bel_json_end (w->json);
  }
  if (open)
    bel_json_end (w->json);
}

void
bel_json_attribution (BelJson *json, const BelClaims *claims, uint32_t index)
{
  Writer w = { json, claims, claims->document };
  bel_json_object (json, NULL);
  bel_json_string (json, "file", w.document->name);
  write_attribution (&w, index, 0);
  bel_json_end (json);
}
