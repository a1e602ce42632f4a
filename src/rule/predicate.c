/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The tables of predicates, and what follows from what. */
#include "rule/program-private.h"

#include "base/limits.h"

#include <string.h>

uint32_t
bel_program_n_predicates (const BelProgram *program)
{
  return program->n_predicates;
}

const BelPredicate *
bel_program_predicate (const BelProgram *program, uint32_t id)
{
  return &program->predicates[id];
}

const BelPredicate *
bel_program_predicate_named (const BelProgram *program, const char *name)
{
  uint32_t low = 0, high = program->n_predicates;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    int order = strcmp (program->predicates[middle].name, name);
    if (order == 0)
      return &program->predicates[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

BelSym
bel_relation_role (const BelRelation *relation, BelSym role)
{
  for (uint32_t i = 0; i < relation->n_roles; i++)
    if (relation->roles[i].from == role)
      return relation->roles[i].to;
  return role;
}

typedef struct {
  BelRoleMap *roles;
  uint32_t cap, n;
} RoleList;

/* The roles so far, followed through one more step; roles that the step names first are added. */
static RoleList
compose (const RoleList *so_far, const BelRelation *step, BelRoleMap *storage)
{
  RoleList out = { storage, so_far->cap, 0 };
  for (uint32_t i = 0; i < so_far->n; i++)
    out.roles[out.n++] = (BelRoleMap){ so_far->roles[i].from, bel_relation_role (step, so_far->roles[i].to) };
  for (uint32_t i = 0; i < step->n_roles && out.n < out.cap; i++) {
    bool known = false;
    for (uint32_t j = 0; j < so_far->n; j++)
      known = known || so_far->roles[j].to == step->roles[i].from || so_far->roles[j].from == step->roles[i].from;
    if (!known)
      out.roles[out.n++] = step->roles[i];
  }
  return out;
}

#define MAX_ROLES 16

static bool
entails (const BelProgram *program, uint32_t from, uint32_t to, uint32_t steps, const RoleList *so_far, RoleList *out)
{
  const BelPredicate *predicate = &program->predicates[from];
  for (uint32_t i = 0; i < predicate->n_relations; i++) {
    const BelRelation *relation = &predicate->relations[i];
    if (relation->kind != BEL_RELATION_ENTAILS)
      continue;
    BelRoleMap storage[MAX_ROLES];
    RoleList next = compose (so_far, relation, storage);
    if (relation->target == to) {
      out->n = MIN (next.n, out->cap);
      if (out->n)
        memcpy (out->roles, storage, sizeof (BelRoleMap) * out->n);
      return true;
    }
    if (steps > 1 && entails (program, relation->target, to, steps - 1, &next, out))
      return true;
  }
  return false;
}

bool
bel_predicate_entails (const BelProgram *program, uint32_t from, uint32_t to, BelRoleMap *out_roles, uint32_t cap,
                       uint32_t *out_n)
{
  RoleList none = { NULL, MAX_ROLES, 0 };
  RoleList out = { out_roles, out_roles ? cap : 0, 0 };
  bool found = from == to || entails (program, from, to, BEL_LIMIT_ENTAILMENT_STEPS, &none, &out);
  if (found && out_n)
    *out_n = out.n;
  return found;
}

/* All that @id entails, itself first. */
static uint32_t
closure (const BelProgram *program, uint32_t id, uint32_t *out, uint32_t cap)
{
  uint32_t n = 1;
  out[0] = id;
  for (uint32_t at = 0; at < n; at++) {
    const BelPredicate *predicate = &program->predicates[out[at]];
    for (uint32_t i = 0; i < predicate->n_relations && n < cap; i++) {
      bool seen = predicate->relations[i].kind != BEL_RELATION_ENTAILS;
      for (uint32_t j = 0; j < n && !seen; j++)
        seen = out[j] == predicate->relations[i].target;
      if (!seen)
        out[n++] = predicate->relations[i].target;
    }
  }
  return n;
}

static bool
is_opposite (const BelPredicate *predicate, uint32_t other)
{
  for (uint32_t i = 0; i < predicate->n_relations; i++)
    if (predicate->relations[i].kind == BEL_RELATION_OPPOSITE && predicate->relations[i].target == other)
      return true;
  return false;
}

bool
bel_predicate_opposite (const BelProgram *program, uint32_t a, uint32_t b)
{
  uint32_t from_a[32], from_b[32];
  uint32_t n = closure (program, a, from_a, G_N_ELEMENTS (from_a));
  uint32_t m = closure (program, b, from_b, G_N_ELEMENTS (from_b));
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t j = 0; j < m; j++)
      if (is_opposite (&program->predicates[from_a[i]], from_b[j]))
        return true;
  return false;
}
