/**
 * Filing → the proof: one page of its own to be printed, that counsel and insider look at. No script, nothing loaded from
 * anywhere. With it go what the form does not print: each total with its sum, what was not read, and of which bytes it is.
 */
import { PROOF_MARK } from '../../facts/forms';
import { LAYOUTS } from '../../facts/layouts';
import type { Filing } from '../../filing/model';
import { submissionHeader } from '../unprinted';
import { el, rendered, type HtmlNode } from '../html';
import { printedForm } from '../printedForm/form';
import type { FormRow, PrintedForm } from '../printedForm/model';
import { placed } from '../printedForm/placed';
import { boxes, head } from './boxes';
import { Marks } from './marks';
import { placeWords } from './places';
import { review, type Review } from './review';
import { STYLE, STYLE_HASH } from './style';
import { formTable, notes, remarks, signatures } from './tables';

export interface ProofOptions {
  /** The file's name, as the reader knows it. */
  readonly name?: string;
  /** Of the saved bytes, in hexadecimal digits; null where they are not saved. */
  readonly sha256?: string | null;
  /** Of the program. */
  readonly version?: string;
  /** The form of the filing as a redline, where it is to be one. */
  readonly form?: PrintedForm;
  /** Makes it a review copy. */
  readonly review?: Omit<Review, 'findings'> & { readonly findings: Parameters<typeof placed>[1] };
}

/** Writes the whole page, with a line end at its end. */
export function writeProof(filing: Filing, options: ProofOptions = {}): string {
  const plain = printedForm(filing);
  const form = options.form ?? plain;
  const findings = options.review ? placed(plain, options.review.findings) : [];
  const marks = new Marks(findings.map(({ address }) => address));
  const lineOf = (at: number): number => filing.lines.lineAt(at) + 1;
  const page = el(
    'html',
    { lang: 'en' },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`,
      }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('meta', { name: 'referrer', content: 'no-referrer' }),
      // A folder of filings is looked through by what files say: a proof in it is none.
      el('meta', { name: 'generator', content: PROOF_MARK }),
      el('title', {}, form.title),
      el('style', {}, STYLE),
    ),
    el(
      'body',
      {},
      about(filing, options),
      el(
        'main',
        {},
        head(form, marks),
        boxes(form, marks),
        formTable(form, form.nonDerivativeTable, marks),
        formTable(form, form.derivativeTable, marks),
        notes(form, marks),
        remarks(form, marks),
        signatures(form, marks),
      ),
      el(
        'footer',
        {},
        totals(form),
        unread(form),
        options.review && review(form, { ...options.review, findings }, lineOf),
      ),
    ),
  );
  return `<!DOCTYPE html>\n${rendered(page)}\n`;
}

/** What it is, and of what. */
function about(filing: Filing, { name, sha256, version, form, review: reviewed }: ProofOptions): HtmlNode {
  const { accessionNumber } = submissionHeader(filing);
  const facts: [string, string | undefined][] = [
    ['File', name],
    ['SHA-256', sha256 === null ? 'unsaved' : sha256],
    ['Made by', version === undefined ? undefined : `form4 ${version}`],
  ];
  return el(
    'header',
    { class: 'about' },
    el(
      'h1',
      {},
      accessionNumber === ''
        ? 'Draft, not filed with the SEC'
        : `Made from the submission ${accessionNumber}; not the filing itself`,
    ),
    reviewed && el('p', {}, 'Review copy'),
    form?.against && el('p', {}, redlineWords(form.against)),
    el(
      'dl',
      {},
      facts.map(([term, said]) => said !== undefined && [el('dt', {}, term), ' ', el('dd', {}, said)]),
    ),
  );
}

const redlineWords = ({ name, changes }: NonNullable<PrintedForm['against']>): string =>
  changes === 0
    ? `Redline against ${name}: both say the same.`
    : `Redline against ${name}: ${changes === 1 ? '1 change' : `${changes} changes`}. What it says otherwise is underlined, what the other one says is struck out.`;

/** Each total of a transaction in Table I, with its sum where one of its holding stands before it. */
function totals(form: PrintedForm): HtmlNode {
  const { headings, rows } = form.nonDerivativeTable;
  const at = headings.findIndex(({ column }) => column === 'sharesOwnedFollowingTransaction');
  const traded = rows.filter(({ kind, change }) => kind === 'transaction' && change !== 'removed');
  // Totals of the end of a month are no sums, and behind a row that was not read nothing is.
  const isTold =
    LAYOUTS[form.layout].totals === 'running' && !form.unread.some(({ part }) => part === 'nonDerivativeTable');
  if (!isTold || traded.length === 0) return undefined;
  const said = (words: string | undefined): string => (words === undefined || words === '' ? 'blank' : words);
  const told = ({ sum, cells }: FormRow): readonly string[] =>
    sum
      ? [sum.sum, sum.expected, said(cells[at]?.words), sum.agrees ? 'the same' : 'another number']
      : ['no earlier total of this holding in the filing', '', said(cells[at]?.words), 'nothing to compare with'];
  return el(
    'section',
    { class: 'more' },
    el('h2', {}, 'Totals and their sums'),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ['Where', 'Sum', 'Comes to', 'The form says', ''].map((name) => el('th', { scope: 'col' }, name)),
        ),
      ),
      el(
        'tbody',
        {},
        traded.map((row) =>
          el(
            'tr',
            {},
            [placeWords(form, row.address), ...told(row)].map((words) => el('td', {}, words)),
          ),
        ),
      ),
    ),
  );
}

function unread({ unread: all }: PrintedForm): HtmlNode {
  return el(
    'section',
    { class: 'more' },
    el('h2', {}, 'What was not read'),
    all.length === 0 && el('p', {}, 'Nothing: all of the text that belongs to the form was read.'),
    all.map(({ partName, line, lines, text, more }) => [
      el('p', {}, `Of ${partName}, from line ${line} of the text${lines > 1 ? `, ${lines} lines` : ''}:`),
      text.trim() !== '' && el('pre', { class: 'unread' }, text, more > 0 && `\n… and ${more} characters more`),
    ]),
  );
}
