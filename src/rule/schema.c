/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Names of a schema looked up, at load only. */
#include "rule/compile.h"

#include <string.h>

static const BelTypeSpec BUILT_IN[] = {
  { "boolean", BEL_VALUE_BOOLEAN, NULL },
  { "number", BEL_VALUE_NUMBER, NULL },
  { "symbol", BEL_VALUE_SYMBOL, NULL },
  { "claim", BEL_VALUE_CLAIM, NULL },
};

static const BelFunctionSpec KNOWN = {
  .name = "known",
  .args = "any",
  .returns = "boolean",
  .cost = 1,
  .probability = 0.5f,
  .doc = "whether the value is there",
};

const BelTypeSpec *
bel_schema_type (const BelRuleSchema *schema, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (BUILT_IN); i++)
    if (strcmp (BUILT_IN[i].name, name) == 0)
      return &BUILT_IN[i];
  for (uint32_t i = 0; i < schema->n_types; i++)
    if (strcmp (schema->types[i].name, name) == 0)
      return &schema->types[i];
  return NULL;
}

uint32_t
bel_schema_field (const BelRuleSchema *schema, const char *name)
{
  for (uint32_t i = 0; i < schema->n_fields; i++)
    if (strcmp (schema->fields[i].name, name) == 0)
      return i;
  return BEL_NONE;
}

uint32_t
bel_schema_function (const BelRuleSchema *schema, const char *name)
{
  for (uint32_t i = 0; i < schema->n_functions; i++)
    if (strcmp (schema->functions[i].name, name) == 0)
      return i;
  return strcmp (name, KNOWN.name) == 0 ? schema->n_functions : BEL_NONE;
}

const BelFunctionSpec *
bel_schema_function_spec (const BelRuleSchema *schema, uint32_t function)
{
  return function < schema->n_functions ? &schema->functions[function] : &KNOWN;
}

const char **
bel_schema_field_names (const BelRuleSchema *schema)
{
  const char **names = g_new0 (const char *, schema->n_fields + 1);
  for (uint32_t i = 0; i < schema->n_fields; i++)
    names[i] = schema->fields[i].name;
  return names;
}

const char **
bel_schema_function_names (const BelRuleSchema *schema)
{
  const char **names = g_new0 (const char *, schema->n_functions + 2);
  for (uint32_t i = 0; i <= schema->n_functions; i++)
    names[i] = bel_schema_function_spec (schema, i)->name;
  return names;
}

int
bel_schema_enum_value (const BelTypeSpec *type, const char *value)
{
  for (int i = 0; type->enums && type->enums[i]; i++)
    if (strcmp (type->enums[i], value) == 0)
      return i;
  return -1;
}

uint32_t
bel_pair_index (const BelAstConflict *conflict, const char *name)
{
  for (uint32_t i = 0; i < conflict->pair.n; i++)
    if (strcmp (conflict->pair.items[i].text, name) == 0)
      return i;
  return BEL_NONE;
}

const BelTypeSpec *
bel_schema_expr_type (const BelRuleSchema *schema, const BelAstConflict *conflict, const BelAstExpr *expr)
{
  uint32_t index;
  switch (expr->kind) {
  case BEL_EXPR_FIELD:
    index = bel_schema_field (schema, expr->field.text);
    return index == BEL_NONE ? NULL : bel_schema_type (schema, schema->fields[index].type);
  case BEL_EXPR_CALL:
    index = bel_schema_function (schema, expr->word.text);
    return index == BEL_NONE ? NULL : bel_schema_type (schema, bel_schema_function_spec (schema, index)->returns);
  case BEL_EXPR_NUMBER:
    return bel_schema_type (schema, "number");
  case BEL_EXPR_STRING:
    return bel_schema_type (schema, "symbol");
  case BEL_EXPR_WORD:
    return bel_pair_index (conflict, expr->word.text) == BEL_NONE ? NULL : bel_schema_type (schema, "claim");
  default:
    return bel_schema_type (schema, "boolean");
  }
}
