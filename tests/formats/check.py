#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the belie authors
"""Reads what write-sample wrote the way each format's own reader would, and prints TAP.

Every check recomputes from the draft's bytes what the format says: columns in the unit the format counts in, links, escapes."""
import base64, csv, hashlib, html.parser, io, json, os, re, subprocess, sys, urllib.parse, xml.etree.ElementTree as ElementTree

WRITE, SOURCE = sys.argv[1], sys.argv[2]
A, B, MET = b'Mayor Ana Ruiz met engineer Bo Lind on Monday', b'the engineer met Ruiz', '3f2a91bc01de'


def written(format, kind):
    return subprocess.run([WRITE, format, kind], check=True, capture_output=True).stdout


class Draft:
    """The draft and the two places in it, found anew."""

    def __init__(self, kind):
        self.kind, self.raw = kind, written('source', kind)
        self.name = 'draft.txt' if kind == 'plain' else 'a b<c>&"d:e%.txt'
        self.message = json.loads(written('json', kind))['conflicts'][0]['message']

    def line(self, words):
        return self.raw[:self.raw.index(words)].count(b'\n') + 1

    def before(self, words):
        start = self.raw.index(words)
        return self.raw[self.raw.rindex(b'\n', 0, start) + 1:start].decode()

    def columns(self, words, unit):
        """1-based start and end columns."""
        head, text = self.before(words), words.decode()
        size = {'byte': lambda s: len(s.encode()), 'char': len, 'utf16': lambda s: len(s.encode('utf-16-le')) // 2}[unit]
        return size(head) + 1, size(head + text) + 1


def schema_report(draft):
    import jsonschema
    schema = json.load(open(os.path.join(SOURCE, 'docs/schema/report.schema.json')))
    jsonschema.Draft7Validator.check_schema(schema)
    report = json.loads(written('json', draft.kind))
    jsonschema.validate(report, schema)
    for place, words in (('a', A), ('b', B)):
        start, end = report['conflicts'][0][place]['span']
        assert draft.raw[start:end] == words
    del report['conflicts'][0]['a']
    try:
        jsonschema.validate(report, schema)
    except jsonschema.ValidationError:
        return
    raise AssertionError('the schema does not ask for both places')


def sarif(draft):
    log = json.loads(written('sarif', draft.kind))
    assert log['version'] == '2.1.0' and log['$schema'].endswith('sarif-2.1.0.json')
    run, = log['runs']
    rules = run['tool']['driver']['rules']
    assert run['columnKind'] == 'utf16CodeUnits'
    assert [r['id'] for r in rules] == sorted(r['id'] for r in rules)
    assert all(r['shortDescription']['text'] and r['help']['text'] for r in rules)
    result, = run['results']
    assert rules[result['ruleIndex']]['id'] == result['ruleId'] == 'polarity.denial'
    assert result['level'] in ('none', 'note', 'warning', 'error')
    fingerprints = result['partialFingerprints']
    assert fingerprints['belieConflict/v1'] == MET and re.fullmatch('[0-9a-f]{1,16}:1', fingerprints['primaryLocationLineHash']) and 0 <= result['rank'] <= 100
    ids = [l['id'] for l in result['relatedLocations']]
    links = [int(n) for n in re.findall(r'(?<!\\)\]\((\d+)\)', result['message']['text'])]
    assert links == [1] and len(ids) == len(set(ids)) and set(links) <= set(ids)
    for location, words in ((result['locations'][0], A), (result['relatedLocations'][0], B)):
        physical = location['physicalLocation']
        region = physical['region']
        assert urllib.parse.unquote(physical['artifactLocation']['uri']) == draft.name
        assert re.fullmatch(r"[A-Za-z0-9._~!$&'()*+,;=:@/%-]+", physical['artifactLocation']['uri'])
        assert region['startLine'] == draft.line(words)
        assert (region['startColumn'], region['endColumn']) == draft.columns(words, 'utf16')
        assert draft.raw[region['byteOffset']:][:region['byteLength']] == words
        assert region['snippet']['text'].encode() == words


def github(draft):
    line, = written('github', draft.kind).decode().splitlines()
    command = re.fullmatch(r'::(error|warning|notice) ([^:]*)::(.*)', line)
    assert command, line
    unescape = lambda s: urllib.parse.unquote(s)  # %25 %0D %0A %3A %2C are all there is
    fields = dict(f.split('=', 1) for f in command[2].split(','))
    assert unescape(fields['file']) == draft.name and int(fields['line']) == draft.line(A)
    assert (int(fields['col']), int(fields['endColumn'])) == draft.columns(A, 'char')
    assert '%s:%d:' % (draft.name, draft.line(B)) in unescape(command[3])


def gitlab(draft):
    issue, = json.loads(written('gitlab', draft.kind))
    assert issue['severity'] in ('info', 'minor', 'major', 'critical', 'blocker')
    assert issue['fingerprint'] == MET and issue['check_name'] == 'polarity.denial' and issue['description']
    assert issue['location'] == {'path': draft.name, 'lines': {'begin': draft.line(A), 'end': draft.line(A)}}
    assert issue['other_locations'][0]['lines']['begin'] == draft.line(B)


def rdjson_diagnostic(draft, diagnostic):
    assert diagnostic['severity'] in ('ERROR', 'WARNING', 'INFO') and diagnostic['code']['value'] == 'polarity.denial'
    for location, words in ((diagnostic['location'], A), (diagnostic['related_locations'][0]['location'], B)):
        span = location['range']
        assert location['path'] == draft.name
        assert span['start']['line'] == draft.line(words)
        assert (span['start']['column'], span['end']['column']) == draft.columns(words, 'byte')


def rdjson(draft):
    report = json.loads(written('rdjson', draft.kind))
    assert report['source']['name'] == 'belie'
    diagnostic, = report['diagnostics']
    rdjson_diagnostic(draft, diagnostic)


def rdjsonl(draft):
    line, = written('rdjsonl', draft.kind).decode().splitlines()
    rdjson_diagnostic(draft, json.loads(line))


def junit(draft):
    root = ElementTree.fromstring(written('junit', draft.kind))
    assert root.tag == 'testsuites'
    suite, = root
    cases = suite.findall('testcase')
    assert suite.get('name') == draft.name and int(suite.get('tests')) == len(cases) == 1
    failures = suite.findall('testcase/failure')
    assert int(suite.get('failures')) == len(failures) == 1
    assert cases[0].get('classname') == draft.name and failures[0].get('type') == 'dispute'
    assert A.decode() in failures[0].text and B.decode() in failures[0].text
    assert {c.tag for c in suite.iter()} <= {'testsuite', 'testcase', 'failure', 'system-out'}


def checkstyle(draft):
    root = ElementTree.fromstring(written('checkstyle', draft.kind))
    assert root.tag == 'checkstyle' and root.get('version')
    file, = root
    error, = file
    assert file.get('name') == draft.name and int(error.get('line')) == draft.line(A)
    assert error.get('severity') in ('info', 'warning', 'error') and error.get('source') == 'belie.polarity.denial'
    assert '%s:%d:' % (draft.name, draft.line(B)) in error.get('message')


def table(draft):
    rows = list(csv.reader(io.StringIO(written('csv', draft.kind).decode(), newline='')))
    assert len(rows) == 2 and len(rows[0]) == len(rows[1])
    row = dict(zip(*rows))
    assert row['a_file'] == draft.name and row['a_text'].encode() == A and row['b_text'].encode() == B
    assert draft.raw[int(row['b_start']):int(row['b_end'])] == B
    assert row['message'] == draft.message and not any(c[:1] in ('=', '+', '-', '@') for c in rows[1])


def markdown(draft):
    text = written('markdown', draft.kind).decode()
    assert '<b>' not in text and '<Ana>' not in text and '\x1b' not in text
    rows = [l for l in text.splitlines() if l.startswith('|')]
    bars = [len(re.findall(r'(?<!\\)\|', r)) for r in rows]
    assert len(rows) == 5 and len(set(bars)) == 1, text
    assert A.decode() in text and B.decode() in text


class Page(html.parser.HTMLParser):
    """Tags must nest, ids be unique, links lead somewhere; no script, no handler, nothing fetched."""
    VOID = {'meta', 'br', 'link', 'img'}

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.marked, self.style, self.policy, self.text = [], [], [], [], '', '', ''
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        assert tag not in ('script', 'img', 'link', 'iframe', 'object', 'form', 'input'), tag
        named = dict(attributes)
        assert not any(a.startswith('on') or a in ('src', 'style') for a in named), named
        if 'id' in named:
            self.ids.append(named['id'])
        if 'href' in named:
            assert named['href'].startswith('#'), named
            self.links.append(named['href'][1:])
        if named.get('http-equiv') == 'Content-Security-Policy':
            self.policy = named['content']
        if tag == 'mark':
            self.marked.append('')
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text += data
        if 'style' in self.open:
            self.style += data
        if 'mark' in self.open:
            self.marked[-1] += data


def page(draft):
    raw = written('html', draft.kind).decode()
    page = Page(raw)
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert "default-src 'none'" in page.policy and "style-src 'sha256-%s'" % digest in page.policy
    assert len(page.ids) == len(set(page.ids)) and set(page.links) <= set(page.ids)
    assert A.decode() in page.marked and B.decode() in page.marked
    assert '\x1b' not in raw and '\u202e' not in raw and len(raw) < 20000


CHECKS = [('html', page), ('json is what its schema says', schema_report), ('sarif', sarif), ('github', github), ('gitlab', gitlab), ('rdjson', rdjson),
          ('rdjsonl', rdjsonl), ('junit', junit), ('checkstyle', checkstyle), ('csv', table), ('markdown', markdown)]
n = 0
for kind in ('plain', 'hostile'):
    draft = Draft(kind)
    for name, check in CHECKS:
        n += 1
        try:
            check(draft)
            print('ok %d - %s, %s draft' % (n, name, kind))
        except Exception as e:
            print('not ok %d - %s, %s draft' % (n, name, kind))
            print('# %s: %s' % (type(e).__name__, str(e).replace('\n', '\n# ')))
print('1..%d' % n)
