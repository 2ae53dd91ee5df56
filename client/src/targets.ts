import { l10n, window, type QuickPickItem } from 'vscode';

/** What the server is asked for; a key binding may name it. */
export interface Target {
  readonly to: string;
  readonly schema?: string;
  readonly table?: string;
}
type Choice = QuickPickItem & Target;

/** Every layout that a filing can be written in, as the palette offers them. */
const layouts = (): readonly Choice[] => [
  {
    label: l10n.t('Printed form (HTML)'),
    description: l10n.t('one page, to read in a browser or to print'),
    to: 'html',
  },
  {
    label: l10n.t('EDGAR XML (current)'),
    description: l10n.t('schema X0609, with foreign issuers and addresses'),
    to: 'xml',
  },
  { label: l10n.t('EDGAR XML (before)'), description: l10n.t('schema X0508'), to: 'xml', schema: 'X0508' },
  { label: l10n.t('Tabbed text'), description: l10n.t('the form as text, cells parted by tabs'), to: 'text' },
  { label: l10n.t('Markdown tables'), description: l10n.t('the form as text, tables with pipes'), to: 'piped' },
  { label: l10n.t('JSON'), description: l10n.t('values with their places, for programs'), to: 'json' },
  { label: l10n.t('CSV'), description: l10n.t('one table of the SEC’s insider transactions data sets'), to: 'csv' },
];

const tables = (): readonly Choice[] =>
  (
    [
      ['NONDERIV_TRANS', l10n.t('the transactions of Table I')],
      ['NONDERIV_HOLDING', l10n.t('the holdings of Table I')],
      ['DERIV_TRANS', l10n.t('the transactions of Table II')],
      ['DERIV_HOLDING', l10n.t('the holdings of Table II')],
      ['FOOTNOTES', l10n.t('the footnotes')],
      ['SUBMISSION', l10n.t('the form’s date, boxes, issuer and remarks')],
      ['REPORTINGOWNER', l10n.t('who reports')],
      ['OWNER_SIGNATURE', l10n.t('the signatures')],
    ] as const
  ).map(([table, description]) => ({ label: table, description, to: 'csv', table }));

/** Asks for a layout and, of CSV, for a table; undefined where the user turns it down. */
export async function chooseTarget(title: string, placeHolder: string): Promise<Target | undefined> {
  const pick = (choices: readonly Choice[]): Thenable<Choice | undefined> =>
    window.showQuickPick(choices, { title, placeHolder, matchOnDescription: true });
  const choice = await pick(layouts());
  return choice?.to === 'csv' ? pick(tables()) : choice;
}
