/** What changed in the tokens of a document since the client was last told, so that a keystroke costs few bytes. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';

const TOKEN = 5;

/** The last tokens that were told of each document. */
export class TokenDeltas {
  readonly #told = new Map<string, { resultId: string; data: readonly number[] }>();
  #serial = 0;

  /** All tokens, remembered for the next delta. */
  full(uri: string, data: number[]): SemanticTokens {
    const resultId = String(++this.#serial);
    this.#told.set(uri, { resultId, data });
    return { resultId, data };
  }

  /** The one stretch that is another since `previousResultId`; all tokens where that is not what was last told. */
  delta(uri: string, previousResultId: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const told = this.#told.get(uri);
    const { resultId } = this.full(uri, data);
    if (told?.resultId !== previousResultId) return { resultId, data };
    const before = told.data;
    const shorter = Math.min(before.length, data.length);
    let same = 0;
    while (same < shorter && before[same] === data[same]) same++;
    same -= same % TOKEN;
    let behind = 0;
    while (behind < shorter - same && before[before.length - 1 - behind] === data[data.length - 1 - behind]) behind++;
    behind -= behind % TOKEN;
    const deleteCount = before.length - same - behind;
    const added = data.slice(same, data.length - behind);
    if (deleteCount === 0 && added.length === 0) return { resultId, edits: [] };
    return { resultId, edits: [{ start: same, deleteCount, ...(added.length > 0 ? { data: added } : {}) }] };
  }

  forget(uri: string): void {
    this.#told.delete(uri);
  }
}
