/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Conflict rules over a toy schema: types, three-valued conditions, order of trial, reports. */
#include "test-rule.h"

#include "rule/conflict-rule.h"

#include <math.h>
#include <string.h>

static const char *const STANCES[] = { "assert", "deny", "doubt", NULL };
static const BelTypeSpec TYPES[] = { { "stance", BEL_VALUE_ENUM, STANCES }, { "range", BEL_VALUE_OBJECT, NULL } };
static const BelFieldSpec FIELDS[] = {
  { "count", "number", false, false, 1, "" }, { "stance", "stance", false, false, 1, "" },
  { "event", "symbol", true, true, 1, "" },   { "range", "range", false, false, 5, "" },
  { "past", "boolean", false, false, 1, "" },
};
static const BelFunctionSpec FUNCTIONS[] = {
  { "disjoint", "range range", "boolean", 20, 0.1f, "" },
  { "later", "claim claim", "boolean", 2, 0.5f, "" },
};
static const BelRuleSchema SCHEMA
    = { TYPES, G_N_ELEMENTS (TYPES), FIELDS, G_N_ELEMENTS (FIELDS), FUNCTIONS, G_N_ELEMENTS (FUNCTIONS) };

typedef struct {
  double count; /* NAN: none */
  int stance;
  uint64_t range; /* two digits: from, to */
  bool past;
} Claim;

static uint32_t n_calls;

static bool
field (void *data, const void *claim, uint32_t index, BelValue *out)
{
  const Claim *c = claim;
  (void) data;
  switch (index) {
  case 0:
    *out = (BelValue){ .kind = BEL_VALUE_NUMBER, .number = c->count };
    return !isnan (c->count);
  case 1:
    *out = (BelValue){ .kind = BEL_VALUE_ENUM, .number_of_enum = c->stance };
    return true;
  case 3:
    *out = (BelValue){ .kind = BEL_VALUE_OBJECT, .object = c->range };
    return c->range != 0;
  case 4:
    *out = (BelValue){ .kind = BEL_VALUE_BOOLEAN, .boolean = c->past };
    return true;
  default:
    return false;
  }
}

static bool
call (void *data, uint32_t function, const BelValue *args, uint32_t n_args, BelValue *out)
{
  (void) data;
  ck_assert_uint_eq (n_args, 2);
  n_calls++;
  out->kind = BEL_VALUE_BOOLEAN;
  if (function == 0)
    out->boolean = args[0].object % 10 < args[1].object / 10 || args[1].object % 10 < args[0].object / 10;
  else
    out->boolean = ((const Claim *) args[0].claim)->count > ((const Claim *) args[1].claim)->count;
  return true;
}

static void
format (void *data, const void *claim, uint32_t index, GString *out)
{
  (void) data;
  if (index == 0)
    g_string_append_printf (out, "%g", ((const Claim *) claim)->count);
}

static const BelRuleHost HOST = { field, call, format };

static BelProgram *
program_with (const char *conditions, BelDiags *diags)
{
  g_autofree char *text = g_strdup_printf ("conflict f.r { doc \"d\"; severity error; confidence 0.9; pair A, B; "
                                           "join A.event ~ B.event; %s report \"{A.count} here, {B.count} there\"; "
                                           "test { conflict { \"a\"; } clean { \"b\"; } } }",
                                           conditions);
  return bel_program_load_text ("t.belie", text, strlen (text), &SCHEMA, diags, NULL);
}

static const Claim SEVEN = { 7, 0, 11, true }, NINE = { 9, 1, 34, false }, NONE = { NAN, 2, 0, true };

