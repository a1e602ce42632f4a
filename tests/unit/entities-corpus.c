/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Lines of fixtures/entities. */
#include "corpus.h"

#include <string.h>

static gboolean
has_words (const BelClaims *claims, const BelMention *mention, const char *words)
{
  size_t n = bel_span_length (mention->span);
  return strlen (words) == n && memcmp (bel_document_text (claims->document, mention->span), words, n) == 0;
}

static int
by_place (const void *a, const void *b)
{
  const BelMention *left = *(const BelMention *const *) a, *right = *(const BelMention *const *) b;
  return left->span.start < right->span.start ? -1 : left->span.start > right->span.start;
}

/* The mention called @name, "he" or "he#2"; NULL when there is none. */
static const BelMention *
find_mention (const BelClaims *claims, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "#", 2);
  guint nth = parts[1] ? (guint) g_ascii_strtoull (parts[1], NULL, 10) : 1;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  for (uint32_t m = 0; m < claims->mentions.n; m++)
    if (has_words (claims, &claims->mentions.items[m], parts[0]))
      g_ptr_array_add (found, &claims->mentions.items[m]);
  if (found->len > 1)
    qsort (found->pdata, found->len, sizeof (gpointer), by_place);
  return nth >= 1 && nth <= found->len ? found->pdata[nth - 1] : NULL;
}

/* Whether nothing else in the text is the same as @mention. */
static gboolean
is_open (const BelClaims *claims, const BelMention *mention)
{
  return mention->entity == BEL_NONE || claims->entities.items[mention->entity].mentions.n < 2;
}

static gboolean
is_metonym (const BelClaims *claims, const BelMention *a, const BelMention *b)
{
  return a->entity != BEL_NONE && a->entity != b->entity && claims->entities.items[a->entity].metonym_of == b->entity;
}

static gboolean
pair_holds (const BelClaims *claims, const char *left, const char *sign, const char *right)
{
  const BelMention *a = find_mention (claims, left);
  if (!a)
    return FALSE;
  if (g_str_equal (right, "?"))
    return is_open (claims, a);
  const BelMention *b = find_mention (claims, right);
  if (!b)
    return FALSE;
  if (*sign == '~')
    return is_metonym (claims, a, b);
  gboolean same = a->entity != BEL_NONE && a->entity == b->entity;
  return same == (*sign == '=');
}

gboolean
bel_corpus_entities_hold (const BelClaims *claims, const char *line)
{
  gboolean absent = *line == '!';
  const char *sign = strstr (line, " = ") ? " = " : strstr (line, " ~ ") ? " ~ " : " / ";
  g_auto (GStrv) names = g_strsplit (line + absent, sign, -1);
  for (char **name = names; *name; name++)
    g_strstrip (*name);
  gboolean good = names[0] && names[1];
  for (char **name = names; good && name[1]; name++)
    good = pair_holds (claims, name[0], sign + 1, name[1]);
  return good != absent;
}

void
bel_corpus_entities_show (const BelClaims *claims, GString *out)
{
  for (uint32_t i = 0; i < claims->entities.n; i++) {
    const BelEntity *entity = &claims->entities.items[i];
    g_string_append_printf (out, "#     e%u", i);
    for (uint32_t m = 0; m < entity->mentions.n; m++) {
      BelSpan span = claims->mentions.items[entity->mentions.items[m]].span;
      g_string_append_printf (out, "%s%.*s", m ? " = " : " ", (int) bel_span_length (span),
                              bel_document_text (claims->document, span));
    }
    if (entity->metonym_of != BEL_NONE)
      g_string_append_printf (out, " ~ e%u", entity->metonym_of);
    g_string_append_c (out, '\n');
  }
}
