/** Lines above the form, its tables and its notes, for whoever turns them on. */
import type { CodeLens } from 'vscode-languageserver-protocol';
import { holdingOf } from '../filing/holdings';
import type { Filing, Row, Table } from '../filing/model';
import { count, quote } from '../rules/words';
import { grouped } from '../text/decimal';
import { citationsOfNote } from './citations';

/** More than this is no overview any more. */
export const MOST_LENSES = 300;
/** A table has many holdings at times: so many are named. */
const MOST_HOLDINGS = 3;

/** A command of the client that stands above the form. */
export interface LensCommand {
  readonly title: string;
  readonly command: string;
}

/** @param commands what the client can do with a filing; none for one that has no such commands */
export function codeLenses(filings: readonly Filing[], commands: readonly LensCommand[]): CodeLens[] {
  const lenses = filings.flatMap((filing) => [
    ...commands.map(({ title, command }) => ({
      ...lens(filing, formStart(filing), title),
      command: { title, command },
    })),
    ...tableLens(filing, filing.nonDerivativeTable, true),
    ...tableLens(filing, filing.derivativeTable, false),
    ...noteLenses(filing),
  ]);
  const next = lenses[MOST_LENSES];
  if (!next) return lenses;
  const title = `… ${count(lenses.length - MOST_LENSES, 'more line')} like these not shown`;
  return [...lenses.slice(0, MOST_LENSES), { range: next.range, command: { title, command: '' } }];
}

function lens({ lines }: Filing, offset: number, title: string): CodeLens {
  const { line } = lines.position(offset);
  const start = { line, character: 0 };
  return { range: { start, end: start }, command: { title, command: '' } };
}

function formStart({ text, part }: Filing): number {
  const from = part?.span.start ?? 0;
  return from + /^\s{0,999}/.exec(text.slice(from, from + 999))![0].length;
}

function tableLens(filing: Filing, table: Table<Row>, runs: boolean): CodeLens[] {
  if (!table.title) return [];
  const held = runs ? heldAfter(table.rows) : [];
  const shown = held.slice(0, MOST_HOLDINGS);
  if (held.length > MOST_HOLDINGS) shown.push(`${held.length - MOST_HOLDINGS} more`);
  const words = [count(table.rows.length, 'row'), ...(shown.length > 0 ? [`held after: ${shown.join('; ')}`] : [])];
  return [lens(filing, table.title.start, words.join(' · '))];
}

/** `11,587 Common Stock, direct`: the last total of each holding, in the order in which they come. */
function heldAfter(rows: readonly Row[]): string[] {
  const last = new Map<string, Row>();
  for (const row of rows) if (row.sharesOwnedFollowingTransaction.value) last.set(holdingOf(row), row);
  return [...last.values()].map((row) => {
    const { securityTitle, directOrIndirectOwnership, natureOfOwnership, sharesOwnedFollowingTransaction } = row;
    const owner = directOrIndirectOwnership.value === 'I' ? (natureOfOwnership.value ?? 'indirect') : 'direct';
    const title = securityTitle.value === undefined ? '' : ` ${unquoted(securityTitle.value)}`;
    return `${grouped(sharesOwnedFollowingTransaction.value!)}${title}, ${unquoted(owner)}`;
  });
}

/** A piece of the filing on one line, cut where it is long. */
const unquoted = (words: string): string => quote(words).slice(1, -1);

function noteLenses(filing: Filing): CodeLens[] {
  return filing.footnotes.list.map((note) => {
    const times = citationsOfNote(filing, note).length;
    return lens(filing, note.span.start, times === 0 ? 'not cited' : `cited ${count(times, 'time')}`);
  });
}
