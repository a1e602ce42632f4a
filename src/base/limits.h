/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Every limit on hostile input, in one place. Each has a diagnostic (base/diag.h) and a fixture. */
#pragma once

/** Largest input file, bytes; spans are 32-bit. */
#define BEL_LIMIT_FILE_BYTES (256u << 20)
/** Longest sentence the parser sees, words; a longer one is cut at a safe place and said so. */
#define BEL_LIMIT_SENTENCE_TOKENS 400u
/** Longest token, bytes; a longer run without a space is cut. */
#define BEL_LIMIT_TOKEN_BYTES 512u
/** Bytes of one block that are split into words at a time; a longer block is cut at white space. */
#define BEL_LIMIT_SEGMENT_BYTES (1u << 20)
/** Deepest source chain kept on one claim. */
#define BEL_LIMIT_VOICE_DEPTH 8u
/** Claims of one key that all meet each other; of more, equal ones are taken together … */
#define BEL_LIMIT_GROUP_ALL_PAIRS 64u
/** … and each meets as many of those that follow it. */
#define BEL_LIMIT_GROUP_NEIGHBOURS 32u
/** Conflicts reported of what is compared with each other, the surest; the rest are counted. */
#define BEL_LIMIT_CONFLICTS 1000u
/** Accounts listed of one dispute; likewise. */
#define BEL_LIMIT_PARTIES 64u
/** Sentences by which two accounts may be apart that are set side by side. */
#define BEL_LIMIT_BESIDE 4u
/** Folders within folders that are walked. */
#define BEL_LIMIT_FOLDER_DEPTH 64u
/** Bytes of one rule file. */
#define BEL_LIMIT_RULE_FILE_BYTES (4u << 20)
/** Nesting in a rule file. */
#define BEL_LIMIT_RULE_NESTING 32u
/** PCRE2 match and depth limits for a rule's regular expression. */
#define BEL_LIMIT_REGEX_MATCH 10000u
#define BEL_LIMIT_REGEX_DEPTH 250u
/** Errors shown for one rule file; the rest are counted. */
#define BEL_LIMIT_RULE_FILE_ERRORS 50u
/** Words of one phrase in a lexicon or predicate. */
#define BEL_LIMIT_PHRASE_PARTS 8u
/** Conditions joined by one row of & or |. */
#define BEL_LIMIT_RULE_TERMS 64u
/** Steps of an entailment chain that are followed. */
#define BEL_LIMIT_ENTAILMENT_STEPS 8u
/** Elements within elements in a marked-up file. */
#define BEL_LIMIT_MARKUP_NESTING 2000u
/** Bytes of text in a DOCX or ODT file, unpacked, and how many times its packed size that may be. */
#define BEL_LIMIT_OFFICE_BYTES (64u << 20)
#define BEL_LIMIT_OFFICE_RATIO 200u
/** Nodes of one claim rule's pattern, unnamed ones and those under "not" counted in. */
#define BEL_LIMIT_RULE_NODES 24u
/** Arcs of one claim rule's pattern. */
#define BEL_LIMIT_RULE_EDGES 48u
/** Instructions a claim rule may take at one token. */
#define BEL_LIMIT_RULE_STEPS 100000u
/** Matches of one claim rule at one token. */
#define BEL_LIMIT_RULE_MATCHES 256u
/** Values one claim rule yields. */
#define BEL_LIMIT_RULE_YIELDS 24u
