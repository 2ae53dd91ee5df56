/** The open documents. */
import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { recognise } from '../readers/recognise';
import type { ShelfFor } from './beside';
import { FootnoteHistory } from './footnoteHistory';
import { Snapshot } from './snapshot';

/** The language id. */
export const FORM4 = 'form4';

interface Entry {
  /** Undefined while the text is out of step with the client's: no answer is better than one about another text. */
  document: TextDocument | undefined;
  readonly languageId: string;
  readonly history: FootnoteHistory;
  /** Undefined where the text is no Form 4. */
  snapshot: Snapshot | undefined;
}

/** The texts as the client has them. Messages that make no sense are told to `log` and change nothing else. */
export class Documents {
  readonly #entries = new Map<string, Entry>();
  #serial = 0;
  readonly #session = Math.random().toString(36).slice(2, 8);

  constructor(
    private readonly log: (message: string) => void,
    private readonly shelfFor?: ShelfFor,
  ) {}

  /** The document as it is now; undefined where it is not open, not a Form 4, or out of step. */
  get(uri: unknown): Snapshot | undefined {
    return this.#entries.get(uri as string)?.snapshot;
  }

  /** The text of any open document; undefined where it is not open, or out of step. */
  textOf(uri: string): string | undefined {
    return this.#entries.get(uri)?.document?.getText();
  }

  get uris(): string[] {
    return [...this.#entries.keys()];
  }

  /** Every open document that is a Form 4, as it is now. */
  get snapshots(): Snapshot[] {
    return [...this.#entries.values()].flatMap(({ snapshot }) => (snapshot ? [snapshot] : []));
  }

  open({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    const sound = typeof text === 'string';
    if (!sound) this.log(`${uri} was opened without a text: it is left alone until one comes`);
    const document = sound ? TextDocument.create(uri, languageId, version, text) : undefined;
    const entry = { document, languageId, history: new FootnoteHistory() };
    this.#entries.set(uri, { ...entry, snapshot: this.#snapshot(entry) });
  }

  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const entry = this.#entries.get(uri);
    if (!entry) return this.log(`${uri} was changed but is not open`);
    const before = entry.document?.version;
    // What comes first was done first: a version is only a name, so one that goes back changes nothing.
    if (before !== undefined && !(version > before)) this.log(`${uri}: version ${version} came after ${before}`);
    for (const change of contentChanges) {
      if (!isChange(change)) {
        this.log(`${uri}: a change that cannot be made: it is left alone until its whole text comes`);
        entry.document = undefined;
      } else if (!('range' in change) || !change.range)
        entry.document = TextDocument.create(uri, entry.languageId, version, change.text);
      else if (entry.document) entry.document = TextDocument.update(entry.document, [change], version);
    }
    entry.snapshot = this.#snapshot(entry);
  }

  close(uri: string): void {
    this.#entries.delete(uri);
  }

  #snapshot({
    document,
    languageId,
    history,
  }: Pick<Entry, 'document' | 'languageId' | 'history'>): Snapshot | undefined {
    if (!document) return undefined;
    const text = document.getText();
    if (languageId !== FORM4 && recognise(text) === undefined) return undefined;
    const nextId = (): string => `${this.#session}-${++this.#serial}`;
    return new Snapshot(document.uri, document.version, text, nextId, history, this.shelfFor);
  }
}

const isPlace = (place: { line: unknown; character: unknown } | null | undefined): boolean =>
  Number.isInteger(place?.line) && Number.isInteger(place?.character);

function isChange(change: TextDocumentContentChangeEvent | null | undefined): change is TextDocumentContentChangeEvent {
  if (typeof change?.text !== 'string') return false;
  if (!('range' in change) || change.range === undefined || change.range === null) return true;
  return isPlace(change.range.start) && isPlace(change.range.end);
}
