" SPDX-License-Identifier: MIT
" Vim compiler file: belie. The place a conflict is shown at is the entry; its text names the place it is against.
if exists('current_compiler')
  finish
endif
let current_compiler = 'belie'

CompilerSet makeprg=belie\ check\ --format=concise
" FILE:LINE:COLUMN: SEVERITY: MESSAGE (against FILE:LINE:COLUMN) [RULE] ID
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tote:\ %m,%-G%.%#
