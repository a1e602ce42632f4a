/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What conflict rules may speak of: fields of a claim, functions over them, their types.
 *
 * The room above declares a schema as constant tables and lends a host that answers for it; this room knows
 * no claims. Fields and functions are handed to the host by their number in the tables. */
#pragma once

#include "base/symbols.h"

#include <glib.h>
#include <stdbool.h>

typedef enum {
  BEL_VALUE_BOOLEAN,
  BEL_VALUE_NUMBER,
  BEL_VALUE_ENUM,   /**< one of the names of its type, by number; ordered as they are listed */
  BEL_VALUE_SYMBOL, /**< equal or not; compared with names and strings of the rules */
  BEL_VALUE_OBJECT, /**< something of the host's; only functions look into it; equal when its bits are */
  BEL_VALUE_CLAIM,  /**< one of the pair */
} BelValueKind;

typedef struct {
  BelValueKind kind;
  union {
    bool boolean;
    double number;
    int32_t number_of_enum;
    BelSym symbol;
    uint64_t object;
    const void *claim;
  };
} BelValue;

typedef struct {
  const char *name; /**< "polarity", "quantity" */
  BelValueKind kind;
  const char *const *enums; /**< of BEL_VALUE_ENUM: NULL-terminated */
} BelTypeSpec;

typedef struct {
  const char *name; /**< "subject-key" */
  const char *type; /**< name of one of the types */
  bool key;         /**< may stand in a join with '=' */
  bool hierarchy;   /**< may stand in a join with '~': has more general keys above it */
  float cost;       /**< of asking for it; 1 is a comparison of integers */
  const char *doc;
} BelFieldSpec;

typedef struct {
  const char *name;    /**< "disjoint" */
  const char *args;    /**< names of types, parted by blanks: "quantity quantity"; "any" fits all */
  const char *returns; /**< name of a type, mostly "boolean" */
  float cost;
  float probability; /**< how often it is true when asked, a guess in 0…1 */
  const char *doc;
} BelFunctionSpec;

/** Must outlive the programs loaded with it: constant tables. The types "boolean", "number", "symbol" and "claim" are
 * there without being listed; so is the function known (any): whether a value is there at all. */
typedef struct BelRuleSchema {
  const BelTypeSpec *types;
  uint32_t n_types;
  const BelFieldSpec *fields;
  uint32_t n_fields;
  const BelFunctionSpec *functions;
  uint32_t n_functions;
} BelRuleSchema;

/** Answers for a schema. All must be pure: asked twice, they say the same. */
typedef struct {
  /** The value of a field. Returns: false when the claim has none; a condition on it is then neither true nor false. */
  bool (*field) (void *data, const void *claim, uint32_t field, BelValue *out);
  /** The result of a function. @args: all there. Returns: false when it cannot be told. */
  bool (*call) (void *data, uint32_t function, const BelValue *args, uint32_t n_args, BelValue *out);
  /** Appends the field as a report shows it; nothing when the claim has none. */
  void (*format) (void *data, const void *claim, uint32_t field, GString *out);
} BelRuleHost;
