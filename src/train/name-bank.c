/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* GUM marks every mention, not names: (8-organization-… opens a mention of id 8, 8) closes it. A mention whose head, by
 * the tree, is a proper noun holds a name; what of it is the name is found from tags and tree:
 *
 *   [Gen. John Smith of the Army]person        ─▶ John Smith: head and its flat words, no titles
 *   [the University of Portsmouth]organization ─▶ University of Portsmouth: capitals around the head and what joins
 * them
 *
 * Of names within names the outer one is kept. Weekdays, months and the like are none. */
#include "train/name-bank.h"

#include "base/file.h"
#include "document/conllu.h"

#include <string.h>

typedef struct {
  uint32_t id;
  uint32_t first, last; /* tokens */
  uint32_t head;        /* by the tree; set by find_name() */
  BelNameType type;
} Mention;

/* -- entities -------------------------------------------------------------------------------- */

static BelNameType
type_of (const char *text, size_t n)
{
  static const struct {
    const char *name;
    BelNameType type;
  } TYPES[] = {
    { "person", BEL_NAME_PERSON },   { "organization", BEL_NAME_ORG }, { "place", BEL_NAME_PLACE },
    { "abstract", BEL_NAME_OTHER },  { "event", BEL_NAME_OTHER },      { "object", BEL_NAME_OTHER },
    { "substance", BEL_NAME_OTHER }, { "animal", BEL_NAME_OTHER },     { "plant", BEL_NAME_OTHER },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (strlen (TYPES[i].name) == n && strncmp (TYPES[i].name, text, n) == 0)
      return TYPES[i].type;
  return BEL_NAME_NONE;
}

/* "8-organization-new-nnnnn-cf3-3,5,6-sgl" */
static Mention
open_mention (const char *text, uint32_t t)
{
  Mention mention = { .id = (uint32_t) strtoul (text, NULL, 10), .first = t, .last = BEL_NONE };
  const char *p = strchr (text, '-');
  if (!p)
    return mention;
  mention.type = type_of (p + 1, strcspn (p + 1, "-()|"));
  return mention;
}

static void
close_mention (GArray *mentions, const GArray *open, uint32_t id, uint32_t t)
{
  for (guint i = open->len; i-- > 0;) {
    Mention *mention = &g_array_index (mentions, Mention, g_array_index (open, guint, i));
    if (mention->id == id && mention->last == BEL_NONE) {
      mention->last = t;
      return;
    }
  }
}

/* "(7-abstract-…(3-person-…)" opens 7, opens and closes 3; "7)6)" closes both. */
static void
read_entity (GArray *mentions, GArray *open, const char *text, uint32_t t)
{
  while (*text && *text != '|') {
    if (*text == '(') {
      Mention mention = open_mention (text + 1, t);
      text += 1 + strcspn (text + 1, "()|");
      if (*text == ')') {
        mention.last = t;
        text++;
      }
      g_array_append_val (mentions, mention);
      guint number = mentions->len - 1;
      g_array_append_val (open, number);
    } else if (g_ascii_isdigit (*text)) {
      close_mention (mentions, open, (uint32_t) strtoul (text, NULL, 10), t);
      text += strcspn (text, "()|");
      text += *text == ')';
    } else {
      text++;
    }
  }
}

static void
read_mentions (NameBank *bank)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) lines = g_strsplit (bank->document->source, "\n", -1);
  uint32_t t = 0;
  for (char **line = lines; *line; line++) {
    if (!**line)
      g_array_set_size (open, 0);
    if (!g_ascii_isdigit (**line) || strcspn (*line, "\t") > strcspn (*line, "-."))
      continue;
    const char *entity = strstr (*line, "Entity=");
    if (entity)
      read_entity (bank->mentions, open, entity + 7, t);
    t++;
  }
}

/* -- names in mentions ----------------------------------------------------------------------- */

static bool
is_proper (const BelDocument *document, uint32_t t)
{
  return document->tokens.xpos[t] == BEL_XPOS_NNP || document->tokens.xpos[t] == BEL_XPOS_NNPS;
}

static bool
is_capital (const BelDocument *document, uint32_t t)
{
  const char *form = bel_symbols_text (document->symbols, document->tokens.form[t]);
  return g_unichar_isupper (g_utf8_get_char (form)) && document->tokens.xpos[t] != BEL_XPOS_DT;
}

static bool
joins (const BelDocument *document, uint32_t t)
{
  uint8_t xpos = document->tokens.xpos[t];
  const char *lower = bel_symbols_text (document->symbols, document->tokens.lower[t]);
  return xpos == BEL_XPOS_CC || xpos == BEL_XPOS_HYPH || xpos == BEL_XPOS_DT || xpos == BEL_XPOS_FW
         || g_str_equal (lower, "of") || g_str_equal (lower, "for") || g_str_equal (lower, "on");
}

