/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Trees and tags made to keep what Universal Dependencies lay down, where the network's single choices did not. */
#pragma once

#include "document/document.h"

/** Mends the trees of @document (heads and relations; before children are indexed):
 *  - a nominal with a preposition is no subject (UD: core arguments take no case). "according to an official briefed on
 *    it": the noun is an oblique of what the verb hung on, the verb a participle of the noun (acl);
 *  - a compound written with hyphens before a noun belongs to that noun: "a murder-for-hire plot".
 *  - a verb has one subject: of two in a row the second is an apposition ("the agency IRNA") or a time ("this month");
 *  - "that" belongs to the clause it begins: "reported that she denied that he came";
 *  - a clause with the conjunction "that" is no relative one: "told him in a letter that it would come";
 *  - a bare noun after a particle is an object: "called off the match"; nothing stands between the parts of a compound;
 *  - subjects and objects hang on the verb, not on its auxiliary;
 *  - an apposition right before a verb of saying, with no comma between, is its subject;
 *  - a clause that "that" begins is a subject clause, not a noun, and no conjunct without a conjunction of coordination;
 *  - where a predicate is left out before "not" the auxiliary is it; beside a prepositional phrase stands another, not its verb;
 *  - "to" as a particle has a verb; a conjunct of a finite verb is finite; "no one" is a pronoun;
 *  - a name behind a title is one name; an age between commas belongs to the name before it;
 *  - within a sentence a noun with a capital is a name (PROPN), but in a headline.
 * Trees stay trees. O(tokens). */
void bel_syntax_mend (BelDocument *document);
