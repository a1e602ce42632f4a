/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A program of somebody else, with nothing but belie.h. Checks its standard input, compares two texts and lists their claims; prints
 * what it is told. */
#include <belie.h>

#include <stdio.h>
#include <string.h>

/* Two texts against each other. Returns: 0 when all is as it should be. */
static int
compare (const BelieDesk *desk)
{
  const char *one = "Marta Quill was born in Lyon.", *other = "Marta Quill was born in Hamburg.";
  char *messages, *answer, *list;
  size_t n_claims;
  BelieDraft *a = belie_draft_new (desk, "one.txt", one, strlen (one), "2024-03-16", &messages);
  BelieDraft *b = belie_draft_new (desk, "other.txt", other, strlen (other), NULL, NULL);
  BelieDraft *none = belie_draft_new (desk, "no such file", NULL, 0, NULL, &messages);
  if (!a || !b || none)
    return 1;
  printf ("%s", messages);
  belie_free (messages);
  printf ("conflict %d, with itself %d\n", belie_drafts_compare (a, b, &answer), belie_drafts_compare (a, a, NULL));
  printf ("%.21s\n", answer);
  belie_free (answer);
  char *claims = belie_draft_claims (a, "jsonl", &n_claims);
  printf ("claims %s, of no such format %s\n",
          claims && n_claims == strlen (claims) && strstr (claims, "born") ? "yes" : "no",
          belie_draft_claims (a, "nosuch", NULL) ? "yes" : "no");
  belie_free (claims);
  printf ("changed %d, not %d", belie_drafts_diff (a, b, "json", &list), belie_drafts_diff (a, a, "text", NULL));
  printf (", no such format %d\n", belie_drafts_diff (a, b, "nosuch", NULL));
  belie_free (list);
  belie_draft_free (a);
  belie_draft_free (b);
  return 0;
}

int
main (void)
{
  char text[65536], *messages = NULL;
  size_t n = fread (text, 1, sizeof text, stdin);
  BelieDesk *desk = belie_desk_new ("none", &messages);
  if (!desk)
    return fputs (messages, stderr), 3;
  BelieCheck *check = belie_check_new (desk);
  int refused = belie_check_set (check, "fail-levle", "note");
  fputs (belie_check_messages (check), stdout);
  belie_check_set (check, "fail-level", "note");
  belie_check_add_text (check, "draft.txt", text, n);
  int verdict = belie_check_run (check);
  printf ("refused %d verdict %d conflicts %zu\n", refused, verdict, belie_check_n_conflicts (check));
  for (size_t i = 0; i < belie_check_n_conflicts (check); i++) {
    const BelieConflict *conflict = belie_check_conflict (check, i);
    BeliePlace a = belie_conflict_place (conflict, 0), b = belie_conflict_place (conflict, 1);
    printf ("%s %s %s:%u:%u %.*s | %s:%u:%u %.*s\n", belie_conflict_rule (conflict), belie_conflict_class (conflict),
            a.file, a.line, a.column, (int) (a.end - a.start), text + a.start, b.file, b.line, b.column,
            (int) (b.end - b.start), text + b.start);
  }
  size_t n_report;
  char *report = belie_check_report (check, "concise", 0, 0, &n_report);
  printf ("report of %s lines: %s", n_report ? "some" : "no",
          report && !belie_check_report (check, "nosuch", 0, 0, NULL) ? "yes\n" : "no\n");
  belie_free (report);
  belie_free (messages);
  belie_check_free (check);
  if (compare (desk))
    return 3;
  belie_desk_free (desk);
  return verdict;
}
