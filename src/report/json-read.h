/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Members of JSON objects that others wrote: what has another type than expected counts as absent. */
#pragma once

#include "base/span.h"

#include <json-glib/json-glib.h>

/** Returns: (transfer none) (nullable) */
const char *bel_json_member_text (JsonObject *object, const char *name);
gint64 bel_json_member_int (JsonObject *object, const char *name, gint64 otherwise);
double bel_json_member_number (JsonObject *object, const char *name, double otherwise);
/** Returns: (transfer none) (nullable) */
JsonObject *bel_json_member_object (JsonObject *object, const char *name);
JsonArray *bel_json_member_array (JsonObject *object, const char *name);
/** [start, end]; FALSE when it is none. */
gboolean bel_json_member_span (JsonObject *object, const char *name, BelSpan *out);
/** Returns: (transfer none) (nullable) the object at @index of @array. */
JsonObject *bel_json_element_object (JsonArray *array, guint index);
