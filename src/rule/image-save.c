/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A program into a file: each struct as image.def describes it, what several point to once. */
#include "rule/image-private.h"

#include "base/checksum.h"
#include "base/file.h"
#include "rule/image.h"

#include <string.h>

/* In a pointer that is being written: it leads into the texts, which come behind everything else. */
#define TO_TEXT ((uintptr_t) 1 << 31)

typedef struct {
  const BelProgram *program;
  const char *dir;
  GByteArray *data;        /* header and structs */
  GString *texts;          /* with their NULs */
  GArray *relocations;     /* uint32_t */
  GHashTable *text_places; /* text -> offset in texts + 1 */
  GHashTable *item_places; /* address -> Placed */
} Writer;

typedef struct {
  BelImageType type;
  uint32_t n, offset;
} Placed;

/* Room for @n_bytes cleared bytes. Returns: its offset. */
static uint32_t
room (Writer *writer, size_t n_bytes)
{
  guint start = (writer->data->len + 7) & ~7u, before = writer->data->len;
  g_byte_array_set_size (writer->data, start + (guint) n_bytes);
  memset (writer->data->data + before, 0, start + n_bytes - before);
  return start;
}

static void
write_pointer (Writer *writer, uint32_t at, uintptr_t target)
{
  memcpy (writer->data->data + at, &target, sizeof target);
  g_array_append_val (writer->relocations, at);
}

static uint32_t
text_place (Writer *writer, const char *text)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (writer->text_places, text));
  if (!place) {
    place = (guint) writer->texts->len + 1;
    g_string_append_len (writer->texts, text, (gssize) strlen (text) + 1);
    g_hash_table_insert (writer->text_places, (gpointer) text, GUINT_TO_POINTER (place));
  }
  return place - 1;
}

static void
write_text (Writer *writer, uint32_t at, const char *text)
{
  if (text)
    write_pointer (writer, at, TO_TEXT | text_place (writer, text));
}

static uint32_t write_items (Writer *writer, BelImageType type, const void *items, uint32_t n);

/* Lexicons are written first of all, so that their place is known. */
static void
write_lexicon (Writer *writer, uint32_t at, const BelLexicon *lexicon)
{
  const Placed *placed = g_hash_table_lookup (writer->item_places, writer->program->lexicons);
  if (lexicon)
    write_pointer (writer, at, placed->offset + lexicon->id * sizeof (BelLexicon));
}

static void
write_member (Writer *writer, uint32_t at, const BelImageMember *member, const void *item)
{
  const char *from = (const char *) item + member->offset;
  if (member->kind == BEL_IMAGE_PLAIN) {
    memcpy (writer->data->data + at, from, member->n_bytes);
    return;
  }
  const void *target;
  memcpy (&target, from, sizeof target);
  if (member->kind == BEL_IMAGE_TEXT)
    write_text (writer, at, target);
  else if (member->kind == BEL_IMAGE_PATH)
    write_text (writer, at, bel_image_relative (target, writer->dir));
  else if (member->kind == BEL_IMAGE_TO_LEXICON)
    write_lexicon (writer, at, target);
  else if (member->n_items (item))
    write_pointer (writer, at, write_items (writer, member->type, target, member->n_items (item)));
}

/* Returns: the offset of the @n items, which several may point to. */
static uint32_t
write_items (Writer *writer, BelImageType type, const void *items, uint32_t n)
{
  const BelImageStruct *layout = bel_image_struct (type);
  Placed *placed = g_hash_table_lookup (writer->item_places, items);
  if (placed && placed->n == n && placed->type == type)
    return placed->offset;
  placed = g_new (Placed, 1);
  *placed = (Placed){ type, n, room (writer, (size_t) n * layout->n_bytes) };
  g_hash_table_replace (writer->item_places, (gpointer) items, placed);
  uint32_t offset = placed->offset;
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t m = 0; m < layout->n_members; m++)
      write_member (writer, offset + i * layout->n_bytes + layout->members[m].offset, &layout->members[m],
                    (const char *) items + (size_t) i * layout->n_bytes);
  return offset;
}

static uint32_t
write_words (Writer *writer, const uint32_t *words, uint32_t n)
{
  uint32_t offset = room (writer, sizeof *words * n);
  memcpy (writer->data->data + offset, words, sizeof *words * n);
  return offset;
}