static const struct {
  const char *conditions;
  const Claim *a, *b;
  BelVerdict verdict;
} CASES[] = {
  { "", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
  { "where A.count < B.count;", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
  { "where A.count > B.count;", &SEVEN, &NINE, BEL_VERDICT_NOT_WHERE },
  { "where A.count != B.count & A.count <= 7 & B.count >= 9;", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
  { "where A.count = B.count | A.stance = assert;", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
  { "where deny = B.stance & A.stance < doubt;", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
  { "where !(A.past = true) | B.past;", &SEVEN, &NINE, BEL_VERDICT_NOT_WHERE },
  { "where not B.past;", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
  { "where disjoint(A.range, B.range);", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
  { "where disjoint(A.range, A.range);", &SEVEN, &NINE, BEL_VERDICT_NOT_WHERE },
  { "where A.past; unless later(B, A) | later(A, B);", &SEVEN, &NINE, BEL_VERDICT_UNLESS },
  { "unless later(A, B);", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
  /* what is not there is neither equal nor different */
  { "where A.count = B.count;", &SEVEN, &NONE, BEL_VERDICT_NOT_WHERE },
  { "where A.count != B.count;", &SEVEN, &NONE, BEL_VERDICT_NOT_WHERE },
  { "where not A.count = B.count;", &SEVEN, &NONE, BEL_VERDICT_NOT_WHERE },
  { "where A.count = B.count | A.past;", &SEVEN, &NONE, BEL_VERDICT_CONFLICT },
  { "unless A.count = B.count;", &SEVEN, &NONE, BEL_VERDICT_CONFLICT },
  { "where known(A.count) & not known(B.count);", &SEVEN, &NONE, BEL_VERDICT_CONFLICT },
  { "where disjoint(A.range, B.range) | B.stance = doubt;", &SEVEN, &NONE, BEL_VERDICT_CONFLICT },
  { "where A.count = -7 | A.count = 7;", &SEVEN, &NINE, BEL_VERDICT_CONFLICT },
};

START_TEST (conditions_hold_or_not)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelProgram) program = program_with (CASES[_i].conditions, diags);
  ck_assert_ptr_nonnull (program);
  ck_assert_int_eq (bel_conflict_rule_eval (program, 0, &HOST, NULL, CASES[_i].a, CASES[_i].b, NULL),
                    CASES[_i].verdict);
}
END_TEST

START_TEST (the_head_and_the_report_are_kept)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelProgram) program = program_with ("class dispute; family numbers;", diags);
  const BelConflictRule *rule = bel_program_conflict_rule_named (program, "f.r");
  ck_assert_ptr_nonnull (rule);
  ck_assert_str_eq (rule->family, "numbers");
  ck_assert_str_eq (rule->class_name, "dispute");
  ck_assert_int_eq (rule->severity, BEL_SEVERITY_ERROR);
  ck_assert_double_eq (rule->confidence, 0.9);
  ck_assert_uint_eq (rule->n_joins, 1);
  ck_assert (rule->joins[0].similar && rule->joins[0].field_a == 2);
  g_autoptr (GString) report = g_string_new (NULL);
  bel_conflict_rule_report (program, rule->id, &HOST, NULL, &SEVEN, &NINE, report);
  ck_assert_str_eq (report->str, "7 here, 9 there");
}
END_TEST

START_TEST (cheap_conditions_come_first)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelProgram) program = program_with ("where disjoint(A.range, B.range); where A.count = B.count;", diags);
  uint32_t condition = 99;
  n_calls = 0;
  ck_assert_int_eq (bel_conflict_rule_eval (program, 0, &HOST, NULL, &SEVEN, &NINE, &condition), BEL_VERDICT_NOT_WHERE);
  ck_assert_uint_eq (condition, 0);
  ck_assert_str_eq (bel_conflict_rule_condition (program, 0, 0), "A.count = B.count");
  ck_assert_uint_eq (n_calls, 0);
}
END_TEST

/* What is wrong, and the diagnostic that says so. */
static const struct {
  const char *conditions;
  const char *message;
} WRONG[] = {
  { "where A.cuont = 3;", "a claim has no field 'cuont'; did you mean 'count'?" },
  { "where A.stance = dney;", "'dney' is not a value of type stance; did you mean 'deny'?" },
  { "where A.range = 3;", "a range cannot be compared with a number" },
  { "where A.range < B.range;", "values of type range have no order" },
  { "where A.count;", "a condition must be true or false, and this is a number" },
  { "where C.count = 3;", "'C' is none of the pair; it is A or B" },
  { "where disjiont(A.range, B.range);", "there is no function 'disjiont'; did you mean 'disjoint'?" },
  { "where disjoint(A.range);", "disjoint() takes 2 arguments (range range), not 1" },
  { "where disjoint(A.range, A);", "disjoint() takes a range here, not a claim" },
  { "join A.count = B.count;", "the field 'count' cannot be joined with '='" },
  { "join A.event = A.event;", "a join brings both claims of the pair together; this one speaks of one" },
};

START_TEST (wrong_names_and_types_are_said)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelProgram) program = program_with (WRONG[_i].conditions, diags);
  ck_assert_ptr_null (program);
  ck_assert_uint_ge (bel_diags_count (diags), 1);
  ck_assert_str_eq (bel_diags_get (diags, 0)->message, WRONG[_i].message);
}
END_TEST

void
rule_conflict_tests (Suite *suite)
{
  TCase *tc = tcase_create ("conflict");
  tcase_add_loop_test (tc, conditions_hold_or_not, 0, G_N_ELEMENTS (CASES));
  tcase_add_test (tc, the_head_and_the_report_are_kept);
  tcase_add_test (tc, cheap_conditions_come_first);
  tcase_add_loop_test (tc, wrong_names_and_types_are_said, 0, G_N_ELEMENTS (WRONG));
  suite_add_tcase (suite, tc);
}
