/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Conditions on a node: attributes, their values, lexicons and fields. */
#include "rule/compile.h"

#include <string.h>

static const char *const ATTRIBUTES[] = {
  [BEL_ATTRIBUTE_LEMMA] = "lemma", [BEL_ATTRIBUTE_LOWER] = "lower",
  [BEL_ATTRIBUTE_FORM] = "form",   [BEL_ATTRIBUTE_POS] = "pos",
  [BEL_ATTRIBUTE_XPOS] = "xpos",   [BEL_ATTRIBUTE_DEP] = "dep",
  [BEL_ATTRIBUTE_NAME] = "name",   [BEL_ATTRIBUTE_SORT] = "sort",
  [BEL_ATTRIBUTE_ROOT] = "root",   [BEL_ATTRIBUTE_PREDICATE] = "predicate",
};

int
bel_attribute_parse (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ATTRIBUTES); i++)
    if (strcmp (ATTRIBUTES[i], name) == 0)
      return (int) i;
  for (BelFeat feat = 0; feat < BEL_N_FEATS; feat++)
    if (g_ascii_strcasecmp (bel_feat_name (feat), name) == 0)
      return BEL_ATTRIBUTE_FEATURE + (int) feat;
  return -1;
}

static bool
feature_value (BelFeat feat, const char *value, uint64_t *out_mask)
{
  if (strcmp (value, "none") == 0) {
    *out_mask = 1;
    return true;
  }
  for (unsigned v = 1; v < 16 && bel_feat_value_name (feat, v); v++) {
    if (g_ascii_strcasecmp (bel_feat_value_name (feat, v), value) == 0) {
      *out_mask = UINT64_C (1) << v;
      return true;
    }
  }
  return false;
}

static bool
name_value (const char *value, uint64_t *out_mask)
{
  static const char *const NAMES[] = {
    [BEL_NAME_NONE] = "none",   [BEL_NAME_PERSON] = "person", [BEL_NAME_ORG] = "org",
    [BEL_NAME_PLACE] = "place", [BEL_NAME_OTHER] = "other",
  };
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++) {
    if (strcmp (NAMES[i], value) == 0) {
      *out_mask = UINT64_C (1) << i;
      return true;
    }
  }
  return false;
}

static bool
sort_value (const char *value, uint64_t *out_mask)
{
  for (guint i = 0; i < BEL_N_NOUN_SORTS; i++) {
    if (strcmp (bel_noun_sort_name (i), value) == 0) {
      *out_mask = UINT64_C (1) << i;
      return true;
    }
  }
  return false;
}

/* "nsubj" is that relation alone; "nsubj*" its subtypes too. */
static bool
dep_value (const char *value, uint64_t *out_mask)
{
  g_autofree char *base = g_strdup (value);
  size_t n = strlen (base);
  bool all = n > 0 && base[n - 1] == '*';
  if (all)
    base[n - 1] = '\0';
  BelDep dep;
  if (!bel_dep_parse (base, &dep) || strcmp (bel_dep_name (dep), base) != 0)
    return false;
  *out_mask = 0;
  for (BelDep d = 0; d < BEL_N_DEPS; d++)
    if (d == dep || (all && bel_dep_base (d) == dep))
      *out_mask |= UINT64_C (1) << d;
  return true;
}

bool
bel_attribute_value (int attribute, const char *value, uint64_t *out_mask)
{
  G_STATIC_ASSERT (BEL_N_DEPS <= 64 && BEL_N_XPOS <= 64 && BEL_N_POS <= 32);
  BelPos pos;
  BelXpos xpos;
  switch (attribute) {
  case BEL_ATTRIBUTE_POS:
    return bel_pos_parse (value, &pos) && (*out_mask = UINT64_C (1) << pos);
  case BEL_ATTRIBUTE_XPOS:
    return bel_xpos_parse (value, &xpos) && (*out_mask = UINT64_C (1) << xpos);
  case BEL_ATTRIBUTE_DEP:
    return dep_value (value, out_mask);
  case BEL_ATTRIBUTE_NAME:
    return name_value (value, out_mask);
  case BEL_ATTRIBUTE_SORT:
    return sort_value (value, out_mask);
  default:
    return attribute >= BEL_ATTRIBUTE_FEATURE
           && feature_value ((BelFeat) (attribute - BEL_ATTRIBUTE_FEATURE), value, out_mask);
  }
}

