/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* tests/bench/join N [FILE]: the join and the clusters of the conflict room on N made-up claims. One claim in twenty says something
 * else than most with its key; keys are as unequal as names in news are (Zipf). Tells the time, the memory and how many keys
 * are disputed; with FILE writes the claims there, "key TAB value" a line, for other programs. */
#include "conflict/group.h"

#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define DEVIATING 20
#define CLUSTERS 64u

typedef struct {
  uint32_t n;
  BelKeyRow *rows;
  uint64_t *values;
} Claims;

static double
seconds (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static long
peak_bytes (void)
{
  struct rusage used;
  getrusage (RUSAGE_SELF, &used);
  return used.ru_maxrss * 1024;
}

/* Rank r of m with a probability that falls as 1 / r: the inverse of the logarithm that the harmonic sum is near to. */
static uint64_t
zipf (GRand *rand, double m)
{
  return (uint64_t) exp (g_rand_double (rand) * log (m + 1));
}

static void
make_claims (Claims *claims)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  for (uint32_t i = 0; i < claims->n; i++) {
    claims->rows[i] = (BelKeyRow){ zipf (rand, claims->n / 2.0), i };
    claims->values[i] = g_rand_int_range (rand, 0, DEVIATING) ? 0 : (uint64_t) g_rand_int_range (rand, 1, 9);
  }
}

static void
write_claims (const Claims *claims, const char *path)
{
  FILE *file = fopen (path, "w");
  for (uint32_t i = 0; file && i < claims->n; i++)
    fprintf (file, "%" G_GUINT64_FORMAT "\t%" G_GUINT64_FORMAT "\n", claims->rows[i].key, claims->values[i]);
  if (!file || fclose (file) != 0) {
    perror (path);
    exit (EXIT_FAILURE);
  }
}

/* Returns: how many keys have more than one value; *@out_witnesses: pairs of different values that are shown. */
static uint32_t
find_disputed (const Claims *claims, BelArena *arena, uint64_t *out_witnesses)
{
  BelGroups groups = bel_groups_build (arena, claims->rows, claims->n, false);
  BelCluster clusters[CLUSTERS];
  uint32_t disputed = 0;
  *out_witnesses = 0;
  for (uint32_t g = 0; g < groups.n; g++) {
    uint32_t left, n = groups.starts[g + 1] - groups.starts[g];
    uint32_t n_values
        = bel_group_cluster (groups.items + groups.starts[g], n, claims->values, clusters, CLUSTERS, &left);
    disputed += n_values > 1;
    *out_witnesses += (uint64_t) n_values * (n_values - 1) / 2;
  }
  return disputed;
}

int
main (int argc, char **argv)
{
  Claims claims = { .n = argc > 1 ? (uint32_t) strtoul (argv[1], NULL, 10) : 1000000 };
  claims.rows = g_new (BelKeyRow, claims.n + 1);
  claims.values = g_new (uint64_t, claims.n + 1);
  long before = peak_bytes ();
  make_claims (&claims);
  if (argc > 2)
    write_claims (&claims, argv[2]);
  g_autoptr (BelArena) arena = bel_arena_new ();
  uint64_t witnesses;
  double start = seconds ();
  uint32_t disputed = find_disputed (&claims, arena, &witnesses);
  double spent = seconds () - start;
  printf ("%u claims\t%u disputed keys\t%" G_GUINT64_FORMAT " witnesses\t%.3f s\t%.0f bytes a claim\n", claims.n,
          disputed, witnesses, spent, (double) (peak_bytes () - before) / MAX (claims.n, 1));
  g_free (claims.rows);
  g_free (claims.values);
  return EXIT_SUCCESS;
}
