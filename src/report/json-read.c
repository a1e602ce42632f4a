/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/json-read.h"

static JsonNode *
value_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  return node && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

const char *
bel_json_member_text (JsonObject *object, const char *name)
{
  JsonNode *node = value_of (object, name);
  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

double
bel_json_member_number (JsonObject *object, const char *name, double otherwise)
{
  JsonNode *node = value_of (object, name);
  bool number
      = node && (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
  return number ? json_node_get_double (node) : otherwise;
}

gint64
bel_json_member_int (JsonObject *object, const char *name, gint64 otherwise)
{
  JsonNode *node = value_of (object, name);
  return node && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : otherwise;
}

JsonObject *
bel_json_member_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
bel_json_member_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

gboolean
bel_json_member_span (JsonObject *object, const char *name, BelSpan *out)
{
  JsonArray *array = bel_json_member_array (object, name);
  gint64 ends[2];
  if (!array || json_array_get_length (array) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++) {
    JsonNode *node = json_array_get_element (array, i);
    if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
      return FALSE;
    ends[i] = json_node_get_int (node);
  }
  if (ends[0] < 0 || ends[1] < ends[0] || ends[1] >= (gint64) BEL_NONE)
    return FALSE;
  *out = BEL_SPAN ((uint32_t) ends[0], (uint32_t) ends[1]);
  return TRUE;
}

JsonObject *
bel_json_element_object (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}
