/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Whole files as bytes: mapped when they can be, read when they can't (pipes, standard input). */
#pragma once

#include <glib.h>
#include <stdint.h>

#define BEL_BASE_ERROR (bel_base_error_quark ())

typedef enum {
  BEL_BASE_ERROR_OPEN,    /**< missing, unreadable, a directory */
  BEL_BASE_ERROR_READ,    /**< reading broke off */
  BEL_BASE_ERROR_WRITE,   /**< writing failed */
  BEL_BASE_ERROR_TOO_BIG, /**< past BEL_LIMIT_FILE_BYTES */
} BelBaseError;

GQuark bel_base_error_quark (void);

/** Reads @path ("-" is standard input) whole. A NUL follows the last byte.
 *
 * Returns: (transfer full) the bytes, or NULL with @error set (BEL_BASE_ERROR). */
GBytes *bel_file_read (const char *path, GError **error);

/** Copies @bytes as bel_file_read() gives them: a NUL follows the last, for readers look at the byte after it.
 *
 * Returns: (transfer full) */
GBytes *bel_bytes_copy (const char *bytes, gsize n_bytes);

/** Reads at most @room bytes of @path to @buffer, for those who know how many there are. Returns: how many; -1 when it cannot be read. */
gssize bel_file_read_into (const char *path, char *buffer, gsize room);

/** Maps @path read-only; for data files of ours (models, compiled tables): no NUL follows.
 *
 * Returns: (transfer full) the bytes, page-aligned, or NULL with @error set. */
GBytes *bel_file_map (const char *path, GError **error);

/** Maps @path for this process alone: what is written to it stays out of the file. At @address, where that is free; else where
 * there is room. Release with bel_file_unmap().
 *
 * Returns: (transfer full) the *@out_n_bytes bytes, page-aligned, or NULL with @error set. */
void *bel_file_map_private (const char *path, uintptr_t address, gsize *out_n_bytes, GError **error);
/** Accepts NULL. */
void bel_file_unmap (void *data, gsize n_bytes);

/** Writes @n_bytes at @data to @path. A regular file is replaced whole or not at all, links to it kept; pipes and
 * devices are written to. Returns: FALSE with @error set. */
gboolean bel_file_write (const char *path, const char *data, gsize n_bytes, GError **error);
