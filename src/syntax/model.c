/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/model-private.h"

#include "base/checksum.h"
#include "base/file.h"

#include <string.h>

G_DEFINE_QUARK (bel - syntax - error - quark, bel_syntax_error)

G_STATIC_ASSERT (sizeof (BelModelHeader) == 32);
G_STATIC_ASSERT (sizeof (BelModelEntry) == 24);

uint64_t
bel_model_checksum (const void *data, size_t n_bytes)
{
  return bel_checksum (data, n_bytes);
}

static gboolean
broken (GError **error, const char *name, const char *what)
{
  g_set_error (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT, "%s is not a usable model: %s", name, what);
  return FALSE;
}

static gboolean
check_table (const BelModelHeader *header, const BelModelEntry *table, const char *name, GError **error)
{
  uint64_t end_of_table = sizeof *header + header->n_sections * sizeof *table;
  for (uint32_t i = 0; i < header->n_sections; i++) {
    const BelModelEntry *entry = &table[i];
    if (entry->offset % BEL_MODEL_ALIGN != 0 || entry->offset < end_of_table || entry->offset > header->n_bytes
        || entry->n_bytes > header->n_bytes - entry->offset)
      return broken (error, name, "a section lies outside of the file");
    for (uint32_t k = 0; k < i; k++)
      if (memcmp (table[k].tag, entry->tag, sizeof entry->tag) == 0)
        return broken (error, name, "two sections have one tag");
  }
  return TRUE;
}

static gboolean
check_file (const void *data, size_t n_bytes, const char *name, bool sum, GError **error)
{
  const BelModelHeader *header = data;
  if (G_BYTE_ORDER != G_LITTLE_ENDIAN)
    return broken (error, name, "models are little-endian and this machine is not");
  if (n_bytes < sizeof *header || memcmp (header->magic, BEL_MODEL_MAGIC, sizeof header->magic) != 0)
    return broken (error, name, "it does not begin as one");
  if (header->version != BEL_MODEL_VERSION) {
    g_set_error (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT, "%s is a model of version %u; this program reads %u",
                 name, header->version, BEL_MODEL_VERSION);
    return FALSE;
  }
  if (header->n_bytes != n_bytes)
    return broken (error, name, header->n_bytes > n_bytes ? "it is cut short" : "it is longer than it says");
  if (header->n_sections > BEL_MODEL_MAX_SECTIONS
      || sizeof *header + header->n_sections * sizeof (BelModelEntry) > n_bytes)
    return broken (error, name, "its table of sections is too long");
  if (sum && header->checksum != bel_model_checksum (header + 1, n_bytes - sizeof *header))
    return broken (error, name, "its checksum is wrong");
  return check_table (header, (const BelModelEntry *) (header + 1), name, error);
}

/* Views one section. Returns: FALSE with @error set when it is there but broken. */
#define VIEW(model, tag, init, view, name, error) \
  view_section ((model), (tag), init ((view), section_of ((model), (tag)), n_bytes_of ((model), (tag))), (name), \
                (error))

static const void *
section_of (const BelModel *model, const char *tag)
{
  size_t n_bytes;
  return bel_model_section (model, tag, &n_bytes);
}

static size_t
n_bytes_of (const BelModel *model, const char *tag)
{
  size_t n_bytes;
  bel_model_section (model, tag, &n_bytes);
  return n_bytes;
}

static gboolean
view_section (BelModel *model, const char *tag, gboolean good, const char *name, GError **error)
{
  if (good)
    return TRUE;
  if (section_of (model, tag)) {
    g_set_error (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT, "%s is not a usable model: section %s is broken",
                 name, tag);
    return FALSE;
  }
  model->missing = tag;
  return TRUE;
}

/* Sections that were made for each other. */
static gboolean
check_sections (const BelModel *model, const char *name, GError **error)
{
  if (model->missing
      || (model->parser.shape.d_vector == model->lexicon.n_dims && model->parser.shape.n_tags == model->tagger.n_tags))
    return TRUE;
  g_set_error (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT,
               "%s is not a usable model: its parser is not of its lexicon and tagger", name);
  return FALSE;
}

