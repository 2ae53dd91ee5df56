/** Families and severities, settings, drafts, eras, and what one root cause silences. */
import assert from 'node:assert/strict';
import { read } from '../../../server/src/readers';
import { CATALOGUE, ruleOf } from '../../../server/src/rules/catalogue';
import { ROOT_CAUSES } from '../../../server/src/rules/rootCauses';
import { check, type CheckOptions } from '../../../server/src/rules/run';
import { filingAround, findings, marked } from '../harness';

const all = (example: string, options?: CheckOptions): string[] =>
  findings(filingAround(example), options).map(({ severity, rule }) => `${severity} ${rule}`);

/** The families, by which settings name many rules at once. */
const FAMILIES: Record<string, string> = {
  rows: 'unread cells-exchanged row-cells duplicate-row holding-repeats-row table-rows no-transaction',
  codes:
    'code-form5-suffix code-v-cell code-unknown code-k-alone code-v-in-code code-multiple code-table code-j-footnote code-l-limit gift-early voluntary-unneeded exercise-leg side-invalid code-side code-owner exercise-pair',
  limits: 'number-format amount-zero field-missing field-too-long underlying-amount',
  dates:
    'date-format date-range date-after-signature box-3 deemed-date filed-late closed-day derivative-dates plan-adopted',
  boxes:
    'owner-twice signature relationship amendment other-form plan-box signed-for ticker-blank trojan-text placeholder',
  ownership:
    'ownership-form nature-with-direct nature-missing cell-needs-footnote title-drift title-table underlying-itself',
  holdings:
    'holdings-total-missing holdings-drift holdings-order holdings-total holdings-below-acquired holdings-digit',
  prices:
    'price-missing price-zero price-column-8 price-like-total price-of-exercise price-outlier gift-price average-out-of-range average-range-missing average-range-wide average-undertaking exercise-price withhold-price withhold-amount',
  xml: 'xml-wellformed xml-structure owner-ccc footnote-on-side',
  series: 'opening left-unchanged holding-gone grant-not-reduced grant-over',
  footnotes:
    'footnotes-heading footnote-number footnote-duplicate footnote-undefined footnote-unreferenced footnote-twice footnote-too-long footnote-empty footnote-order footnote-moved see-footnote footnote-crossref footnote-place code-against-note',
};
/** The severity of the plain case, where it is not error. */
const SEVERITIES: Record<string, string> = {
  warning:
    'unread duplicate-row holding-repeats-row code-table code-l-limit gift-early deemed-date derivative-dates plan-box trojan-text holdings-drift holdings-order price-zero price-column-8 price-like-total gift-price average-out-of-range average-range-missing average-range-wide exercise-price withhold-price footnote-empty footnote-crossref footnotes-heading code-against-note exercise-pair plan-adopted title-table opening left-unchanged cells-exchanged footnote-place owner-ccc',
  information:
    'other-form code-owner footnote-moved voluntary-unneeded exercise-leg filed-late closed-day average-undertaking withhold-amount signed-for underlying-amount underlying-itself ticker-blank holding-gone grant-not-reduced grant-over price-of-exercise price-outlier',
  hint: 'title-drift holdings-digit footnote-order see-footnote',
};
const sorted = (list: readonly string[]): string[] => [...list].sort();

