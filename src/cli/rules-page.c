/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "cli/rules-page.h"

/* What a test of each kind tells a reader, before and between its texts. */
static const struct {
  const char *before, *between;
} WORDS[] = {
  [BEL_TEST_HAS] = { "in it", NULL },
  [BEL_TEST_LACKS] = { "not in it", NULL },
  [BEL_TEST_SAME] = { "the same", "=" },
  [BEL_TEST_DIFFER] = { "not the same", "≠" },
  [BEL_TEST_YIELDS] = { "fires", NULL },
  [BEL_TEST_NONE] = { "silent", NULL },
  [BEL_TEST_CONFLICT] = { "conflict", "against" },
  [BEL_TEST_CLEAN] = { "no conflict", "beside" },
};

static void
append_texts (const BelRuleTest *test, GString *out)
{
  const char *between = WORDS[test->kind].between;
  for (uint32_t i = 0; i < test->n_texts; i++) {
    if (i)
      g_string_append_printf (out, " %s ", between ? between : "/");
    g_string_append_printf (out, "“%s”", test->texts[i]);
  }
}

static void
append_expects (const BelRuleTest *test, GString *out)
{
  for (uint32_t i = 0; i < test->n_expects; i++)
    g_string_append_printf (out, "%s %s: “%s”", i ? "," : " →", test->expects[i].name, test->expects[i].value);
}

void
bel_rules_page (const BelProgram *program, const BelRuleInfo *info, GString *out)
{
  uint32_t n;
  const BelRuleTest *tests = bel_program_rule_tests (program, info, &n);
  g_string_append_printf (out, "## %s\n\n%s\n\n", info->name, info->doc);
  for (uint32_t i = 0; i < n; i++) {
    g_string_append_printf (out, "- *%s:* ", WORDS[tests[i].kind].before);
    append_texts (&tests[i], out);
    append_expects (&tests[i], out);
    g_string_append_c (out, '\n');
  }
  g_string_append_c (out, '\n');
}
