#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the belie authors
"""Comments that accept a conflict hold in every context, form and format, and silence nothing else; TAP.

Each document has the same conflict, one end of it in a context (a list, a table, a quotation …). Without a comment it must be reported,
with one it must be accepted; a comment of another rule, or beside another paragraph, must change nothing."""
import json, os, subprocess, sys, tempfile

BELIE = sys.argv[1]
SAID, DENIED = 'Ana Ruiz met Bo Lind on Monday, a city official said.', 'The lawyer denied that Ana Ruiz met Bo Lind.'

# COMMENT stands where a comment goes, DENIED is the other end of the conflict
MARKDOWN = {
    'paragraph': 'COMMENT DENIED', 'paragraph after': 'DENIED COMMENT', 'paragraph below': 'COMMENT\n\nDENIED',
    'wrapped paragraph': 'COMMENT It rained. \nDENIED', 'list': '- It rained.\n- COMMENT DENIED', 'list above': 'COMMENT\n\n- DENIED',
    'nested list': '- It rained.\n  - COMMENT DENIED', 'numbered list': '1. COMMENT DENIED\n2. It rained.',
    'quotation': '> COMMENT DENIED', 'nested quotation': '> > COMMENT DENIED', 'quotation above': 'COMMENT\n\n> DENIED',
    'list in a quotation': '> - COMMENT DENIED', 'table': '| Who | What |\n|---|---|\n| one | COMMENT DENIED |',
    'table above': 'COMMENT\n\n| Who | What |\n|---|---|\n| one | DENIED |', 'emphasis': '*It rained.* COMMENT DENIED',
    'after code': '```\ncode\n```\n\nCOMMENT DENIED', 'line above': 'COMMENT\nDENIED',
}
HTML = {
    'paragraph': '<p>COMMENT DENIED</p>', 'above': 'COMMENT<p>DENIED</p>', 'list': '<ul><li>It rained.</li><li>COMMENT DENIED</li></ul>',
    'list item above': '<ul>COMMENT<li>DENIED</li></ul>', 'table': '<table><tr><td>one</td><td>COMMENT DENIED</td></tr></table>',
    'quotation': '<blockquote><p>COMMENT DENIED</p></blockquote>', 'caption': '<figure><figcaption>COMMENT DENIED</figcaption></figure>',
    'within a span': '<p><span>COMMENT DENIED</span></p>', 'division': '<div>COMMENT<div><p>DENIED</p></div></div>',
}
TEXT = {'line above': 'COMMENT\nDENIED', 'paragraph above': 'COMMENT\n\nDENIED', 'line below': 'DENIED\nCOMMENT'}


def head(format, front=''):
    if format == 'html':
        return '<!DOCTYPE html>\n<html><body>\n<p>%s</p>\n' % SAID
    return ('---\nbelie-accept: %s\n---\n\n' % front if front else '') + SAID + '\n\n'


def document(format, context, form, rule='polarity.denied'):
    """One document; form None has no comment in it."""
    mark = {'text': '[%s]', 'mdx': '{/* %s */}'}.get(format, '<!-- %s -->')
    said = '%s: both were asked' % rule
    comment = {'here': mark % ('belie-accept ' + said), 'file': mark % ('belie-accept-file ' + said)}.get(form, '')
    body = context.replace('COMMENT', comment).replace('DENIED', DENIED)
    if form == 'range':
        body = '%s\n\n%s\n\n%s' % (mark % ('belie-accept-start ' + said), body, mark % 'belie-accept-end')
    if format == 'html':
        return head(format) + body + '\n</body></html>\n'
    return head(format, said if form == 'front matter' else '') + body + '\n'


def cases():
    for format, extension, contexts in (('markdown', 'md', MARKDOWN), ('mdx', 'mdx', MARKDOWN), ('html', 'html', HTML), ('text', 'txt', TEXT)):
        for name, context in contexts.items():
            label = '%s, %s' % (format, name)
            yield label + ', no comment', extension, document(format, context, None), 'reported'
            for form in ('here', 'range', 'file') + (() if format == 'html' else ('front matter',)):
                yield '%s, %s' % (label, form), extension, document(format, context, form), 'accepted'
            yield label + ', another rule', extension, document(format, context, 'here', 'quantity'), 'reported'
        elsewhere = document(format, contexts['paragraph above' if format == 'text' else 'paragraph'], None)
        mark = {'text': '[belie-accept all: x]', 'mdx': '{/* belie-accept all: x */}'}.get(format, '<!-- belie-accept all: x -->')
        extra = 'It rained in the north.'
        extra = '<p>%s %s</p>' % (mark, extra) if format == 'html' else '%s\n%s' % (mark, extra)
        yield format + ', beside another paragraph', extension, elsewhere + '\n' + extra + '\n', 'reported'


def verdicts(folder, names):
    """reported, accepted or both, by file."""
    run = subprocess.run([BELIE, 'check', '--config=none', '--format=sarif'] + names, cwd=folder, capture_output=True, text=True)
    found = {n: set() for n in names}
    for result in json.loads(run.stdout)['runs'][0]['results']:
        name = result['locations'][0]['physicalLocation']['artifactLocation']['uri']
        found[name].add('accepted' if result.get('suppressions') else 'reported')
    return found


def main():
    rows = list(cases())
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, (_, extension, text, _) in enumerate(rows):
            names.append('%03d.%s' % (i, extension))
            with open(os.path.join(folder, names[-1]), 'w', encoding='utf-8') as f:
                f.write(text)
        found = verdicts(folder, names)
    for i, ((label, _, text, want), name) in enumerate(zip(rows, names)):
        good = found[name] == {want}
        print('%s %d - %s: %s' % ('ok' if good else 'not ok', i + 1, label, want))
        if not good:
            print('# got %s of\n# %s' % (', '.join(found[name]) or 'nothing', text.replace('\n', '\n# ')))
    print('1..%d' % len(rows))


main()
