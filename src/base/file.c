/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "base/file.h"

#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (bel - base - error - quark, bel_base_error)

#define READ_BYTES 65536u

/* Up to the @expected bytes into place, what comes after them by way of a buffer. Returns: as read(). */
static ssize_t
read_some (int fd, gsize expected, GByteArray *data)
{
  guint8 buffer[READ_BYTES];
  guint before = data->len;
  gboolean in_place = before < expected;
  if (in_place)
    g_byte_array_set_size (data, (guint) expected);
  ssize_t n = read (fd, in_place ? data->data + before : buffer, in_place ? expected - before : sizeof buffer);
  if (in_place)
    g_byte_array_set_size (data, before + (n > 0 ? (guint) n : 0));
  else if (n > 0)
    g_byte_array_append (data, buffer, (guint) n);
  return n;
}

/* @expected: bytes that the system says are there, 0 when it cannot tell; there may be more or fewer. */
static GBytes *
read_all (int fd, gsize expected, const char *path, GError **error)
{
  expected = MIN (expected, BEL_LIMIT_FILE_BYTES);
  g_autoptr (GByteArray) data = g_byte_array_sized_new ((guint) expected + 1); /* a NUL comes behind them */
  for (;;) {
    ssize_t n = read_some (fd, expected, data);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_READ, "cannot read %s: %s", path, g_strerror (errno));
      return NULL;
    }
    if (n == 0)
      break;
    if (data->len > BEL_LIMIT_FILE_BYTES) {
      g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_TOO_BIG, "%s is larger than %u bytes", path,
                   BEL_LIMIT_FILE_BYTES);
      return NULL;
    }
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
    return read_all (STDIN_FILENO, 0, "standard input", error);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_OPEN, "cannot open %s: %s", path, g_strerror (errno));
    return NULL;
  }
  struct stat status = { 0 };
  GBytes *bytes = NULL;
  if (fstat (fd, &status) == 0 && S_ISDIR (status.st_mode))
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_OPEN, "cannot read %s: it is a directory", path);
  else
    bytes = read_all (fd, S_ISREG (status.st_mode) ? (gsize) status.st_size : 0, path, error);
  close (fd);
  return bytes;
}

gssize
bel_file_read_into (const char *path, char *buffer, gsize room)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gsize n = 0;
  ssize_t more = fd < 0 ? -1 : 1;
  while (more > 0 && n < room) {
    more = read (fd, buffer + n, room - n);
    n += more > 0 ? (gsize) more : 0;
    if (more < 0 && errno == EINTR)
      more = 1;
  }
  if (fd >= 0)
    close (fd);
  return more < 0 ? -1 : (gssize) n;
}

GBytes *
bel_bytes_copy (const char *bytes, gsize n_bytes)
{
  char *copy = g_malloc (n_bytes + 1);
  if (n_bytes)
    memcpy (copy, bytes, n_bytes);
  copy[n_bytes] = 0;
  g_autoptr (GBytes) whole = g_bytes_new_take (copy, n_bytes + 1);
  return g_bytes_new_from_bytes (whole, 0, n_bytes);
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

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0 /* the address is a hint then */
#endif

static void *
map_at (int fd, uintptr_t address, gsize n_bytes)
{
  int protection = PROT_READ | PROT_WRITE;
  void *wanted = (void *) address;
  void *data = mmap (wanted, n_bytes, protection, MAP_PRIVATE | MAP_FIXED_NOREPLACE, fd, 0);
  return data == MAP_FAILED ? mmap (NULL, n_bytes, protection, MAP_PRIVATE, fd, 0) : data;
}

void *
bel_file_map_private (const char *path, uintptr_t address, gsize *out_n_bytes, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  void *data = MAP_FAILED;
  if (fd >= 0 && fstat (fd, &status) == 0 && status.st_size > 0) /* the system maps no empty file */
    data = map_at (fd, address, (gsize) status.st_size);
  if (data == MAP_FAILED)
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_OPEN, "cannot open %s: %s", path,
                 fd >= 0 && status.st_size == 0 ? "it is empty" : g_strerror (errno));
  else
    *out_n_bytes = (gsize) status.st_size;
  if (fd >= 0)
    close (fd);
  return data == MAP_FAILED ? NULL : data;
}

void
bel_file_unmap (void *data, gsize n_bytes)
{
  if (data)
    munmap (data, n_bytes);
}

/* Pipes, terminals, /dev/stdout: there is nothing to replace. */
static gboolean
write_through (const char *path, const char *data, gsize n_bytes)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  if (fd < 0)
    return FALSE;
  while (n_bytes > 0) {
    ssize_t n = write (fd, data, n_bytes);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      break;
    data += n;
    n_bytes -= (gsize) n;
  }
  int failed = n_bytes ? errno : 0;
  if (close (fd) != 0 && !failed)
    failed = errno;
  errno = failed;
  return failed == 0;
}

gboolean
bel_file_write (const char *path, const char *data, gsize n_bytes, GError **error)
{
  struct stat status;
  gboolean exists = stat (path, &status) == 0;
  if (exists && !S_ISREG (status.st_mode)) {
    if (write_through (path, data, n_bytes))
      return TRUE;
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_WRITE, "cannot write %s: %s", path, g_strerror (errno));
    return FALSE;
  }
  char *real = exists ? realpath (path, NULL) : NULL;
  g_autoptr (GError) inner = NULL;
  gboolean good = g_file_set_contents_full (real ? real : path, data, (gssize) n_bytes, G_FILE_SET_CONTENTS_CONSISTENT,
                                            0666, &inner);
  free (real);
  if (!good)
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_WRITE, "cannot write %s: %s", path, inner->message);
  return good;
}
