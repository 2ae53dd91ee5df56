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
const filingIn = (text: string | undefined, nth: unknown): Filing | undefined => {
  const filings = text === undefined ? [] : read(text);
  return filings.find(({ part }) => part?.number === nth) ?? filings[0];
};

/** The other filing of a redline, and what it is called. */
export interface Before {
  readonly filing: Filing;
  readonly name: string;
}

/**
 * The filings that forms are redlines against. A redline is made anew at each key: the other file is read once, and again when
 * it has changed.
 */
export class OtherFilings {
  /** The texts of files; one that is open has its own. */
  readonly #texts = new Map<string, Promise<string | undefined>>();
  #last: { readonly text: string; readonly nth: unknown; readonly filing: Filing | undefined } | undefined;

  constructor(
    private readonly openText: (uri: string) => string | undefined,
    private readonly fileText: (uri: string) => Promise<string | undefined>,
  ) {}

  /** Files have changed: each is read again when it is needed next. */
  forget(): void {
    this.#texts.clear();
  }

  /** The filing that a form is to be a redline against; undefined where none was asked for, or it is gone. */
  async against(asked: unknown): Promise<Before | undefined> {
    const { uri, filing: nth, name } = (typeof asked === 'object' && asked !== null ? asked : {}) as Partial<Against>;
    if (typeof uri !== 'string') return undefined;
    const text = this.openText(uri) ?? (await this.#textOf(uri));
    if (text === undefined) return undefined;
    if (this.#last?.text !== text || this.#last.nth !== nth) this.#last = { text, nth, filing: filingIn(text, nth) };
    const { filing } = this.#last;
    return filing && isForm4Type(filing.documentType)
      ? { filing, name: typeof name === 'string' ? name : shownPath(uri) }
      : undefined;
  }

  #textOf(uri: string): Promise<string | undefined> {
    let text = this.#texts.get(uri);
    if (!text) this.#texts.set(uri, (text = this.fileText(uri)));
    return text;
  }
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
  const before = filingIn(await textOf(other.uri), other.filing);
  if (!before) return null;
  const title = params.with === 'original' ? 'Compared with the original' : 'Compared with the filing before';
  const page = { textDocument: { uri: other.uri }, name: other.name, link: other.link };
  const links = { before: linksTo(other.uri, other.link), after: linksTo(snapshot.uri, params.link) };
  return comparisonAsMarkdown(compareFilings(before, filing), [nameOf(page), nameOf(params)], {
    title,
    linkTo: (of, line, character) => links[of](line, character),
  });
}
