/** What the server remembers of the footnotes of one document: the last state in which markers and notes agreed. */
import { isTyping, since, stateOf, type FootnoteState } from '../features/footnoteHistory';
import { FOOTNOTE_MOVED, withHistory } from '../features/footnoteMoved';
import type { Filing } from '../filing/model';
import type { Finding, Severity } from '../rules/rule';
import { createFormService } from '../service/formService';

const { read } = createFormService();

export class FootnoteHistory {
  #states: (FootnoteState | undefined)[] = [];
  /** What was looked at last; whether markers and notes agree in it, and whether the state was made from it. */
  #seen: ({ readonly filing: Filing; readonly agreed: boolean; readonly kept: boolean } | undefined)[] = [];
  /** The user has said that markers and notes are right as they are: what was committed says nothing against it. */
  #accepted = false;

  /** The findings of one filing of the document, with what is remembered of it; and remembers it, where all agrees. */
  look(
    filing: Filing,
    findings: readonly Finding[],
    rules: Readonly<Record<string, Severity | 'off'>> | undefined,
  ): readonly Finding[] {
    const at = numberOf(filing);
    const seen = this.#seen[at];
    if (seen?.agreed && isTyping(seen.filing, filing)) {
      this.#seen[at] = { filing, agreed: true, kept: false };
      return findings;
    }
    const before = this.#stateAt(at);
    const looked = before ? withHistory(filing, findings, before, rules?.[FOOTNOTE_MOVED]) : findings;
    if (seen && isSame(seen.filing, filing)) return looked;
    // As long as a note has moved without its markers, the state before is what they are measured by.
    const state = !before || since(before, filing).stale.length === 0 ? stateOf(filing) : undefined;
    if (state) this.#states[at] = state;
    this.#seen[at] = { filing, agreed: state !== undefined, kept: true };
    return looked;
  }

  /** The last state in which markers and notes agreed: made when somebody asks, since most that is typed is words. */
  #stateAt(at: number): FootnoteState | undefined {
    const seen = this.#seen[at];
    if (seen && !seen.kept) {
      this.#states[at] = stateOf(seen.filing) ?? this.#states[at];
      this.#seen[at] = { ...seen, kept: true };
    }
    return this.#states[at];
  }

  /** Takes the text as it was committed; whether findings may be others now. */
  committed(text: string, filings: readonly Filing[]): boolean {
    if (this.#accepted) return false;
    let changed = false;
    for (const [at, old] of read(text).entries()) {
      const filing = filings[at];
      const state = stateOf(old);
      if (!filing || !state) continue;
      const before = this.#stateAt(at);
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

const numberOf = ({ part }: Filing): number => (part?.number ?? 1) - 1;

const isSame = (before: Filing, after: Filing): boolean =>
  before.footnotes === after.footnotes &&
  before.nonDerivativeTable === after.nonDerivativeTable &&
  before.derivativeTable === after.derivativeTable;
