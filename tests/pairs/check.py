# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the belie authors
"""tests/pairs/check.py BELIE FOLDER [--mark]: see tests/pairs/run."""
import json
import pathlib
import subprocess
import sys
import tempfile

IN_ONE_DRAFT = {'attribution', 'beside', 'change', 'drafted', 'identity', 'retold', 'sides', 'tally'}


def read(path):
    rows = []
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line and not line.startswith('#'):
            cells = line.split('\t')
            if len(cells) not in (3, 4):
                sys.exit(f'Bail out! {path}:{number}: three accounts and perhaps a mark, parted by tabs')
            rows.append((number, cells[:3], set(cells[3].split()) if len(cells) == 4 else set()))
    return rows


def compare(belie, pairs):
    """Whether each two texts, said of one situation, are in conflict."""
    lines = ''.join(json.dumps({'id': i, 'text_a': a, 'text_b': b}) + '\n' for i, (a, b) in enumerate(pairs))
    out = subprocess.run([belie, 'compare', '--jsonl'], input=lines, capture_output=True, text=True, check=False)
    return [json.loads(line)['verdict'] == 'conflict' for line in out.stdout.splitlines()]


def check(belie, pairs):
    """The same of two paragraphs of one draft."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for i, (a, b) in enumerate(pairs):
            file = pathlib.Path(folder, f'{i:04}.txt')
            file.write_text(f'{a}\n\nMore was to be told later.\n\n{b}\n', encoding='utf-8')
            files.append(str(file))
        out = subprocess.run([belie, 'check', '--config=none', '--group-by=file', '--format=json', *files],
                             capture_output=True, text=True, check=False)
        found = {conflict['a']['file'] for conflict in json.loads(out.stdout)['conflicts']}
    return [file in found for file in files]


def mark(path, wrong):
    lines = path.read_text(encoding='utf-8').splitlines()
    for number, faults in wrong.items():
        cells = lines[number - 1].split('\t')[:3]
        lines[number - 1] = '\t'.join(cells + ([' '.join(sorted(faults))] if faults else []))
    path.write_text('\n'.join(lines) + '\n', encoding='utf-8')


def run(belie, folder, marking):
    n_tests = n_failed = n_lines = 0
    for path in sorted(pathlib.Path(folder).glob('*.tsv')):
        rows = read(path)
        ask = check if path.stem in IN_ONE_DRAFT else compare
        hits = ask(belie, [(cells[0], cells[1]) for _, cells, _ in rows])
        twins = ask(belie, [(cells[0], cells[2]) for _, cells, _ in rows])
        if len(hits) != len(rows) or len(twins) != len(rows):
            sys.exit(f'Bail out! {path.name}: not every pair was answered')
        wrong = {row[0]: {name for name, bad in (('miss', not hit), ('alarm', twin)) if bad} for row, hit, twin in zip(rows, hits, twins)}
        if marking:
            mark(path, wrong)
        n_lines += len(rows)
        for fault, what in (('miss', 'conflicts are found'), ('alarm', 'near twins are let be')):
            n_tests += 1
            other = [(number, cells) for number, cells, known in rows if fault in wrong[number] and fault not in known]
            better = [number for number, _, known in rows if fault in known and fault not in wrong[number]]
            right = sum(fault not in wrong[row[0]] for row in rows)
            print(f'{"not " if other else ""}ok {n_tests} - {path.stem}: {what}, {right} of {len(rows)}')
            n_failed += bool(other)
            for number, cells in other:
                print(f'# {path}:{number}: {cells[0]} / {cells[1 if fault == "miss" else 2]}')
            for number in better:
                print(f'# {path}:{number}: no {fault} any more: take its mark away (--mark)')
    print(f'1..{n_tests}')
    print(f'# {n_lines} lines')
    return n_failed > 0


if __name__ == '__main__':
    sys.exit(run(sys.argv[1], sys.argv[2], '--mark' in sys.argv[3:]))
