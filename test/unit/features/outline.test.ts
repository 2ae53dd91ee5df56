import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { DocumentSymbol } from 'vscode-languageserver-protocol';
import { documentSymbol, flatSymbols, MOST_CHILDREN } from '../../../server/src/features/documentSymbol';
import { foldingRange } from '../../../server/src/features/foldingRange';
import { selectionRange } from '../../../server/src/features/selectionRange';
import type { Filing } from '../../../server/src/filing/model';
import { read } from '../../../server/src/readers';
import { filingAround } from '../harness';
import { atCursor, textOf } from './cursor';

const FILING = `
| Common Stock | 03/07/2022 |  | A |  | 693 <sup>(1)</sup> | A | \\$43.16 | 10,196 | D |  |
| Common Stock | 03/07/2022 |  | S |  |  | D | \\$40 |  | D |  |
| Common Stock |  |  |  |  |  |  |  | 597 | I | By Trust |
Table II
| Option | \\$18.50 | 03/07/2022 |  | M |  |  | 4000 |  |  | Common Stock | 4,000 | \\$0 | 8000 | D |  |
- Granted under a plan.
Remarks: See Exhibit 24.`;

const shown = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === undefined ? '' : ` | ${detail}`}`,
    ...shown(children ?? [], `${indent}  `),
  ]);
const layout = (name: string): Filing => read(readFileSync(`test/fixtures/layouts/${name}`, 'utf8'));

describe('symbols of a filing', () => {
  it('are its boxes, its tables with their rows, its notes, remarks and signatures', () => {
    assert.deepEqual(shown(documentSymbol(read(filingAround(FILING)))), [
      '1. Alder Rowan J | Name and Address of Reporting Person',
      '2. NORTHWIND HARBOR INC [NWHX] | Issuer Name and Ticker or Trading Symbol',
      '3. 03/07/2022 | Date of Earliest Transaction',
      '4. If Amendment, Date of Original Filed',
      '5. Director | Relationship of Reporting Person(s) to Issuer',
      'Table I - Non-Derivative Securities | 3 rows',
      '  03/07/2022 A 693 → 10,196 | Common Stock',
      '  03/07/2022 S | Common Stock',
      '  Common Stock → 597 | holding · By Trust',
      'Table II - Derivative Securities | 1 row',
      '  03/07/2022 M 4,000 → 8,000 | Option',
      'Explanation of Responses | 1 footnote',
      '  (1) Granted under a plan.',
      'Remarks | See Exhibit 24.',
      'Signature /s/ Rowan J. Alder | 03/08/2022',
    ]);
  });
  for (const name of ['columns.txt', 'edgarXml.xml', 'html.html', 'markdown.md', 'submission.txt'])
    it(`come from ${name} too, and lie within one another`, () => {
      const filing = layout(name);
      const symbols = documentSymbol(filing);
      const lines = shown(symbols);
      for (const line of ['  08/15/2022 M 1,500 → 21,500 | Common Stock', '  08/15/2022 S 900 → 20,600 | Common Stock'])
        assert.ok(lines.includes(line), lines.join('\n'));
      assert.ok(
        lines.some((line) => line.startsWith('  (3) Fully')),
        lines.join('\n'),
      );
      const within = (symbol: DocumentSymbol, outer: string): void => {
        const own = textOf(filing, symbol.range);
        assert.ok(own.includes(textOf(filing, symbol.selectionRange)) && outer.includes(own), symbol.name);
        for (const child of symbol.children ?? []) within(child, own);
      };
      for (const symbol of symbols) within(symbol, filing.text);
    });
  it('are one list for a client that knows no tree', () => {
    const list = flatSymbols(read(filingAround(FILING)), 'file:///a');
    const row = list.find(({ name }) => name === 'Common Stock → 597');
    assert.equal(row?.containerName, 'Table I - Non-Derivative Securities');
    assert.equal(row?.location.uri, 'file:///a');
  });
  it('are counted, not listed, where there are too many', () => {
    const rows = Array<string>(MOST_CHILDREN + 2).fill('| Stock | 03/07/2022 |  | A |  | 1 | A | \\$0 | 9 | D |  |');
    const table = documentSymbol(read(filingAround(rows.join('\n')))).find(({ name }) => name.startsWith('Table I'));
    assert.equal(table?.children?.length, MOST_CHILDREN + 1);
    assert.equal(table?.children?.at(-1)?.name, '2 more, not listed');
  });
  it('have a name even where nothing can be said, and none stands for nothing', () => {
    for (const symbol of documentSymbol(read(filingAround('|  |  |  |  |  |  |  |  |  | D |  |')))) {
      assert.notEqual(symbol.name, '');
      for (const child of symbol.children ?? []) assert.notEqual(child.name, '');
    }
    assert.deepEqual(documentSymbol(read('')), []);
  });
});

describe('folding', () => {
  const folds = (filing: Filing, limit?: number): string[] =>
    foldingRange(filing, limit).map(({ startLine, endLine, kind }) => {
      const line = (at: number): string => {
        const { start, end } = filing.lines.lineSpan(at);
        return filing.text.slice(start, end).trim().slice(0, 12).trim();
      };
      return `${line(startLine)} … ${line(endLine)}${kind === undefined ? '' : ` (${kind})`}`;
    });
  const NOTES = `${FILING}\n- One that\ngoes on.\n\n`;

  it('takes parts, notes over several lines and, as comments, the words of the form', () => {
    assert.deepEqual(folds(read(filingAround(`${FILING}\n- One that\n  goes on.`))), [
      '1. Name and … 4. If Amendm (region)',
      'Table I - No … | Common Sto (region)',
      'Table II - D … | Option | \\ (region)',
      'Explanation … goes on. (region)',
      '| 1. Title o … | Common Sto',
      '|  |  |  | C … | Common Sto',
      '| 1. Title o … | Option | \\',
      '|  |  |  | … | Option | \\',
      'OMB APPROVAL … Estimated av (comment)',
      '- One that … goes on.',
    ]);
  });
  it('keeps to the number that a client takes, the greatest parts first', () => {
    assert.deepEqual(folds(read(filingAround(NOTES)), 1), ['1. Name and … 4. If Amendm (region)']);
    assert.deepEqual(folds(read(filingAround(NOTES)), -1), []);
  });
  it('lies within the text, and no two folds cross, in every layout', () => {
    for (const name of ['columns.txt', 'edgarXml.xml', 'html.html', 'markdown.md', 'submission.txt']) {
      const filing = layout(name);
      const ranges = foldingRange(filing);
      assert.ok(ranges.length >= 3, name);
      for (const a of ranges) {
        assert.ok(a.startLine < a.endLine && a.endLine < filing.lines.starts.length, name);
        for (const b of ranges)
          assert.ok(
            !(a.startLine < b.startLine && b.startLine <= a.endLine && a.endLine < b.endLine),
            `${name}: ${a.startLine}-${a.endLine} and ${b.startLine}-${b.endLine}`,
          );
      }
    }
  });
});

describe('expand selection', () => {
  const steps = (example: string): string[] => {
    const { filing, position } = atCursor(example);
    const out: string[] = [];
    for (let at = selectionRange(filing, [position])[0]; at; at = at.parent) out.push(textOf(filing, at.range));
    return out.map((text) => (text.length > 40 ? `${text.slice(0, 16)}…${text.slice(-16)}` : text));
  };
  it('goes from value to cell, row, rows, table and document', () => {
    const all = steps(FILING.replace('10,196', '10,1‸96'));
    assert.deepEqual(all.slice(0, 2), ['10,196', ' 10,196 ']);
    assert.match(all[2]!, /^\| Common Stock \|.*\| D \| {2}\|$/s);
    assert.match(all[3]!, /^\| Common Stock.*I \| By Trust \|$/s);
    assert.match(all[4]!, /^Table I - .*I \| By Trust \|$/s);
    assert.equal(all.length, 6);
  });
  it('begins with the marker, and with the words of a note', () => {
    assert.deepEqual(steps(FILING.replace('(1)', '(‸1)')).slice(0, 3), [
      '(1)',
      '<sup>(1)</sup>',
      ' 693 <sup>(1)</sup> ',
    ]);
    assert.deepEqual(steps(FILING.replace('Granted', 'Gran‸ted')).slice(0, 2), [
      'Granted under a plan.',
      '- Granted under a plan.',
    ]);
  });
  it('knows the values of boxes and signatures', () => {
    assert.equal(steps('3. Date of Earliest Transaction (Month/Day/Year) <u>03/0‸7/2022</u>')[0], '03/07/2022');
    assert.equal(steps('Signature: /s/ Rowan ‸J. Alder 03/08/2022')[0], '/s/ Rowan J. Alder');
  });
  it('grows with each step, wherever it begins, in every layout', () => {
    for (const name of ['columns.txt', 'edgarXml.xml', 'html.html', 'markdown.md'])
      for (let filing = layout(name), offset = 0; offset < filing.text.length; offset += 41) {
        const position = filing.lines.position(offset);
        let inner = '';
        for (let at = selectionRange(filing, [position])[0]; at; at = at.parent) {
          const text = textOf(filing, at.range);
          assert.ok(text.includes(inner) && (text.length > inner.length || inner === ''), `${name} at ${offset}`);
          inner = text;
        }
        assert.equal(inner, filing.text);
      }
  });
});
