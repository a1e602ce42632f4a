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
    'footnote': 'It rained.[^1]\n\n[^1]: COMMENT DENIED', 'definition': 'Lawyer\n: COMMENT DENIED', 'after a heading': '## Court\n\nCOMMENT DENIED',
    'bold': '**COMMENT DENIED**', 'link before': '[It rained](https://example.org/). COMMENT DENIED', 'task list': '- [x] COMMENT DENIED',
    'after code': '```\ncode\n```\n\nCOMMENT DENIED', 'line above': 'COMMENT\nDENIED',
}
HTML = {
    'paragraph': '<p>COMMENT DENIED</p>', 'above': 'COMMENT<p>DENIED</p>', 'list': '<ul><li>It rained.</li><li>COMMENT DENIED</li></ul>',
    'list item above': '<ul>COMMENT<li>DENIED</li></ul>', 'table': '<table><tr><td>one</td><td>COMMENT DENIED</td></tr></table>',
    'quotation': '<blockquote><p>COMMENT DENIED</p></blockquote>', 'caption': '<figure><figcaption>COMMENT DENIED</figcaption></figure>',
    'nested list': '<ul><li>It rained.<ul><li>COMMENT DENIED</li></ul></li></ul>', 'numbered list': '<ol><li>COMMENT DENIED</li></ol>',
    'table above': 'COMMENT<table><tr><td>one</td><td>DENIED</td></tr></table>', 'definition': '<dl><dt>Lawyer</dt><dd>COMMENT DENIED</dd></dl>',
    'footnote': '<p>It rained.<sup>1</sup></p><section><ol><li id="fn1"><p>COMMENT DENIED</p></li></ol></section>',
    'after a heading': '<h2>Court</h2><p>COMMENT DENIED</p>', 'bold': '<p><b>COMMENT DENIED</b></p>', 'list in a quotation': '<blockquote><ul><li>COMMENT DENIED</li></ul></blockquote>',
    'within a span': '<p><span>COMMENT DENIED</span></p>', 'division': '<div>COMMENT<div><p>DENIED</p></div></div>',
}
TEXT = {'line above': 'COMMENT\nDENIED', 'paragraph above': 'COMMENT\n\nDENIED', 'line below': 'DENIED\nCOMMENT',
        'list': '- It rained.\n- COMMENT DENIED', 'wrapped': 'COMMENT\nIt rained.\nDENIED', 'quotation': '> COMMENT DENIED',
        'dashes': '-- COMMENT DENIED', 'indented': '    COMMENT\n    DENIED', 'tabs': '\tCOMMENT\n\tDENIED', 'numbered': '1. COMMENT DENIED',
        'last line': 'It rained.\n\nCOMMENT\nDENIED', 'blanks': 'COMMENT   \n \nDENIED'}
NITF = {'paragraph': '<p>COMMENT DENIED</p>', 'above': 'COMMENT<p>DENIED</p>', 'list': '<ul><li>COMMENT DENIED</li></ul>', 'quotation': '<bq><block><p>COMMENT DENIED</p></block></bq>',
        'table': '<table><tr><td>COMMENT DENIED</td></tr></table>', 'emphasis': '<p><em>COMMENT DENIED</em></p>'}
NITF_PAGE = '<?xml version="1.0"?>\n<nitf><body><body.content>\n<p>%s</p>\n%s\n</body.content></body></nitf>\n'
NEWSML = {name: context for name, context in HTML.items() if name in ('paragraph', 'above', 'list', 'list item above', 'table', 'quotation', 'nested list',
          'numbered list', 'definition', 'after a heading', 'bold', 'list in a quotation', 'within a span', 'division')}
NEWSML_PAGE = ('<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>\n'
               '<p>%s</p>\n%s\n</body></html></inlineXML></contentSet></newsItem>\n')
# files that cannot hold comments: what is accepted stands beside them
BESIDE = {'whole file': 'polarity.denied: both were asked', 'at words': 'polarity.denied at "The lawyer denied": both were asked',
          'at the other end': 'polarity at "a city official": both were asked', 'until a day': 'dispute until 2999-01-01: both were asked'}
BESIDE_NOT = {'another rule': 'quantity: x', 'at other words': 'all at "It rained": x', 'a day gone by': 'all until 2001-01-01: x'}


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