describe('the catalogue', () => {
  it('has each rule in its family', () => {
    for (const [family, ids] of Object.entries(FAMILIES))
      assert.deepEqual(
        sorted(CATALOGUE.filter((rule) => rule.family === family).map(({ id }) => id)),
        sorted(ids.split(' ')),
        family,
      );
    assert.equal(CATALOGUE.length, Object.values(FAMILIES).join(' ').split(' ').length);
  });
  it('has the severity of each rule', () => {
    for (const [severity, ids] of Object.entries(SEVERITIES))
      assert.deepEqual(
        sorted(CATALOGUE.filter((rule) => rule.severity === severity).map(({ id }) => id)),
        sorted(ids.split(' ')),
        severity,
      );
    const others = Object.values(SEVERITIES).join(' ').split(' ').length;
    assert.equal(CATALOGUE.filter(({ severity }) => severity === 'error').length, CATALOGUE.length - others);
  });
  it('knows what is off, and what a draft lowers', () => {
    const ids = (key: 'off' | 'draftInformation'): string[] =>
      CATALOGUE.filter((rule) => rule[key]).map(({ id }) => id);
    assert.deepEqual(ids('off'), ['exercise-leg']);
    assert.deepEqual(sorted(ids('draftInformation')), [
      'amendment',
      'box-3',
      'no-transaction',
      'plan-box',
      'relationship',
      'signature',
    ]);
    assert.equal(ruleOf('box-3')?.id, 'box-3');
    assert.equal(ruleOf('box-4'), undefined);
  });
  it('knows which rules have nothing to say of a row that is plain', () => {
    const ids =
      'amount-zero cell-needs-footnote cells-exchanged code-form5-suffix code-k-alone code-multiple code-side code-table code-unknown code-v-cell code-v-in-code date-format deemed-date field-missing field-too-long footnote-on-side holdings-below-acquired holdings-total-missing nature-missing nature-with-direct number-format ownership-form price-missing price-zero row-cells side-invalid voluntary-unneeded';
    assert.deepEqual(sorted(CATALOGUE.filter(({ oddRows }) => oddRows).map(({ id }) => id)), ids.split(' '));
  });
  it('runs each cause before what it silences, and knows every rule that a cause names', () => {
    const place = (id: string): number => CATALOGUE.findIndex((rule) => rule.id === id);
    for (const { rule, silences } of ROOT_CAUSES) {
      assert.ok(place(rule) >= 0, rule);
      if (silences !== '*') for (const other of silences) assert.ok(place(other) > place(rule), `${rule} ${other}`);
    }
  });
});

describe('settings', () => {
  const unknown = '| Common Stock | 03/07/2022 |  | Q |  | 100 | A | \\$0 | 1,000 | D |  |';
  it('give a rule another severity, or turn it off', () => {
    assert.deepEqual(all(unknown), ['error code-unknown']);
    assert.deepEqual(all(unknown, { rules: { 'code-unknown': 'hint' } }), ['hint code-unknown']);
    assert.deepEqual(all(unknown, { rules: { 'code-unknown': 'off' } }), []);
    assert.deepEqual(all(unknown, { rules: { 'code-table': 'off' } }), ['error code-unknown']);
  });
  it('give it in a draft too', () => {
    const blank = unknown.replace('Q', ' ') + '\nSignature:';
    assert.deepEqual(all(blank, { rules: { 'code-unknown': 'error', signature: 'off' } }), ['error code-unknown']);
  });
  it('turn a cause off without waking what it silences', () => {
    const slid = '| Common Stock | 03/07/2022 |  |  | A | 100 | A | \\$0 | 1,000 | D |  | X |';
    assert.deepEqual(all(slid), ['error row-cells']);
    assert.deepEqual(all(slid, { rules: { 'row-cells': 'off' } }), []);
    const turned = [
      '| Common Stock | 03/07/2022 |  | A |  | 10 | A | \\$0 | 110 | D |  |',
      '| Common Stock | 03/07/2022 |  | P |  | 20 | D | \\$5 | 130 | D |  |',
    ].join('\n');
    assert.deepEqual(all(turned), ['error code-side']);
    assert.deepEqual(all(turned, { rules: { 'code-side': 'off' } }), []);
  });
});

describe('a draft', () => {
  const blank = '| Common Stock |  |  | A |  | 100 | A | \\$0 | 1,000 | D |  |\nSignature:';
  it('hears what is not there yet as an information, and what is wrong as ever', () => {
    assert.deepEqual(sorted(all(blank)), ['information date-format', 'information signature']);
    assert.deepEqual(sorted(all(blank.replace('| A |  | 100', '| Q |  | 100'))), [
      'error code-unknown',
      'information date-format',
      'information signature',
    ]);
  });
  it('is judged like a filing before it goes', () =>
    assert.deepEqual(sorted(all(blank, { beforeFiling: true })), ['error date-format', 'error signature']));
  it('ends with the first date of a signature', () => {
    const two = blank.replace('Signature:', 'Signature: /s/ Rowan J. Alder 03/08/2022');
    assert.deepEqual(all(two), ['error date-format']);
  });
});

