/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A model file that is not what was made: edits of the real one, under a checksum that fits. It is refused with an
 * error, or reads text without harm. $BELIE_SOURCE, or this folder, has models/english.bel. */
#include "fuzz.h"

#include "syntax/model-private.h"

/* One edit: what, which section, where, how many bytes, the bytes. All lengths are taken within what there is. */
#define EDIT_BYTES 10u
#define MOST_EDITS 16u
#define HEAD 512u /* bytes at the beginning of a section, where its sizes are */

typedef enum { EDIT_HEAD, EDIT_ANYWHERE, EDIT_TABLE, EDIT_CUT, N_EDITS } Edit;

typedef struct {
  guint8 *data;
  gsize n;
  BelModelHeader header; /* as they were */
  BelModelEntry table[BEL_MODEL_MAX_SECTIONS];
} File;

typedef struct {
  gsize at;
  guint8 was;
} Undo;

/* A copy of the model, made once: libFuzzer gives a target no place of its own to keep it. */
static File *
file_once (void)
{
  static File file;
  if (!file.data) {
    const char *source = g_getenv ("BELIE_SOURCE");
    g_autofree char *path = g_build_filename (source ? source : ".", "models", "english.bel", NULL);
    gboolean read = g_file_get_contents (path, (char **) &file.data, &file.n, NULL);
    g_assert (read && file.n > sizeof file.header + sizeof file.table);
    memcpy (&file.header, file.data, sizeof file.header);
    memcpy (file.table, file.data + sizeof file.header, sizeof file.table);
  }
  return &file;
}

static gsize
place_of (const File *file, const uint8_t *edit)
{
  const BelModelEntry *entry = &file->table[edit[1] % file->header.n_sections];
  gsize offset = (gsize) edit[2] | (gsize) edit[3] << 8 | (gsize) edit[4] << 16;
  switch (edit[0] % N_EDITS) {
  case EDIT_HEAD:
    return entry->offset + offset % HEAD;
  case EDIT_TABLE:
    return offset % (sizeof file->header + file->header.n_sections * sizeof *entry);
  default:
    return entry->offset + offset % entry->n_bytes;
  }
}

static void
read_with (const BelModel *model)
{
  static const char TEXT[] = "Mayor Ana Ruiz said on Monday that the bridge, which cost $4.5 million, had not been "
                             "closed.\n\n\"We don't know,\" she added. The U.S. Army left in 1994.\n";
  g_autoptr (GBytes) with_nul = g_bytes_new_static (TEXT, sizeof TEXT);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (with_nul, 0, sizeof TEXT - 1);
  g_autoptr (BelDocument) document = bel_document_new (NULL, "fuzz", bytes);
  bel_syntax_segment (model, document, NULL);
  bel_syntax_annotate (model, document);
  for (uint32_t t = 0; t < document->tokens.n; t++) {
    g_assert (document->tokens.head[t] == BEL_NONE || document->tokens.head[t] < document->tokens.n);
    g_assert (document->tokens.span[t].end <= document->n_text);
  }
}

static void
try_model (const File *file, gsize n)
{
  BelModelHeader *header = (BelModelHeader *) (void *) file->data;
  if (n >= sizeof *header && header->n_bytes == n)
    header->checksum = bel_model_checksum (header + 1, n - sizeof *header);
  g_autoptr (GBytes) bytes = g_bytes_new_static (file->data, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (BelModel) model = bel_model_new (bytes, "fuzz", &error);
  g_assert ((model != NULL) == (error == NULL));
  if (model && !model->missing)
    read_with (model);
}

/* Returns: how many bytes of the file are left. */
static gsize
apply (File *file, const uint8_t *edit, GArray *undo)
{
  gsize at = MIN (place_of (file, edit), file->n - 4);
  if (edit[0] % N_EDITS == EDIT_CUT)
    return at;
  for (gsize k = 0; k < 1u + edit[5] % 4; k++) {
    Undo one = { at + k, file->data[at + k] };
    g_array_append_val (undo, one);
    file->data[at + k] = edit[6 + k];
  }
  return file->n;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  File *file = file_once ();
  g_autoptr (GArray) undo = g_array_new (FALSE, FALSE, sizeof (Undo));
  gsize n = file->n;
  for (gsize e = 0; e < MIN (n_bytes / EDIT_BYTES, MOST_EDITS); e++)
    n = MIN (n, apply (file, data + e * EDIT_BYTES, undo));
  try_model (file, n);
  for (guint i = undo->len; i-- > 0;)
    file->data[g_array_index (undo, Undo, i).at] = g_array_index (undo, Undo, i).was;
  memcpy (file->data, &file->header, sizeof file->header);
  return 0;
}