def xml_cases():
    for format, extension, contexts, page in (('nitf', 'nitf', NITF, NITF_PAGE), ('newsml', 'newsml', NEWSML, NEWSML_PAGE)):
        for name, context in contexts.items():
            body, label = context.replace('DENIED', DENIED), '%s, %s' % (format, name)
            for form, mark, want in (('here', '<!-- belie-accept polarity.denied: x -->', 'accepted'), ('file', '<!-- belie-accept-file dispute: x -->', 'accepted'),
                                     ('another rule', '<!-- belie-accept quantity: x -->', 'reported'), ('no comment', '', 'reported')):
                yield '%s, %s' % (label, form), extension, page % (SAID, body.replace('COMMENT', mark)), want
            ranged = '<!-- belie-accept-start all: x -->' + body.replace('COMMENT', '') + '<!-- belie-accept-end -->'
            yield label + ', range', extension, page % (SAID, ranged), 'accepted'


def other_end_cases():
    """A comment at the account that stands first silences the pair as well."""
    for format, extension, mark in (('markdown', 'md', '<!-- %s -->'), ('mdx', 'mdx', '{/* %s */}'), ('text', 'txt', '[%s]'), ('html', 'html', '<!-- %s -->')):
        comment = mark % 'belie-accept polarity: x'
        if format == 'html':
            yield 'html, at the other end', extension, '<!DOCTYPE html><html><body><p>%s %s</p><p>%s</p></body></html>' % (comment, SAID, DENIED), 'accepted'
            continue
        for breaks in ('\n', '\r\n'):
            text = '%s\n%s\n\n%s\n' % (comment, SAID, DENIED)
            yield '%s, at the other end, %r' % (format, breaks), extension, text.replace('\n', breaks), 'accepted'
        yield '%s, by its id' % format, extension, '%s\n\n%s %s\n' % (SAID, mark % 'belie-accept d2e518e1fdba: x', DENIED), 'accepted'


def docx(paragraphs):
    import io, zipfile
    out = io.BytesIO()
    body = ''.join('<w:p><w:r><w:t>%s</w:t></w:r></w:p>' % p for p in paragraphs)
    with zipfile.ZipFile(out, 'w') as z:
        z.writestr('word/document.xml', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>' % body)
    return out.getvalue()


def odt(paragraphs):
    import io, zipfile
    out = io.BytesIO()
    body = ''.join('<text:p>%s</text:p>' % p for p in paragraphs)
    with zipfile.ZipFile(out, 'w') as z:
        z.writestr('mimetype', 'application/vnd.oasis.opendocument.text')
        z.writestr('content.xml', '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
                   '<office:body><office:text>%s</office:text></office:body></office:document-content>' % body)
    return out.getvalue()


def beside_cases():
    """(label, extension, bytes, verdict, what stands beside)"""
    files = {'docx': docx((SAID, 'It rained.', DENIED)), 'odt': odt((SAID, 'It rained.', DENIED)),
             'ninjs': json.dumps({'body_html': '<p>%s</p><p>It rained.</p><p>%s</p>' % (SAID, DENIED)}).encode()}
    for format, data in files.items():
        for name, line in BESIDE.items():
            yield '%s, beside it, %s' % (format, name), format, data, 'accepted', line
        for name, line in BESIDE_NOT.items():
            yield '%s, beside it, %s' % (format, name), format, data, 'reported', line


def verdicts(folder, names):
    """reported, accepted or both, by file."""
    run = subprocess.run([BELIE, 'check', '--config=none', '--format=sarif'] + names, cwd=folder, capture_output=True, text=True)
    found = {n: set() for n in names}
    for result in json.loads(run.stdout)['runs'][0]['results']:
        name = result['locations'][0]['physicalLocation']['artifactLocation']['uri']
        found[name].add('accepted' if result.get('suppressions') else 'reported')
    return found


def main():
    rows = [(a, b, c.encode(), d, None) for gather in (cases, xml_cases, other_end_cases) for a, b, c, d in gather()] + list(beside_cases())
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, (_, extension, text, _, beside) in enumerate(rows):
            names.append('%03d.%s' % (i, extension))
            with open(os.path.join(folder, names[-1]), 'wb') as f:
                f.write(text)
            if beside:
                with open(os.path.join(folder, names[-1] + '.belie-accept'), 'w', encoding='utf-8') as f:
                    f.write(beside + '\n')
        found = verdicts(folder, names)
    for i, ((label, _, text, want, _), name) in enumerate(zip(rows, names)):
        good = found[name] == {want}
        print('%s %d - %s: %s' % ('ok' if good else 'not ok', i + 1, label, want))
        if not good:
            print('# got %s of\n# %s' % (', '.join(found[name]) or 'nothing', text.decode('utf-8', 'replace').replace('\n', '\n# ')))
    print('1..%d' % len(rows))


main()
