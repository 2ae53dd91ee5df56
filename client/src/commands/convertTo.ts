import { commands, languages, ViewColumn, window, workspace, type Disposable, type QuickPickItem } from 'vscode';
import type { Gaps } from '../gaps';
import { form4InFront } from '../inFront';
import type { Supervisor } from '../supervisor';

/** What the server is asked for; a key binding may name it. */
interface Target {
  readonly to: string;
  readonly schema?: string;
  readonly table?: string;
}
type Choice = QuickPickItem & Target;

const CHOICES: readonly Choice[] = [
  { label: 'EDGAR XML X0609', description: 'the newer schema, with foreign issuers and addresses', to: 'xml' },
  { label: 'EDGAR XML X0508', description: 'the schema before it', to: 'xml', schema: 'X0508' },
  { label: 'Tabbed text', description: 'the form as text, cells parted by tabs', to: 'text' },
  { label: 'Markdown tables', description: 'the form as text, tables with pipes', to: 'piped' },
  { label: 'Printed form (HTML)', description: 'one page, to read in a browser or to print', to: 'html' },
  { label: 'JSON', description: 'values with their places, for programs', to: 'json' },
  { label: 'CSV', description: 'one table of the SEC’s insider transactions data sets', to: 'csv' },
];

const TABLES: readonly Choice[] = (
  [
    ['NONDERIV_TRANS', 'the transactions of Table I'],
    ['NONDERIV_HOLDING', 'the holdings of Table I'],
    ['DERIV_TRANS', 'the transactions of Table II'],
    ['DERIV_HOLDING', 'the holdings of Table II'],
    ['FOOTNOTES', 'the footnotes'],
    ['SUBMISSION', 'the form’s date, boxes, issuer and remarks'],
    ['REPORTINGOWNER', 'who reports'],
    ['OWNER_SIGNATURE', 'the signatures'],
  ] as const
).map(([table, description]) => ({ label: table, description, to: 'csv', table }));

/** Opens the filing in front in another layout, as a new document beside it that no file has yet. */
export const convertTo = (server: Supervisor, gaps: Gaps): Disposable =>
  commands.registerCommand('form4.convertTo', async (asked?: Target) => {
    const document = form4InFront();
    if (!document) return;
    const position = window.activeTextEditor?.selection.active;
    const target = asked?.to ? asked : await choose(document.uri.path.split('/').at(-1) ?? '');
    if (!target) return;
    const { to, schema, table } = target;
    const uri = document.uri.toString();
    const made = await server.request<{ text: string; languageId: string } | null>('form4/convert', {
      ...{ uri, to, schema, table },
      ...(position && { position: { line: position.line, character: position.character } }),
    });
    if (!made) return void window.showInformationMessage('Not converted: the Form 4 server is not running yet.');
    const known = (await languages.getLanguages()).includes(made.languageId);
    const language = known ? made.languageId : 'plaintext';
    const result = await workspace.openTextDocument({ content: made.text, language });
    if (to === 'xml') gaps.follow(result);
    await window.showTextDocument(result, { viewColumn: ViewColumn.Beside, preview: false });
  });

async function choose(file: string): Promise<Target | undefined> {
  const pick = (choices: readonly Choice[], title: string): Thenable<Choice | undefined> =>
    window.showQuickPick(choices, {
      title,
      placeHolder: 'Opens as a new document beside it',
      matchOnDescription: true,
    });
  const choice = await pick(CHOICES, `Convert ${file} to`);
  return choice?.to === 'csv' ? pick(TABLES, `Convert ${file} to CSV: which table?`) : choice;
}
