/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A program from a file: is it whole, of this build and of these rules; then its pointers are good where they are, or are moved. */
#include "rule/image-private.h"

#include "base/checksum.h"
#include "base/file.h"
#include "base/limits.h"
#include "rule/compile.h"
#include "rule/image.h"

#include <string.h>

typedef struct {
  char *data; /* of the mapping, which is ours alone */
  gsize n_bytes;
} Image;

static void
image_free (gpointer data)
{
  Image *image = data;
  bel_file_unmap (image->data, image->n_bytes);
  g_free (image);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Image, image_free)

static const BelImageHeader *
header_of (const Image *image)
{
  return (const BelImageHeader *) (const void *) image->data;
}

static gboolean
damaged (const char *path, GError **error)
{
  g_set_error (error, BEL_RULE_ERROR, BEL_RULE_ERROR_DAMAGED, "%s is damaged", path);
  return FALSE;
}

static gboolean
stale (const char *path, const char *what, GError **error)
{
  g_set_error (error, BEL_RULE_ERROR, BEL_RULE_ERROR_STALE, "%s is of %s", path, what);
  return FALSE;
}

/* -- is it whole --------------------------------------------------------------------------------- */

static bool
lies_within (const Image *image, uint32_t offset, uint64_t n, size_t item_bytes)
{
  return offset % 4 == 0 && offset >= sizeof (BelImageHeader) && offset <= image->n_bytes
         && n <= (image->n_bytes - offset) / item_bytes;
}

static bool
parts_lie_within (const Image *image)
{
  const BelImageHeader *header = header_of (image);
  return lies_within (image, header->program, 1, sizeof (BelProgram))
         && lies_within (image, header->symbols, header->n_symbols, sizeof (BelSymbolEntry))
         && lies_within (image, header->slots, header->n_slots, sizeof (uint32_t))
         && lies_within (image, header->files, header->n_files, sizeof (BelImageFile))
         && lies_within (image, header->owners, 0, sizeof (uint32_t))
         && lies_within (image, header->relocations, header->n_relocations, sizeof (uint32_t));
}

/* What cannot be told from another version's file is called stale: it is nobody's fault. */
static gboolean
check_image (const Image *image, const char *path, const BelRuleSchema *schema, GError **error)
{
  const BelImageHeader *header = header_of (image);
  size_t summed = offsetof (BelImageHeader, checksum) + sizeof header->checksum;
  if (image->n_bytes < sizeof *header || memcmp (header->magic, BEL_IMAGE_MAGIC, sizeof header->magic) != 0)
    return damaged (path, error);
  if (header->version != BEL_IMAGE_VERSION)
    return stale (path, "another version", error);
  if (header->n_bytes != image->n_bytes || !parts_lie_within (image)
      || header->checksum != bel_checksum (image->data + summed, image->n_bytes - summed))
    return damaged (path, error);
  return header->build == bel_image_build (schema) || stale (path, "another build", error);
}

/* -- is it of these rules ------------------------------------------------------------------------ */

/* @buffer: room for one byte more than the longest had. */
static gboolean
is_as_it_was (const BelImageFile *was, const char *path, char *buffer)
{
  gssize n = bel_file_read_into (path, buffer, was->n_bytes + 1);
  return n >= 0 && (uint64_t) n == was->n_bytes && bel_image_file (buffer, (gsize) n).checksum == was->checksum;
}

static gboolean
check_files (const Image *image, const char *path, const char *dir, const GPtrArray *paths, GError **error)
{
  const BelImageHeader *header = header_of (image);
  const BelImageFile *files = (const BelImageFile *) (const void *) (image->data + header->files);
  gboolean same = paths->len == header->n_files;
  uint64_t longest = 0;
  for (uint32_t i = 0; i < header->n_files; i++)
    longest = MAX (longest, files[i].n_bytes);
  if (longest > BEL_LIMIT_RULE_FILE_BYTES)
    return damaged (path, error);
  g_autofree char *buffer = g_malloc (longest + 1);
  for (guint i = 0; same && i < paths->len; i++)
    same = strcmp (image->data + files[i].path, bel_image_relative (paths->pdata[i], dir)) == 0
           && is_as_it_was (&files[i], paths->pdata[i], buffer);
  return same || stale (path, "other rules", error);
}

