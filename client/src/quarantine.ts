/** Sets aside a text that the server died over twice, so that the other documents go on. A changed text gets a new chance. */
export class Quarantine {
  readonly #deaths = new Map<string, number>();
  /** What the server was asked about and has not answered, oldest first: address of the document → its text's key. */
  readonly #asked = new Map<string, string>();

  asks(uri: string, text: string): void {
    this.#asked.set(uri, key(text));
  }

  answered(uri: string): void {
    this.#asked.delete(uri);
  }

  /** The server died: the oldest question without an answer was its last. A death while it had nothing to do blames no text. */
  died(): void {
    const [last] = this.#asked.values();
    if (last !== undefined) this.#deaths.set(last, (this.#deaths.get(last) ?? 0) + 1);
    this.#asked.clear();
  }

  holds(text: string): boolean {
    return this.#deaths.size > 0 && (this.#deaths.get(key(text)) ?? 0) >= 2;
  }
}

/** FNV-1a and the length: enough to know a text again, and far cheaper than keeping it. */
function key(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}:${hash >>> 0}`;
}
