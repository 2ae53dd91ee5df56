/**
 * Filing → the printed form as a page of its own: no script, nothing loaded from anywhere, all words of the filing
 * escaped. Table headings, labels and links between markers and notes are there for those who hear the page.
 */
import type { Filing, Footnote, ReportingOwner } from '../filing/model';
import { escapeXml } from '../text/xml';
import { addressOf } from './address';
import { gridOf, type Grid, type GridCell, type Heading } from './grid';
import { EXIT_BOX, FILED_PURSUANT, LEGEND, PLAN_BOX } from './page';
import { printedDate } from './words';

const STYLE =
  'body{font:16px/1.4 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;background:#fff;color:#000}' +
  'html{background:#fff;color-scheme:light}a{color:#00c}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.25rem .4rem;text-align:left;vertical-align:top}' +
  'th{font-weight:600;font-size:.85em}td.number{text-align:right}caption{font-weight:600;text-align:left;padding:.5rem 0}' +
  '.scroll{overflow-x:auto}.boxes{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}' +
  '.box{border:1px solid;padding:.5rem}h1{font-size:1.3rem}h2{font-size:1rem;margin:0 0 .25rem}' +
  '.back::before{content:"\\21a9"}:target{outline:2px solid}@media print{body{margin:0;max-width:none}.scroll{overflow:visible}}';
/** Of STYLE, so that the page may have this style and no other; a test keeps the two together. */
const STYLE_HASH = 'sha256-D1rNDdVPVAuMiwLmxUIaPPUAy1VDLhVJ1/zAidSSyn4=';