static gboolean
view_sections (BelModel *model, const char *name, GError **error)
{
  return VIEW (model, "LEXI", bel_lexicon_init, &model->lexicon, name, error)
         && VIEW (model, "TAGS", bel_tagger_init, &model->tagger, name, error)
         && VIEW (model, "PARS", bel_parser_init, &model->parser, name, error)
         && VIEW (model, "TOKS", bel_segmenter_init, &model->segmenter, name, error)
         && VIEW (model, "MORF", bel_morph_init, &model->morph, name, error)
         && VIEW (model, "NAME", bel_namer_init, &model->namer, name, error) && check_sections (model, name, error);
}

/* The fastest, unless BELIE_KERNELS names others: to measure them. All give the same trees. Returns: NULL with @error set
 * when the ones named cannot be had. */
static const BelKernels *
choose_kernels (GError **error)
{
  const char *name = g_getenv ("BELIE_KERNELS");
  if (!name || !*name)
    return bel_kernels_best ();
  const BelKernels *named = bel_kernels_named (name);
  if (!named)
    g_set_error (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_OPEN,
                 "BELIE_KERNELS: this build and processor have no kernels called %s", name);
  return named;
}

/* @sum: whether the checksum is looked at. */
static BelModel *
frame (GBytes *bytes, const char *name, bool sum, GError **error)
{
  size_t n_bytes;
  const void *data = g_bytes_get_data (bytes, &n_bytes);
  const BelKernels *kernels = choose_kernels (error);
  if (!kernels || !check_file (data, n_bytes, name, sum, error))
    return NULL;
  BelModel *model = g_new0 (BelModel, 1);
  g_atomic_ref_count_init (&model->refs);
  model->bytes = g_bytes_ref (bytes);
  model->kernels = kernels;
  model->header = data;
  model->table = (const BelModelEntry *) (model->header + 1);
  return model;
}

BelModel *
bel_model_frame (GBytes *bytes, const char *name, GError **error)
{
  return frame (bytes, name, true, error);
}

BelModel *
bel_model_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (BelModel) model = bel_model_frame (bytes, name, error);
  return model && view_sections (model, name, error) ? g_steal_pointer (&model) : NULL;
}

BelModel *
bel_model_open (const char *path, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GBytes) bytes = bel_file_map (path, &inner);
  if (!bytes) {
    g_set_error (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_OPEN, "cannot open the model: %s", inner->message);
    return NULL;
  }
  g_autoptr (BelModel) model = frame (bytes, path, false, error);
  if (!model || !view_sections (model, path, error))
    return NULL;
  if (model->missing) {
    g_set_error (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT, "%s is not a usable model: section %s is missing",
                 path, model->missing);
    return NULL;
  }
  return g_steal_pointer (&model);
}

BelModel *
bel_model_ref (BelModel *model)
{
  g_atomic_ref_count_inc (&model->refs);
  return model;
}

void
bel_model_unref (BelModel *model)
{
  if (!model || !g_atomic_ref_count_dec (&model->refs))
    return;
  g_bytes_unref (model->bytes);
  g_free (model);
}

const void *
bel_model_section (const BelModel *model, const char *tag, size_t *out_n_bytes)
{
  for (uint32_t i = 0; i < model->header->n_sections; i++) {
    if (memcmp (model->table[i].tag, tag, sizeof model->table[i].tag) != 0)
      continue;
    *out_n_bytes = model->table[i].n_bytes;
    return (const char *) model->header + model->table[i].offset;
  }
  *out_n_bytes = 0;
  return NULL;
}

#define LARGEST 1e6f

gboolean
bel_model_good_floats (const float *floats, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!(floats[i] >= -LARGEST && floats[i] <= LARGEST))
      return FALSE;
  return TRUE;
}