/* -- making it a program ------------------------------------------------------------------------- */

static void
move_pointers (const Image *image)
{
  const BelImageHeader *header = header_of (image);
  uintptr_t by = (uintptr_t) image->data - BEL_IMAGE_ADDRESS;
  const uint32_t *places = (const uint32_t *) (const void *) (image->data + header->relocations);
  for (uint32_t i = 0; by && i < header->n_relocations; i++)
    *(uintptr_t *) (void *) (image->data + places[i]) += by;
}

static BelSymbols *
symbols_of (Image *image)
{
  const BelImageHeader *header = header_of (image);
  BelSymbolRows rows = {
    .entries = (const BelSymbolEntry *) (const void *) (image->data + header->symbols),
    .slots = (const uint32_t *) (const void *) (image->data + header->slots),
    .n_entries = header->n_symbols,
    .n_slots = header->n_slots,
  };
  return bel_symbols_new_mapped (rows, image_free, image);
}

/* Takes over all that image.def lists. */
static void
take_members (BelProgram *program, const Image *image)
{
  const BelImageStruct *layout = bel_image_struct (BEL_IMAGE_PROGRAM);
  const char *from = image->data + header_of (image)->program;
  for (uint32_t i = 0; i < layout->n_members; i++) {
    const BelImageMember *member = &layout->members[i];
    memcpy ((char *) program + member->offset, from + member->offset,
            member->kind == BEL_IMAGE_PLAIN ? member->n_bytes : sizeof (void *));
  }
}

static void
compile_patterns (BelProgram *program)
{
  for (uint32_t i = 0; i < program->patterns.n; i++) {
    int code;
    PCRE2_SIZE at;
    pcre2_code *regex = bel_pattern_compile (&program->patterns.items[i], &code, &at);
    g_assert (regex); /* it was compiled before it was written */
    bel_vec_push (program->arena, &program->regexes, regex);
  }
}

/* Takes over @image. */
static BelProgram *
make_program (Image *image, GPtrArray *paths, const BelRuleSchema *schema)
{
  move_pointers (image);
  BelProgram *program = bel_program_new (symbols_of (image)); /* which keep the image */
  const uint32_t *owners = (const uint32_t *) (const void *) (image->data + header_of (image)->owners);
  take_members (program, image);
  for (uint32_t i = 0; i < program->n_lexicons; i++)
    program->lexicons[i].program = program;
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (program->paths, g_strdup (paths->pdata[i]));
  for (uint32_t i = 0; i < program->infos.n; i++)
    program->infos.items[i].file = program->paths->pdata[owners[i]];
  program->checksum = (GOnce){ G_ONCE_STATUS_READY, g_strdup (header_of (image)->rules) };
  program->schema = schema;
  compile_patterns (program);
  return program;
}

BelProgram *
bel_program_open (const char *path, const char *dir, const BelRuleSchema *schema, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (Image) image = g_new0 (Image, 1);
  image->data = bel_file_map_private (path, BEL_IMAGE_ADDRESS, &image->n_bytes, &inner);
  if (!image->data) {
    g_set_error (error, BEL_RULE_ERROR, BEL_RULE_ERROR_OPEN, "%s", inner->message);
    return NULL;
  }
  g_autoptr (GPtrArray) paths = bel_rule_files ((const char *const[]){ dir, NULL }, error);
  if (!paths || !check_image (image, path, schema, error) || !check_files (image, path, dir, paths, error))
    return NULL;
  return make_program (g_steal_pointer (&image), paths, schema);
}
