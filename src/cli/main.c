/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include <stdio.h>

int
main (void)
{
  puts ("belie");
  return 2;
}
