/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/event.h"
#include "report/extract.h"
#include "report/json-writer.h"

static void
write_event (const BelDocument *document, const BelEvent *event, GString *out)
{
  const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[event->token]];
  g_autofree char *number = g_strdup_printf ("%u", document->tokens.sentence[event->token] + 1);
  BelJson json;
  bel_json_init (&json, out, 0);
  bel_json_object (&json, NULL);
  bel_json_string (&json, "sent_id", sentence->id ? sentence->id : number);
  bel_json_int (&json, "token", event->token - sentence->first_token + 1);
  bel_json_rounded (&json, "author_factuality", (double) event->factuality, 2);
  bel_json_end (&json);
  g_string_append_c (out, '\n');
}

void
bel_extract_events (const BelClaims *claims, GString *out)
{
  BelEvents events = { 0 };
  bel_events_judge (claims->context, claims, &events);
  for (uint32_t i = 0; i < events.n; i++)
    write_event (claims->document, &events.items[i], out);
}
