/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie debug --stage=entities: who is who, one entity a block; in columns, so that development scripts can read it:
 * "entity ID KEY …", then its mentions as "mention START END HEAD KIND TEXT", the span in bytes of the file, the head as a token of the document. */
#include "cli/debug.h"

#include "report/report.h"

static const char *
kind_name (BelMentionKind kind)
{
  static const char *const NAMES[] = { "name", "nominal", "pronoun", "event" };
  return NAMES[kind];
}

static void
show_mention (const BelDocument *document, const BelMention *mention, GString *out)
{
  BelSpan span = bel_document_source_span (document, mention->span);
  g_string_append_printf (out, "mention\t%u\t%u\t%u\t%s\t", span.start, span.end, mention->head,
                          kind_name (mention->kind));
  bel_report_append_clean (out, bel_document_text (document, mention->span), bel_span_length (mention->span));
  g_string_append_c (out, '\n');
}

static void
show_entity (const BelClaims *claims, const BelEntity *entity, GString *out)
{
  static const char *const TYPES[] = { "-", "person", "organization", "place", "other" };
  static const char *const GENDERS[] = { "-", "female", "male", "neuter" };
  const char *key = entity->key == BEL_NONE ? "-" : bel_symbols_text (claims->document->symbols, entity->key);
  g_string_append_printf (out, "entity\te%u\t%s\t%s\t%s%s%s", entity->id, key, TYPES[entity->type],
                          GENDERS[entity->gender], entity->number == BEL_NUMBER_MANY ? "\tmany" : "",
                          entity->anonymous ? "\tanonymous" : "");
  if (entity->metonym_of != BEL_NONE)
    g_string_append_printf (out, "\tfor e%u", entity->metonym_of);
  g_string_append_c (out, '\n');
  for (uint32_t i = 0; i < entity->mentions.n; i++)
    show_mention (claims->document, &claims->mentions.items[entity->mentions.items[i]], out);
}

void
bel_debug_entities (const BelEngine *engine, BelDocument *document, GString *out)
{
  const BelClaims *claims = bel_engine_extract (engine, document);
  for (uint32_t i = 0; i < claims->entities.n; i++)
    show_entity (claims, &claims->entities.items[i], out);
}
