/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "base/file.h"

#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (bel-base-error-quark, bel_base_error)

#define READ_BYTES 65536u

static GBytes *
read_all (int fd, const char *path, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[READ_BYTES];
  for (;;) {
    ssize_t n = read (fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_READ, "cannot read %s: %s", path, g_strerror (errno));
      return NULL;
    }
    if (n == 0)
      break;
    if (data->len + (gsize) n > BEL_LIMIT_FILE_BYTES) {
      g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_TOO_BIG, "%s is larger than %u bytes", path,
                   BEL_LIMIT_FILE_BYTES);
      return NULL;
    }
    g_byte_array_append (data, buffer, (guint) n);
  }
  gsize size = data->len;
  g_byte_array_append (data, (const guint8 *) "", 1);
  g_autoptr (GBytes) whole = g_byte_array_free_to_bytes (g_steal_pointer (&data));
  return g_bytes_new_from_bytes (whole, 0, size);
}

GBytes *
bel_file_read (const char *path, GError **error)
{
  if (g_str_equal (path, "-"))
    return read_all (STDIN_FILENO, "standard input", error);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_OPEN, "cannot open %s: %s", path, g_strerror (errno));
    return NULL;
  }
  struct stat status;
  GBytes *bytes = NULL;
  if (fstat (fd, &status) == 0 && S_ISDIR (status.st_mode))
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_OPEN, "cannot read %s: it is a directory", path);
  else
    bytes = read_all (fd, path, error);
  close (fd);
  return bytes;
}

GBytes *
bel_file_map (const char *path, GError **error)
{
  g_autoptr (GError) inner = NULL;
  GMappedFile *file = g_mapped_file_new (path, FALSE, &inner);
  if (!file) {
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_OPEN, "%s", inner->message);
    return NULL;
  }
  GBytes *bytes = g_mapped_file_get_bytes (file);
  g_mapped_file_unref (file);
  return bytes;
}