/* The words of a person's name: the head and those flat to it, side by side. */
static void
person_name (const BelDocument *document, Mention *mention)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t named = tokens->head[mention->head];
  if (tokens->dep[mention->head] == BEL_DEP_NMOD_DESC && named != BEL_NONE && named > mention->head
      && named <= mention->last && is_proper (document, named))
    mention->head = named; /* "Emperor [Norton]" */
  uint32_t head = mention->head, first = head, last = head;
  while (last < mention->last && tokens->head[last + 1] != BEL_NONE && tokens->head[last + 1] >= first
         && tokens->head[last + 1] <= last && tokens->dep[last + 1] == BEL_DEP_FLAT)
    last++;
  while (first > mention->first && is_proper (document, first - 1) && tokens->head[first] == first - 1
         && tokens->dep[first] == BEL_DEP_FLAT)
    first--;
  mention->first = first;
  mention->last = last;
}

static void
other_name (const BelDocument *document, Mention *mention)
{
  uint32_t first = mention->head, last = first;
  while (first > mention->first) {
    if (is_capital (document, first - 1) || document->tokens.xpos[first - 1] == BEL_XPOS_CD)
      first--;
    else if (first > mention->first + 1 && joins (document, first - 1) && is_capital (document, first - 2))
      first -= 2;
    else
      break;
  }
  while (last < mention->last) {
    if (is_capital (document, last + 1) || document->tokens.xpos[last + 1] == BEL_XPOS_CD)
      last++;
    else if (last + 2 <= mention->last && joins (document, last + 1) && is_capital (document, last + 2))
      last += 2;
    else if (last + 3 <= mention->last && joins (document, last + 1) && joins (document, last + 2)
             && is_capital (document, last + 3))
      last += 3;
    else
      break;
  }
  while (first < mention->head && document->tokens.xpos[first] == BEL_XPOS_CD)
    first++;
  mention->first = first;
  mention->last = last;
}

static bool
has_bits (const BelDocument *document, GHashTable *lists, uint32_t t, guint bits)
{
  const char *lower = bel_symbols_text (document->symbols, document->tokens.lower[t]);
  gpointer key = GUINT_TO_POINTER (bel_namer_key (lower, strlen (lower)));
  return GPOINTER_TO_UINT (g_hash_table_lookup (lists, key)) & bits;
}

/* The word of the mention that hangs outside of it. */
static gboolean
choose_head (const BelDocument *document, Mention *mention)
{
  const BelTokens *tokens = &document->tokens;
  for (uint32_t t = mention->first; t <= mention->last; t++) {
    uint32_t head = tokens->head[t];
    if (head != BEL_NONE && head >= mention->first && head <= mention->last)
      continue;
    mention->head = t;
    return is_proper (document, t);
  }
  return FALSE;
}

/* Returns: FALSE when the mention holds no name; else its first and last are those of the name. */
static gboolean
find_name (const BelDocument *document, GHashTable *lists, Mention *mention)
{
  if (mention->type == BEL_NAME_NONE || mention->last == BEL_NONE || !choose_head (document, mention))
    return FALSE;
  if (mention->type == BEL_NAME_PERSON && document->tokens.xpos[mention->head] == BEL_XPOS_NNPS)
    mention->type = BEL_NAME_OTHER; /* "Americans" */
  if (mention->type == BEL_NAME_PERSON)
    person_name (document, mention);
  else
    other_name (document, mention);
  return mention->type != BEL_NAME_PERSON || mention->first != mention->last
         || !has_bits (document, lists, mention->first, BEL_NAME_TITLE);
}

/* An outer name replaces what was marked within it; an inner one is passed over. */
static void
mark_name (NameBank *bank, const Mention *name)
{
  const uint8_t *gold = bank->gold;
  uint32_t n_marked = 0;
  for (uint32_t t = name->first; t <= name->last; t++)
    n_marked += gold[t] != 0;
  bool cuts = (gold[name->first] && gold[name->first] % 2 == 0)
              || (name->last + 1 < bank->document->tokens.n && gold[name->last + 1] && gold[name->last + 1] % 2 == 0);
  if (cuts || n_marked == name->last - name->first + 1)
    return;
  for (uint32_t t = name->first; t <= name->last; t++)
    bank->gold[t] = (uint8_t) (2 * name->type - (t == name->first));
}

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const Mention *x = a, *y = b;
  uint32_t n_x = x->last - x->first, n_y = y->last - y->first;
  return n_x != n_y ? (n_x > n_y ? -1 : 1) : x->first < y->first ? -1 : x->first > y->first;
}

NameBank *
name_bank_read (const char *path, GHashTable *lists, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return NULL;
  NameBank *bank = g_new0 (NameBank, 1);
  bank->document = bel_document_new (NULL, path, bytes);
  bank->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  bel_conllu_read (bank->document, BEL_CONLLU_ALL, NULL);
  bank->gold = bel_arena_new_array (bank->document->arena, uint8_t, bank->document->tokens.n + 1);
  read_mentions (bank);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Mention));
  for (guint i = 0; i < bank->mentions->len; i++) {
    Mention name = g_array_index (bank->mentions, Mention, i);
    if (find_name (bank->document, lists, &name))
      g_array_append_val (names, name);
  }
  g_array_sort (names, compare_length);
  for (guint i = 0; i < names->len; i++)
    mark_name (bank, &g_array_index (names, Mention, i));
  return bank;
}

void
name_bank_free (NameBank *bank)
{
  if (!bank)
    return;
  bel_document_free (bank->document);
  g_array_unref (bank->mentions);
  g_free (bank);
}
