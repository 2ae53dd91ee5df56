/** What a filing says otherwise than the one before it, or than the one that it amends: which those are, and the page. */
import type { Filing } from '../filing/model';
import { candidatesFor, isAmendment } from '../ledger/amendments';
import { lastOf } from '../ledger/checks/check';
import { compareFilings } from '../ledger/compare/compare';
import { comparisonAsMarkdown } from '../ledger/compare/words';
import type { Entry } from '../ledger/entry';
import type { Shelf } from '../ledger/shelf';
import type { Against, Compared, CompareParams, ComparableParams, Received } from '../protocol';
import { isForm4Type } from '../facts/forms';
import { shownPath } from '../text/uris';
import { createFormService } from '../service/formService';
import { formDate, type Day } from '../text/days';
import { entriesOf, pastsOf } from './beside';
import { isPlace, type DocumentConfig } from './documentConfigs';
import { linksTo, nameOf } from './pages';
import type { Snapshot } from './snapshot';
import type { WorkspaceFilings } from './workspaceFilings';

const { read } = createFormService();

/** So many filings are offered to choose from. */
const MOST = 60;

/** `form4/comparable`: the filings with which a filing can be compared, the likeliest first. */
export async function comparable(
  { filings: [filing], uri }: Snapshot,
  { with: what }: Received<ComparableParams, 'textDocument'>,
  { previousFiling }: DocumentConfig,
  others: WorkspaceFilings,
): Promise<Compared[]> {
  await others.known();
  const shelf = others.shelf(isPlace(previousFiling) ? previousFiling : '');
  if (!filing || !shelf) return [];
  const found = what === 'original' ? originalsOf(shelf, uri, filing) : beforeOf(shelf, uri, filing);
  return found.slice(0, MOST).flatMap((entry) => {
    const address = others.addressOf(entry);
    if (address === undefined) return [];
    const { filing: number } = entry.source;
    return [{ uri: address, ...(number !== undefined && { filing: number }), about: aboutOf(entry) }];
  });
}

function beforeOf(shelf: Shelf, uri: string, filing: Filing): Entry[] {
  const last = pastsOf(shelf, uri, filing)?.pasts.map(lastOf).find(Boolean);
  return last ? [last] : [];
}

/** By box 4, the day on which the original was filed; where it is blank, every filing that may be meant, the last first. */
function originalsOf(shelf: Shelf, uri: string, filing: Filing): Entry[] {
  const [entry] = entriesOf(uri, filing.text, [filing]);
  const besides = shelf.besides(entry!);
  if (entry!.dateOfOriginalSubmission !== undefined) return candidatesFor(entry!, besides);
  return besides.filter((one) => !isAmendment(one)).reverse();
}

/** `signed 03/08/2022 · 2 rows: S 690 → 48,310`: what tells it from others of its person. */
function aboutOf({ filed, signed, periodOfReport, documentType, steps }: Entry): string {
  const day = (name: string, value: Day | undefined): string[] =>
    value === undefined ? [] : [`${name} ${formDate(value)}`];
  const codes = [...new Set(steps.map(({ transactionCode }) => transactionCode).filter((code) => code !== ''))];
  return [
    `Form ${documentType}`,
    ...day('filed', filed),
    ...day('signed', signed),
    ...day('of', periodOfReport),
    ...(codes.length > 0 ? [codes.join(', ')] : []),
  ].join(' · ');
}

/** The filing of another text, which may be gone. */
async function filingIn(
  { uri, filing }: { readonly uri: string; readonly filing: unknown },
  textOf: (uri: string) => Promise<string | undefined>,
): Promise<Filing | undefined> {
  const text = await textOf(uri);
  const filings = text === undefined ? [] : read(text);
  return filings.find(({ part }) => part?.number === filing) ?? filings[0];
}

/** The other filing of a redline, and what it is called. */
export interface Before {
  readonly filing: Filing;
  readonly name: string;
}

/** The filing that a form is to be a redline against; undefined where none was asked for, or it is gone. */
export async function filingAgainst(
  against: unknown,
  textOf: (uri: string) => Promise<string | undefined>,
): Promise<Before | undefined> {
  const { uri, filing, name } = (typeof against === 'object' && against !== null ? against : {}) as Partial<Against>;
  if (typeof uri !== 'string') return undefined;
  const found = await filingIn({ uri, filing }, textOf);
  return found && isForm4Type(found.documentType)
    ? { filing: found, name: typeof name === 'string' ? name : shownPath(uri) }
    : undefined;
}

/** `form4/compare`: the page in Markdown; null where the other filing is gone. */
export async function comparedWith(
  snapshot: Snapshot,
  params: Received<CompareParams, 'textDocument'>,
  textOf: (uri: string) => Promise<string | undefined>,
): Promise<string | null> {
  const {
    filings: [filing],
  } = snapshot;
  const other = params.other as Partial<CompareParams['other']> | undefined;
  if (!filing || typeof other?.uri !== 'string') return null;
  const before = await filingIn({ uri: other.uri, filing: other.filing }, textOf);
  if (!before) return null;
  const title = params.with === 'original' ? 'Compared with the original' : 'Compared with the filing before';
  const page = { textDocument: { uri: other.uri }, name: other.name, link: other.link };
  const links = { before: linksTo(other.uri, other.link), after: linksTo(snapshot.uri, params.link) };
  return comparisonAsMarkdown(compareFilings(before, filing), [nameOf(page), nameOf(params)], {
    title,
    linkTo: (of, line, character) => links[of](line, character),
  });
}
