/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The closed tag sets of Universal Dependencies, as small integers with their names. */
#pragma once

#include "base/span.h"

#include <glib.h>

typedef enum {
#define L(name, text, base) BEL_DEP_##name,
#include "document/labels.def"
#undef L
  BEL_N_DEPS
} BelDep;

typedef enum {
#define U(name) BEL_POS_##name,
#include "document/upos.def"
#undef U
  BEL_N_POS
} BelPos;

typedef enum {
#define P(name, text) BEL_XPOS_##name,
#include "document/xpos.def"
#undef P
  BEL_N_XPOS
} BelXpos;

typedef enum {
#define F(name, text, bits, ...) BEL_FEAT_##name,
#include "document/feats.def"
#undef F
  BEL_N_FEATS
} BelFeat;

/** All features of a word, packed; read with bel_feats_get(). */
typedef uint64_t BelFeats;

/** Values of those features that the upper rooms ask for. */
enum { BEL_NUMBER_PLUR = 1, BEL_NUMBER_SING = 2, BEL_NUMBER_PTAN = 3 };
enum { BEL_TENSE_PAST = 1, BEL_TENSE_PRES = 2 };
enum { BEL_VERBFORM_FIN = 1, BEL_VERBFORM_GER = 2, BEL_VERBFORM_INF = 3, BEL_VERBFORM_PART = 4 };
enum { BEL_MOOD_IMP = 1, BEL_MOOD_IND = 2, BEL_MOOD_SUB = 3 };
enum { BEL_CASE_ACC = 1, BEL_CASE_GEN = 2, BEL_CASE_NOM = 3 };
enum { BEL_GENDER_FEM = 1, BEL_GENDER_MASC = 2, BEL_GENDER_NEUT = 3 };
enum { BEL_DEGREE_CMP = 1, BEL_DEGREE_POS = 2, BEL_DEGREE_SUP = 3 };
enum { BEL_DEFINITE_DEF = 1, BEL_DEFINITE_IND = 2 };
enum { BEL_NUMTYPE_CARD = 1, BEL_NUMTYPE_FRAC = 2, BEL_NUMTYPE_MULT = 3, BEL_NUMTYPE_ORD = 4 };
enum {
  BEL_PRONTYPE_ART = 1,
  BEL_PRONTYPE_DEM,
  BEL_PRONTYPE_EMP,
  BEL_PRONTYPE_IND,
  BEL_PRONTYPE_INT,
  BEL_PRONTYPE_NEG,
  BEL_PRONTYPE_PRS,
  BEL_PRONTYPE_RCP,
  BEL_PRONTYPE_REL,
  BEL_PRONTYPE_TOT
};

/* Where each feature lies in the word: BEL_FEAT_SHIFT_x follows the last bit of the feature before. */
enum {
#define F(name, text, bits, ...) BEL_FEAT_SHIFT_##name, BEL_FEAT_LAST_##name = BEL_FEAT_SHIFT_##name + (bits) -1,
#include "document/feats.def"
#undef F
  BEL_FEATS_BITS
};
G_STATIC_ASSERT (BEL_FEATS_BITS <= 64);

static const uint8_t BEL_FEAT_SHIFTS[] = {
#define F(name, text, bits, ...) BEL_FEAT_SHIFT_##name,
#include "document/feats.def"
#undef F
};

static const uint8_t BEL_FEAT_BITS[] = {
#define F(name, text, bits, ...) (bits),
#include "document/feats.def"
#undef F
};

/** Returns: the value number of @feat in @feats (1-based in the order of feats.def), 0 when absent. */
static inline unsigned
bel_feats_get (BelFeats feats, BelFeat feat)
{
  return (unsigned) (feats >> BEL_FEAT_SHIFTS[feat]) & ((1u << BEL_FEAT_BITS[feat]) - 1);
}

static inline BelFeats
bel_feats_set (BelFeats feats, BelFeat feat, unsigned value)
{
  BelFeats mask = (((BelFeats) 1 << BEL_FEAT_BITS[feat]) - 1) << BEL_FEAT_SHIFTS[feat];
  return (feats & ~mask) | (((BelFeats) value << BEL_FEAT_SHIFTS[feat]) & mask);
}

/** Appends "A=B|C=D", or "_" when there are none, in the order CoNLL-U wants (by name). */
void bel_feats_format (BelFeats feats, GString *out);
/** Reads what bel_feats_format() writes; features and values it does not know are passed over. */
BelFeats bel_feats_parse (const char *text);

const char *bel_dep_name (BelDep dep);
const char *bel_pos_name (BelPos pos);
const char *bel_xpos_name (BelXpos xpos);
const char *bel_feat_name (BelFeat feat);
const char *bel_feat_value_name (BelFeat feat, unsigned value);

/** Each returns FALSE, and leaves its out parameter untouched, when there is no such name. A relation
 * with an unknown subtype is read as its base. */
gboolean bel_dep_parse (const char *text, BelDep *out);
gboolean bel_pos_parse (const char *text, BelPos *out);
gboolean bel_xpos_parse (const char *text, BelXpos *out);

/** The relation without its subtype: nsubj:pass → nsubj, acl:relcl → acl, nmod:poss → nmod. */
BelDep bel_dep_base (BelDep dep);