static uint32_t
write_files (Writer *writer)
{
  const GPtrArray *paths = writer->program->paths;
  uint32_t offset = room (writer, sizeof (BelImageFile) * paths->len);
  for (guint i = 0; i < paths->len; i++) {
    gsize n_bytes;
    const char *bytes = g_bytes_get_data (writer->program->sources->pdata[i], &n_bytes);
    BelImageFile file = bel_image_file (bytes, n_bytes);
    file.path = text_place (writer, bel_image_relative (paths->pdata[i], writer->dir));
    memcpy (writer->data->data + offset + sizeof file * i, &file, sizeof file);
  }
  return offset;
}

static uint32_t
write_owners (Writer *writer)
{
  const BelProgram *program = writer->program;
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  for (uint32_t i = 0; i < program->infos.n; i++) {
    uint32_t owner = 0;
    while (owner + 1 < program->paths->len && strcmp (program->paths->pdata[owner], program->infos.items[i].file) != 0)
      owner++;
    g_array_append_val (owners, owner);
  }
  return write_words (writer, (const uint32_t *) (void *) owners->data, owners->len);
}

/* Texts behind the structs: only now is it known where. */
static void
settle_pointers (Writer *writer, uint32_t texts)
{
  for (guint i = 0; i < writer->relocations->len; i++) {
    uint32_t at = g_array_index (writer->relocations, uint32_t, i);
    uintptr_t pointer;
    memcpy (&pointer, writer->data->data + at, sizeof pointer);
    pointer = pointer & TO_TEXT ? (pointer & ~TO_TEXT) + texts : pointer;
    pointer += BEL_IMAGE_ADDRESS;
    memcpy (writer->data->data + at, &pointer, sizeof pointer);
  }
}

static gint
order_offsets (gconstpointer a, gconstpointer b)
{
  uint32_t x = *(const uint32_t *) a, y = *(const uint32_t *) b;
  return (x > y) - (x < y);
}

static void
write_all (Writer *writer)
{
  const BelProgram *program = writer->program;
  BelSymbolRows rows = bel_symbols_rows (program->symbols);
  BelImageHeader header = { .version = BEL_IMAGE_VERSION, .build = bel_image_build (program->schema) };
  memcpy (header.magic, BEL_IMAGE_MAGIC, sizeof header.magic);
  g_strlcpy (header.rules, bel_program_checksum (program), sizeof header.rules);
  room (writer, sizeof header);
  header.program = write_items (writer, BEL_IMAGE_PROGRAM, program, 1);
  header.symbols = write_items (writer, BEL_IMAGE_SYMBOL, rows.entries, rows.n_entries);
  header.slots = write_words (writer, rows.slots, rows.n_slots);
  header.files = write_files (writer);
  header.owners = write_owners (writer);
  header.n_symbols = rows.n_entries;
  header.n_slots = rows.n_slots;
  header.n_files = program->paths->len;
  uint32_t texts = room (writer, writer->texts->len);
  settle_pointers (writer, texts);
  memcpy (writer->data->data + texts, writer->texts->str, writer->texts->len);
  for (uint32_t i = 0; i < header.n_files; i++)
    ((BelImageFile *) (void *) (writer->data->data + header.files))[i].path += texts;
  g_array_sort (writer->relocations, order_offsets);
  header.n_relocations = writer->relocations->len;
  header.relocations
      = write_words (writer, (const uint32_t *) (void *) writer->relocations->data, header.n_relocations);
  header.n_bytes = writer->data->len;
  memcpy (writer->data->data, &header, sizeof header);
  size_t summed = offsetof (BelImageHeader, checksum) + sizeof header.checksum;
  header.checksum = bel_checksum (writer->data->data + summed, writer->data->len - summed);
  memcpy (writer->data->data, &header, sizeof header);
}

gboolean
bel_program_save (const BelProgram *program, const char *dir, const char *path, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GArray) relocations = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  g_autoptr (GHashTable) text_places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) item_places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Writer writer = { program, dir, data, texts, relocations, text_places, item_places };
  write_all (&writer);
  return bel_file_write (path, (const char *) data->data, data->len, error);
}
