/** What the server remembers of the footnotes of one document: the last state in which markers and notes agreed. */
import { isTyping, since, stateOf, type FootnoteState } from './features/footnoteHistory';
import { FOOTNOTE_MOVED, withHistory } from './features/footnoteMoved';
import type { Filing } from './filing/model';
import { readAll } from './readers';
import type { Finding, Severity } from './rules/rule';

/** What `form4/committed` tells: the text of a document in the last commit. */
export interface CommittedParams {
  readonly textDocument: { readonly uri: string };
  readonly text: unknown;
}

export class FootnoteHistory {
  #states: (FootnoteState | undefined)[] = [];
  /** What was looked at last, by the parts of a filing that stay the same objects while they are not edited. */
  #seen: (readonly unknown[] | undefined)[] = [];
  /** The user has said that markers and notes are right as they are: what was committed says nothing against it. */
  #accepted = false;

  /** The findings of one filing of the document, with what is remembered of it; and remembers it, where all agrees. */
  look(
    filing: Filing,
    findings: readonly Finding[],
    rules: Readonly<Record<string, Severity | 'off'>> | undefined,
  ): readonly Finding[] {
    const at = (filing.part?.number ?? 1) - 1;
    const before = this.#states[at];
    const parts = [filing.footnotes, filing.nonDerivativeTable, filing.derivativeTable];
    const state = before && stateOf(filing);
    if (state && isTyping(before, state)) {
      this.#states[at] = state;
      this.#seen[at] = parts;
      return findings;
    }
    const looked = before ? withHistory(filing, findings, before, rules?.[FOOTNOTE_MOVED]) : findings;
    if (parts.every((part, which) => part === this.#seen[at]?.[which])) return looked;
    this.#seen[at] = parts;
    // As long as a note has moved without its markers, the state before is what they are measured by.
    if (!before || since(before, filing).stale.length === 0) this.#states[at] = stateOf(filing) ?? before;
    return looked;
  }

  /** Takes the text as it was committed; whether findings may be others now. */
  committed(text: string, filings: readonly Filing[]): boolean {
    if (this.#accepted) return false;
    let changed = false;
    for (const [at, old] of readAll(text).entries()) {
      const filing = filings[at];
      const state = stateOf(old);
      if (!filing || !state) continue;
      const before = this.#states[at];
      // A change made since the file was opened is known better from what was read then.
      if (before && (since(before, filing).stale.length > 0 || since(state, filing).stale.length === 0)) continue;
      this.#states[at] = state;
      this.#seen[at] = undefined;
      changed = true;
    }
    return changed;
  }

  /** Markers and notes are right as they are now. */
  accept(filings: readonly Filing[]): void {
    this.#accepted = true;
    this.#states = filings.map((filing) => stateOf(filing));
    this.#seen = [];
  }
}
