/** Which things of the form the findings of a review copy are about, and their numbers there. */
import type { Attributes } from '../html';

export class Marks {
  readonly #numbers = new Map<string, number[]>();

  /** @param addresses what each finding is about, in their order; undefined for one that is about no thing of the form */
  constructor(addresses: readonly (string | undefined)[] = []) {
    addresses.forEach((address, at) => {
      if (address === undefined) return;
      const known = this.#numbers.get(address);
      if (known) known.push(at + 1);
      else this.#numbers.set(address, [at + 1]);
    });
  }

  /** `1, 4`; undefined where nothing is said of it. */
  of(address: string): string | undefined {
    return this.#numbers.get(address)?.join(', ');
  }

  /** The number stands behind the words, drawn by the page's style: the words of the form stay as they are. */
  attributes(address: string): Attributes {
    return { 'data-mark': this.of(address) };
  }
}
