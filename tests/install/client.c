/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A program of somebody else, with nothing but belie.h. Checks its standard input; prints what it is told. */
#include <belie.h>

#include <stdio.h>

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
    printf ("%s %s %s:%u:%u %.*s | %s:%u:%u %.*s\n", belie_conflict_rule (conflict), belie_conflict_class (conflict), a.file, a.line,
            a.column, (int) (a.end - a.start), text + a.start, b.file, b.line, b.column, (int) (b.end - b.start), text + b.start);
  }
  size_t n_report;
  char *report = belie_check_report (check, "concise", 0, 0, &n_report);
  printf ("report of %s lines: %s", n_report ? "some" : "no", report && !belie_check_report (check, "nosuch", 0, 0, NULL) ? "yes\n" : "no\n");
  belie_free (report);
  belie_free (messages);
  belie_check_free (check);
  belie_desk_free (desk);
  return verdict;
}