static void
unknown_attribute (BelCompiler *compiler, const BelAstBlock *block, BelAstWord name)
{
  const char *names[G_N_ELEMENTS (ATTRIBUTES) + BEL_N_FEATS + 1] = { NULL };
  g_autoptr (GPtrArray) lower = g_ptr_array_new_with_free_func (g_free);
  memcpy (names, ATTRIBUTES, sizeof ATTRIBUTES);
  for (BelFeat feat = 0; feat < BEL_N_FEATS; feat++) {
    g_ptr_array_add (lower, g_ascii_strdown (bel_feat_name (feat), -1));
    names[G_N_ELEMENTS (ATTRIBUTES) + feat] = g_ptr_array_index (lower, feat);
  }
  g_autofree char *hint = bel_did_you_mean (name.text, names);
  bel_compile_error (compiler, block, name.span, "rule.unknown-attribute", "a token has no '%s'%s", name.text, hint);
}

static void
check_closed (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *test, int attribute)
{
  uint64_t mask;
  if (test->in && test->lexicon.text)
    bel_compile_error (compiler, block, test->lexicon.span, "rule.type",
                       "'%s' takes a list in parentheses here, not a lexicon", test->attribute.text);
  for (uint32_t i = 0; i < test->values.n; i++) {
    BelAstWord value = test->values.items[i];
    if (value.kind == BEL_TOK_REGEX)
      bel_compile_error (compiler, block, value.span, "rule.type", "a pattern fits only lemma, lower and form");
    else if (!bel_attribute_value (attribute, value.text, &mask))
      bel_compile_error (compiler, block, value.span, "rule.type", "'%s' is not a value of '%s'", value.text,
                         test->attribute.text);
  }
}

static const BelAstField *
field_of (const BelAstBlock *lexicon, const char *name)
{
  for (uint32_t i = 0; i < lexicon->lexicon.fields.n; i++)
    if (strcmp (lexicon->lexicon.fields.items[i].name.text, name) == 0)
      return &lexicon->lexicon.fields.items[i];
  return NULL;
}

static bool
field_takes (const BelAstField *field, const char *value)
{
  if (field->type == BEL_FIELD_BOOLEAN)
    return strcmp (value, "true") == 0 || strcmp (value, "false") == 0;
  for (uint32_t i = 0; i < field->enums.n; i++)
    if (strcmp (field->enums.items[i].text, value) == 0)
      return true;
  return false;
}

static void
check_lexicon_field (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *test,
                     const BelAstBlock *lexicon)
{
  const BelAstField *field = field_of (lexicon, test->field.text);
  if (!field || (field->type != BEL_FIELD_ENUM && field->type != BEL_FIELD_BOOLEAN)) {
    bel_compile_error (compiler, block, test->field.span, "rule.unknown-field",
                       "the lexicon '%s' has no enumerated or boolean field '%s'", lexicon->name.text,
                       test->field.text);
    return;
  }
  for (uint32_t i = 0; i < test->field_values.n; i++)
    if (!field_takes (field, test->field_values.items[i].text))
      bel_compile_error (compiler, block, test->field_values.items[i].span, "rule.type",
                         "'%s' is not a value of the field '%s'", test->field_values.items[i].text, field->name.text);
}

static void
check_open (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *test)
{
  if (!test->lexicon.text)
    return;
  const BelAstBlock *lexicon = bel_compile_find (compiler, BEL_RULE_LEXICON, test->lexicon.text);
  if (!lexicon)
    bel_compile_unknown_block (compiler, block, BEL_RULE_LEXICON, test->lexicon);
  else if (test->field.text)
    check_lexicon_field (compiler, block, test, lexicon);
}

static void
check_predicate_test (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *test)
{
  for (uint32_t i = 0; i < test->values.n; i++)
    if (!bel_compile_find (compiler, BEL_RULE_PREDICATE, test->values.items[i].text))
      bel_compile_unknown_block (compiler, block, BEL_RULE_PREDICATE, test->values.items[i]);
}

static void
check_test (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *test)
{
  int attribute = bel_attribute_parse (test->attribute.text);
  if (attribute < 0) {
    unknown_attribute (compiler, block, test->attribute);
    return;
  }
  bool bare = test->values.n == 0 && !test->lexicon.text;
  if (bare != (attribute == BEL_ATTRIBUTE_ROOT)) {
    bel_compile_error (compiler, block, test->span, "rule.type",
                       bare ? "'%s' must be compared with something" : "'%s' stands alone", test->attribute.text);
    return;
  }
  if (attribute <= BEL_ATTRIBUTE_FORM)
    check_open (compiler, block, test);
  else if (attribute == BEL_ATTRIBUTE_PREDICATE)
    check_predicate_test (compiler, block, test);
  else if (attribute != BEL_ATTRIBUTE_ROOT)
    check_closed (compiler, block, test, attribute);
}

void
bel_check_cond (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *cond)
{
  while (cond && cond->kind != BEL_AST_TEST) {
    bel_check_cond (compiler, block, cond->right);
    cond = cond->left; /* chains of & lean left: the long way is a loop */
  }
  if (cond)
    check_test (compiler, block, cond);
}
