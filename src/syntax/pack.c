/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The writing side of model.h; only the trainer and the tests link it. */
#include "syntax/model-private.h"

#include "base/file.h"

#include <string.h>

static size_t
aligned (size_t n_bytes)
{
  return (n_bytes + BEL_MODEL_ALIGN - 1) / BEL_MODEL_ALIGN * BEL_MODEL_ALIGN;
}

GBytes *
bel_model_pack (const BelModelPart *parts, guint n_parts)
{
  g_return_val_if_fail (n_parts <= BEL_MODEL_MAX_SECTIONS, NULL);
  size_t n_bytes = aligned (sizeof (BelModelHeader) + n_parts * sizeof (BelModelEntry));
  for (guint i = 0; i < n_parts; i++)
    n_bytes = aligned (n_bytes) + parts[i].n_bytes;
  char *image = g_malloc0 (n_bytes);
  BelModelHeader *header = (BelModelHeader *) image;
  BelModelEntry *table = (BelModelEntry *) (header + 1);
  memcpy (header->magic, BEL_MODEL_MAGIC, sizeof header->magic);
  header->version = BEL_MODEL_VERSION;
  header->n_sections = n_parts;
  header->n_bytes = n_bytes;
  size_t at = aligned (sizeof *header + n_parts * sizeof *table);
  for (guint i = 0; i < n_parts; i++) {
    memcpy (table[i].tag, parts[i].tag, sizeof table[i].tag);
    table[i].offset = at;
    table[i].n_bytes = parts[i].n_bytes;
    if (parts[i].n_bytes)
      memcpy (image + at, parts[i].data, parts[i].n_bytes);
    at = aligned (at + parts[i].n_bytes);
  }
  header->checksum = bel_model_checksum (header + 1, n_bytes - sizeof *header);
  return g_bytes_new_take (image, n_bytes);
}

/* The sections of @model but for @part's, and @part, in the order of the file. */
static guint
merge (const BelModel *model, const BelModelPart *part, BelModelPart *parts)
{
  guint n = 0;
  gboolean placed = FALSE;
  for (uint32_t i = 0; model && i < model->header->n_sections; i++) {
    const BelModelEntry *entry = &model->table[i];
    BelModelPart old = { .data = (const char *) model->header + entry->offset, .n_bytes = entry->n_bytes };
    memcpy (old.tag, entry->tag, sizeof old.tag);
    gboolean same = memcmp (entry->tag, part->tag, sizeof old.tag) == 0;
    parts[n++] = same ? *part : old;
    placed |= same;
  }
  if (!placed)
    parts[n++] = *part;
  return n;
}

gboolean
bel_model_put (const char *path, const BelModelPart *part, GError **error)
{
  g_autoptr (BelModel) model = NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_autoptr (GBytes) bytes = bel_file_map (path, error);
    model = bytes ? bel_model_frame (bytes, path, error) : NULL;
    if (!model)
      return FALSE;
  }
  BelModelPart parts[BEL_MODEL_MAX_SECTIONS + 1];
  guint n = merge (model, part, parts);
  g_autoptr (GBytes) image = bel_model_pack (parts, n);
  gsize n_bytes;
  const char *data = g_bytes_get_data (image, &n_bytes);
  return g_file_set_contents_full (path, data, (gssize) n_bytes, G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}