/** Writes the whole page, with a line end at its end. */
export function writePrinted(filing: Filing): string {
  const page = new Printed(filing);
  const company = filing.issuer.issuerName.value ?? '';
  const owners = filing.reportingOwners.flatMap((owner) => owner.rptOwnerName.value ?? []);
  const title = [`Form ${filing.documentType}`, company, owners.join('; ')].filter((part) => part !== '').join(' - ');
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...page.body(),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const escaped = (words: string): string => escapeXml(words).replaceAll('"', '&quot;');
const paragraph = (words: string): string => (words === '' ? '' : `<p>${words}</p>`);

class Printed {
  /** How often each note was cited so far: each citation has a place to come back to. */
  private readonly cited = new Map<string, number>();
  private readonly noteIds: ReadonlySet<string>;

  constructor(private readonly filing: Filing) {
    this.noteIds = new Set(filing.footnotes.list.map(labelOf));
  }

  body(): string[] {
    const { filing } = this;
    return [
      '<p>FORM 4</p>',
      '<h1>STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP</h1>',
      '<p>OMB Number: 3235-0287</p>',
      this.box(filing.notSubjectToSection16?.checked ?? false, EXIT_BOX, 'p'),
      ...(filing.aff10b5One ? [this.box(filing.aff10b5One.checked, PLAN_BOX, 'p')] : []),
      `<p>${FILED_PURSUANT}</p>`,
      ...this.boxes(),
      // The tables come first, so that the notes know who cites them.
      ...(['nonDerivativeTable', 'derivativeTable'] as const).flatMap((name) => this.table(gridOf(filing, name), name)),
      ...this.notes(),
      ...(filing.remarks?.value === undefined ? [] : ['<h2>Remarks:</h2>', `<p>${escaped(filing.remarks.value)}</p>`]),
      ...filing.ownerSignatures.map(({ signatureName, signatureDate }) =>
        paragraph(
          [escaped(signatureName.value ?? ''), escaped(printedDate(filing, signatureDate))].filter(Boolean).join(' '),
        ),
      ),
      '<p>** Signature of Reporting Person Date</p>',
      ...LEGEND.map((line) => `<p>${line}</p>`),
    ];
  }

  private boxes(): string[] {
    const { filing } = this;
    const { issuer, reportingOwners, periodOfReport, dateOfOriginalSubmission } = filing;
    const symbol = issuer.issuerTradingSymbol.value;
    const company = [issuer.issuerName.value ?? '', symbol === undefined ? '' : `[ ${symbol} ]`]
      .filter(Boolean)
      .join(' ');
    const section = (heading: string, ...lines: readonly string[]): string =>
      `<section class="box"><h2>${heading}</h2>${lines.filter((line) => line !== '').join('')}</section>`;
    const [first, ...others] = reportingOwners;
    return [
      '<div class="boxes">',
      ...(first ? [section('1. Name and Address of Reporting Person*', ...this.person(first, 0))] : []),
      section('2. Issuer Name and Ticker or Trading Symbol', paragraph(escaped(company))),
      section(
        '3. Date of Earliest Transaction (Month/Day/Year)',
        paragraph(escaped(printedDate(filing, periodOfReport))),
      ),
      section(
        '4. If Amendment, Date of Original Filed (Month/Day/Year)',
        paragraph(escaped(printedDate(filing, dateOfOriginalSubmission))),
      ),
      ...(first?.relationship
        ? [
            section(
              '5. Relationship of Reporting Person(s) to Issuer (Check all applicable)',
              ...this.relationship(first),
            ),
          ]
        : []),
      ...others.flatMap((owner, at) => [
        section('1. Name and Address of Reporting Person*', ...this.person(owner, at + 1)),
        ...(owner.relationship
          ? [section('Relationship of Reporting Person(s) to Issuer', ...this.relationship(owner))]
          : []),
      ]),
      '</div>',
    ];
  }

  private person({ rptOwnerName }: ReportingOwner, at: number): string[] {
    const { street = '', place = '', whole } = addressOf(this.filing, at);
    return [
      paragraph(escaped(rptOwnerName.value ?? '')),
      ...(whole === undefined ? [street, place] : [whole]).map((line) => paragraph(escaped(line))),
    ];
  }

  private relationship(owner: ReportingOwner): string[] {
    const texts = [owner.officerTitle?.value, owner.otherText?.value].map((words) => paragraph(escaped(words ?? '')));
    return [
      this.box(owner.isDirector, 'Director', 'div'),
      this.box(owner.isTenPercentOwner, '10% Owner', 'div'),
      this.box(owner.isOfficer, 'Officer (give title below)', 'div'),
      this.box(owner.isOther, 'Other (specify below)', 'div'),
      ...texts,
    ];
  }

  /** A tick is text: a copy of the page has it too, and so has what a text browser prints of it. */
  private box(checked: boolean, words: string, element: 'p' | 'div'): string {
    const [tick, name] = checked ? ['[X]', 'ticked'] : ['[&nbsp;]', 'not ticked'];
    return `<${element}><span role="img" aria-label="${name}">${tick}</span> ${words}</${element}>`;
  }

  private table(grid: Grid, name: string): string[] {
    return [
      `<div class="scroll" role="region" tabindex="0" aria-labelledby="${name}">`,
      '<table border="1">',
      `<caption id="${name}">${escaped(grid.title)}</caption>`,
      '<thead>',
      ...headings(grid.headings),
      '</thead>',
      '<tbody>',
      ...grid.rows.map((row) => `<tr>${row.map((cell) => this.cell(cell)).join('')}</tr>`),
      '</tbody>',
      '</table>',
      '</div>',
    ];
  }

  private cell({ words, citations }: GridCell): string {
    const number = /^\$?\d[\d,.]*$/.test(words) ? ' class="number"' : '';
    const markers = citations.map((label) => this.citation(label)).join('');
    return `<td${number}>${[escaped(words), markers].filter((part) => part !== '').join(' ')}</td>`;
  }

  /** A marker leads to its note, where there is one. */
  private citation(label: string): string {
    const words = `(${escaped(label)})`;
    if (!this.noteIds.has(label)) return `<sup>${words}</sup>`;
    const count = (this.cited.get(label) ?? 0) + 1;
    this.cited.set(label, count);
    const name = escaped(label);
    return `<sup><a id="cited-${name}-${count}" href="#note-${name}" aria-label="footnote ${name}">${words}</a></sup>`;
  }

  private notes(): string[] {
    const { heading, list } = this.filing.footnotes;
    if (!heading && list.length === 0) return [];
    const seen = new Set<string>();
    return [
      '<h2>Explanation of Responses:</h2>',
      ...list.map((note) => {
        const label = labelOf(note);
        const name = escaped(label);
        const id = seen.has(label) ? '' : ` id="note-${name}"`;
        const back = seen.has(label) ? [] : this.backLinks(name, label);
        seen.add(label);
        return `<p${id}>${[`(${name}) ${escaped(note.text)}`, ...back].join(' ')}</p>`;
      }),
    ];
  }

  /** From a note back to each place that cites it. */
  private backLinks(name: string, label: string): string[] {
    const count = this.cited.get(label) ?? 0;
    return Array.from(
      { length: count },
      (_, at) =>
        `<a class="back" href="#cited-${name}-${at + 1}" aria-label="back to where footnote ${name} is cited, place ${at + 1} of ${count}"></a>`,
    );
  }
}

const labelOf = ({ number, label }: Footnote): string => (number === undefined ? label : String(number));

/** Two lines of headings: each item over its columns, and what those are called. */
function headings(all: readonly Heading[]): string[] {
  const items: string[] = [];
  const parts: string[] = [];
  for (let at = 0; at < all.length;) {
    const { item, part } = all[at]!;
    let end = at + 1;
    while (end < all.length && all[end]!.item === item) end++;
    if (part === '') items.push(`<th scope="col" rowspan="2">${escaped(item)}</th>`);
    else {
      items.push(`<th scope="colgroup" colspan="${end - at}">${escaped(item)}</th>`);
      parts.push(...all.slice(at, end).map((heading) => `<th scope="col">${escaped(heading.part)}</th>`));
    }
    at = end;
  }
  return [`<tr>${items.join('')}</tr>`, `<tr>${parts.join('')}</tr>`];
}