describe('the era', () => {
  /** What EDGAR's schema asks for is an error since June 30, 2003. */
  const priced = (date: string, signature: string): string =>
    `| Common Stock | ${date} |  | A |  | 1,39 | A | \\$0 | 1,000 | D |  |\n3. Date of Earliest Transaction (Month/Day/Year) <u>${date}</u>\nSignature: ${signature}`;
  const era = (date: string, signature: string, options?: CheckOptions): string | undefined =>
    all(priced(date, signature), options).find((one) => one.endsWith('number-format'));

  it('goes by the signature', () => {
    assert.equal(era('06/27/2003', '/s/ Rowan J. Alder 06/30/2003'), 'error number-format');
    assert.equal(era('06/26/2003', '/s/ Rowan J. Alder 06/27/2003'), 'information number-format');
  });
  it('goes by the last transaction of either table where nobody has signed', () => {
    assert.equal(era('06/30/2003', ''), 'error number-format');
    assert.equal(era('06/27/2003', ''), 'information number-format');
    const option = (date: string): string =>
      `Table II\n| Option | \\$10 | ${date} |  | A |  | 100 |  | (1) | 03/07/2031 | Common Stock | 100 | \\$0 | 100 | D |  |\n1. Vests in a year.`;
    const both = (date: string): string[] => all(`${priced('06/27/2003', '')}\n${option(date)}`);
    assert.ok(both('06/30/2003').includes('error number-format'));
    assert.ok(both('06/27/2003').includes('information number-format'));
  });
  it('goes by box 3 where no row has a date', () => {
    const blank = (date: string): string | undefined =>
      all(priced(date, '').replace(`| ${date} |`, '|  |')).find((one) => one.endsWith('number-format'));
    assert.equal(blank('06/30/2003'), 'error number-format');
    assert.equal(blank('06/27/2003'), 'information number-format');
  });
  it('goes by the signature before a year that is a slip, and before filing by the day of the check', () => {
    assert.equal(era('06/30/2003', '/s/ Rowan J. Alder 06/30/0003'), 'error number-format');
    assert.equal(era('06/27/2003', '/s/ Rowan J. Alder 06/30/0003'), 'information number-format');
    const today = { beforeFiling: true, today: 19000 };
    assert.equal(era('06/27/2003', '', today), 'error number-format');
    assert.equal(era('06/27/2003', '/s/ Rowan J. Alder 06/27/2003', today), 'information number-format');
    assert.equal(era('06/27/2003', '', { today: 19000 }), 'information number-format');
  });
});

describe('what is found', () => {
  it('comes in the order of the text', () => {
    const { text } = marked(
      filingAround(
        [
          '| Common Stock | 03/07/2022 |  | A |  | 100 | A | \\$0 | 1,0000 | D |  |',
          '| Common Stock | 03/07/2022 |  | Q |  | 1,39 | A | \\$0 | 100 | X |  |',
        ].join('\n'),
      ),
    );
    const starts = findings(text).map(({ span }) => span.start);
    assert.ok(starts.length > 3);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });
  it('points nowhere else where a rule has no other place to show', () =>
    assert.deepEqual(findings(filingAround('Signature:'))[0]?.related, []));
  it('offers no fix where words have their place on the page', () => {
    const filing = read(filingAround('| Common Stock | 03/07/2022 |  | a |  | 100 | A | \\$0 | 1,000 | D |  |'));
    const fixes = (layout: typeof filing.layout): number => check({ ...filing, layout })[0]!.fixes().length;
    assert.equal(fixes('piped'), 1);
    assert.equal(fixes('columns'), 0);
    assert.equal(fixes('ascii'), 0);
  });
  it('minds what a layout prints', () => {
    const rules = (example: string, layout: ReturnType<typeof read>['layout']): string[] =>
      check({ ...read(filingAround(example)), layout }, { today: 30000 }).map(({ rule }) => rule);
    const short = '| Common Stock | 3/7/22 |  | A |  | 100 | A | \\$0 | 1,000 | D |  |';
    for (const layout of ['tabbed', 'piped', 'edgarXml', 'submission'] as const)
      assert.deepEqual(rules(short, layout), ['date-format'], layout);
    for (const layout of ['markdown', 'html', 'columns', 'ascii'] as const)
      assert.deepEqual(rules(short, layout), [], layout);
    const boxless = filingAround(
      '| Common Stock | 04/03/2023 |  | A |  | 1 | A | \\$0 | 9 | D |  |\n3. Date of Earliest Transaction (Month/Day/Year) <u>04/03/2023</u>\nSignature: /s/ Rowan J. Alder 04/04/2023',
    ).replace(/Check this box to indicate.*\n/, '');
    for (const layout of ['tabbed', 'piped', 'columns'] as const)
      assert.deepEqual(rules(boxless, layout), ['plan-box'], layout);
    for (const layout of ['markdown', 'html', 'ascii'] as const) assert.deepEqual(rules(boxless, layout), [], layout);
  });
});
