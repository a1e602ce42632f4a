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

/* What a predicate entails, and how its roles get there. */
typedef struct {
  uint32_t id;
  BelRoleMap roles[MAX_ROLES];
  uint32_t n_roles;
} Entailed;

#define MAX_ENTAILED 32

/* All that @id entails, itself first. */
static uint32_t
closure (const BelProgram *program, uint32_t id, Entailed *out)
{
  uint32_t n = 1;
  out[0].id = id;
  out[0].n_roles = 0;
  for (uint32_t at = 0; at < n; at++) {
    const BelPredicate *predicate = &program->predicates[out[at].id];
    RoleList so_far = { out[at].roles, MAX_ROLES, out[at].n_roles };
    for (uint32_t i = 0; i < predicate->n_relations && n < MAX_ENTAILED; i++) {
      bool seen = predicate->relations[i].kind != BEL_RELATION_ENTAILS;
      for (uint32_t j = 0; j < n && !seen; j++)
        seen = out[j].id == predicate->relations[i].target;
      if (seen)
        continue;
      out[n].id = predicate->relations[i].target;
      out[n].n_roles = compose (&so_far, &predicate->relations[i], out[n].roles).n;
      n++;
    }
  }
  return n;
}

static const BelRelation *
opposition (const BelPredicate *predicate, uint32_t other)
{
  for (uint32_t i = 0; i < predicate->n_relations; i++)
    if (predicate->relations[i].kind == BEL_RELATION_OPPOSITE && predicate->relations[i].target == other)
      return &predicate->relations[i];
  return NULL;
}

/* The roles of @from through the opposition @step and back to the roles of what entails its other side. */
static uint32_t
opposed_roles (const Entailed *from, const BelRelation *step, const Entailed *to, BelRoleMap *out, uint32_t cap)
{
  BelRoleMap storage[MAX_ROLES];
  RoleList start = { (BelRoleMap *) from->roles, MAX_ROLES, from->n_roles };
  RoleList there = compose (&start, step, storage);
  uint32_t n = 0;
  for (uint32_t i = 0; i < there.n && n < cap; i++) {
    out[n] = storage[i];
    for (uint32_t j = 0; j < to->n_roles; j++)
      if (to->roles[j].to == storage[i].to)
        out[n].to = to->roles[j].from;
    n++;
  }
  for (uint32_t j = 0; j < to->n_roles && n < cap; j++) {
    bool told = false;
    for (uint32_t i = 0; i < there.n; i++)
      told = told || storage[i].to == to->roles[j].to || storage[i].from == to->roles[j].to;
    if (!told)
      out[n++] = (BelRoleMap){ to->roles[j].to, to->roles[j].from };
  }
  return n;
}

bool
bel_predicate_opposite (const BelProgram *program, uint32_t a, uint32_t b, BelRoleMap *out_roles, uint32_t cap,
                        uint32_t *out_n)
{
  Entailed from[MAX_ENTAILED], to[MAX_ENTAILED];
  uint32_t n = closure (program, a, from);
  uint32_t m = closure (program, b, to);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t j = 0; j < m; j++) {
      const BelRelation *found = opposition (&program->predicates[from[i].id], to[j].id);
      if (found && out_n)
        *out_n = opposed_roles (&from[i], found, &to[j], out_roles, cap);
      if (found)
        return true;
    }
  return false;
}
