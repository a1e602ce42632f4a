/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-report.h"

#include "report/json-writer.h"
#include "report/line-hash.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* -- the writer ------------------------------------------------------------------------------ */

START_TEST (json_is_escaped_and_nested)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BelJson json;
  bel_json_init (&json, out, 0);
  bel_json_object (&json, NULL);
  bel_json_string (&json, "a\"b", "c\\d\n\t\x01\x7f\xC3\xA9");
  bel_json_text (&json, "broken", "x\xFFy", 3);
  bel_json_array (&json, "list");
  bel_json_int (&json, NULL, -3);
  bel_json_double (&json, NULL, 0.1);
  bel_json_double (&json, NULL, 1e21);
  bel_json_double (&json, NULL, INFINITY);
  bel_json_rounded (&json, NULL, (double) 0.93f, 4);
  bel_json_bool (&json, NULL, true);
  bel_json_span (&json, NULL, BEL_SPAN (3, 14));
  bel_json_end (&json);
  bel_json_object (&json, "empty");
  bel_json_end (&json);
  bel_json_end (&json);
  ck_assert_str_eq (out->str, "{\"a\\\"b\":\"c\\\\d\\n\\t\\u0001\\u007f\xC3\xA9\",\"broken\":\"x\xEF\xBF\xBDy\","
                              "\"list\":[-3,0.1,1e+21,null,0.93,true,[3,14]],\"empty\":{}}");
}
END_TEST

/* -- the report ------------------------------------------------------------------------------ */

static JsonObject *
parse_report (JsonParser *parser, const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sample_write (sample, "json");
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* @path: member names and array indices, "conflicts 0 a span". */
static JsonNode *
at (JsonObject *root, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, " ", -1);
  JsonNode *node = json_object_get_member (root, steps[0]);
  for (guint i = 1; steps[i] && node; i++)
    node = JSON_NODE_HOLDS_ARRAY (node)
               ? json_array_get_element (json_node_get_array (node), (guint) g_ascii_strtoull (steps[i], NULL, 10))
               : json_object_get_member (json_node_get_object (node), steps[i]);
  return node;
}

static const struct {
  const char *path, *value;
} MEMBERS[] = {
  { "schema", "1" },
  { "tool name", "\"belie\"" },
  { "tool version", "\"9.9.9\"" },
  { "tool rules", "\"c0ffee\"" },
  { "documents 0 file", "\"draft.txt\"" },
  { "documents 0 claims", "2" },
  { "documents 0 sentences", "5" },
  { "documents 0 bytes", "229" },
  { "conflicts 0 id", "\"3f2a91bc01de\"" },
  { "conflicts 0 rule", "\"polarity.denial\"" },
  { "conflicts 0 class", "\"dispute\"" },
  { "conflicts 0 severity", "\"note\"" },
  { "conflicts 0 question", "\"Did Ana Ruiz meet Bo Lind?\"" },
  { "conflicts 0 a file", "\"draft.txt\"" },
  { "conflicts 0 a span", "[16,61]" },
  { "conflicts 0 a line", "3" },
  { "conflicts 0 a column", "1" },
  { "conflicts 0 b line", "5" },
  { "conflicts 0 b column", "27" },
  { "conflicts 0 a claim id", "\"c0\"" },
  { "conflicts 0 a claim subject text", "\"Mayor Ana Ruiz\"" },
  { "conflicts 0 a claim predicate class", "\"meet\"" },
  { "conflicts 0 a claim voice 0 stance", "\"assert\"" },
  { "conflicts 0 a claim voice 0 source anonymous", "true" },
  { "conflicts 0 b claim voice 0 stance", "\"deny\"" },
  { "conflicts 0 others 0 stance", "\"uncommitted\"" },
  { "conflicts 0 others 0 file", "\"draft.txt\"" },
  { "disputes 0 parties 2 side", "\"uncommitted\"" },
  { "disputes 0 parties 2 source", "\"The water board\"" },
  { "disputes 0 conflicts", "[\"3f2a91bc01de\"]" },
  { "summary error", "0" },
  { "summary note", "1" },
  { "summary suppressed", "0" },
};

START_TEST (report_keeps_the_contract)
{
  g_auto (Sample) sample = { 0 };
  sample_init (&sample, 78);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *node = at (parse_report (parser, &sample), MEMBERS[_i].path);
  ck_assert_msg (node != NULL, "no %s", MEMBERS[_i].path);
  g_autofree char *value = json_to_string (node, FALSE);
  ck_assert_str_eq (value, MEMBERS[_i].value);
}
END_TEST

START_TEST (hostile_text_stays_within_its_strings)
{
  g_auto (Sample) sample = { 0 };
  sample_init_hostile (&sample, 78);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse_report (parser, &sample);
  ck_assert_str_eq (json_node_get_string (at (root, "conflicts 0 message")),
                    sample.findings->conflicts.items[0].message);
  ck_assert_str_eq (json_node_get_string (at (root, "documents 0 file")), "a b<c>&\"d:e%.txt");
}
END_TEST

START_TEST (accepted_conflicts_are_not_in_the_report)
{
  g_auto (Sample) sample = { 0 };
  sample_init (&sample, 78);
  sample.findings->conflicts.items[0].suppressed = true;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse_report (parser, &sample);
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (root, "conflicts")), 0);
  ck_assert_uint_eq (json_array_get_length (json_object_get_array_member (root, "disputes")), 0);
}
END_TEST

/* -- hashes of lines -------------------------------------------------------------------------- */

/* What github/codeql-action expects of its own implementation (src/fingerprints.test.ts). */
static const struct {
  const char *text, *hashes;
} HASHED[] = {
  { "", "c129715d7a2bc9a3:1" },
  { " a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1" },
  { " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 "
                                                       "c6805c5e1288b612:1 b86d3392aea1be30:1 e6ceba753e1a442:1" },
  { "x = 2\rx = 1\nprint(x)\r\nx = 3\rprint(x)\nx = 4\r\nprint(x)\n",
    "e54938cc54b302f1:1 bb609acbe9138d60:1 1131fd5871777f34:1 5c482a0f8b35ea28:1 54517377da7028d2:1 2c644846cb18d53e:1 "
    "f1b89f20de0d133:1 c129715d7a2bc9a3:1" },
};

START_TEST (lines_are_hashed_as_github_does)
{
  g_autoptr (GPtrArray) hashes = bel_line_hashes (HASHED[_i].text, strlen (HASHED[_i].text));
  g_ptr_array_add (hashes, NULL);
  g_autofree char *joined = g_strjoinv (" ", (char **) hashes->pdata);
  ck_assert_str_eq (joined, HASHED[_i].hashes);
}
END_TEST

void
bel_test_report_json (Suite *suite)
{
  TCase *tc = tcase_create ("json");
  tcase_add_test (tc, json_is_escaped_and_nested);
  tcase_add_loop_test (tc, report_keeps_the_contract, 0, G_N_ELEMENTS (MEMBERS));
  tcase_add_test (tc, hostile_text_stays_within_its_strings);
  tcase_add_test (tc, accepted_conflicts_are_not_in_the_report);
  tcase_add_loop_test (tc, lines_are_hashed_as_github_does, 0, G_N_ELEMENTS (HASHED));
  suite_add_tcase (suite, tc);
}
