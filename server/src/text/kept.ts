import type { Span } from './span';

/** Longer pieces are not kept: they would hold on to a long text that is closed already. */
const LONGEST = 65_536;

/**
 * What was last made of a piece of a text, for the next version of that text: from one keystroke to the next most of it
 * stays as it is. What is kept must not be changed by anybody.
 */
export class Kept<T> {
  private piece = '';
  private start = -1;
  private key = '';
  private value: T | undefined;

  /** What `make` gives; not asked again while the same piece stands at the same place. `key`: what else it depends on. */
  of(text: string, { start, end }: Span, key: string, make: () => T): T {
    if (end - start > LONGEST) return make();
    const piece = text.slice(start, end);
    if (this.start !== start || this.key !== key || this.piece !== piece) {
      this.value = make();
      this.piece = piece;
      this.start = start;
      this.key = key;
    }
    return this.value as T;
  }
}
