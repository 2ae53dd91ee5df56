/** What a program puts before the names of EDGAR's elements. */
import type { Span } from '../text/span';

/** Before the first name of an ownership document: `ns1:`, as programs write XML that they have read and put in a namespace. */
const PREFIXED = /<([\w.-]{1,40}:)ownershipDocument\b/;

/** The prefix of the ownership document between two offsets; undefined where it has none. */
export function prefixIn(text: string, from: number, to: number): { words: string; span: Span } | undefined {
  const at = text.indexOf(':ownershipDocument', from);
  if (at < 0 || at >= to) return undefined;
  const start = text.lastIndexOf('<', at);
  const words = start < from ? undefined : PREFIXED.exec(text.slice(start, at + ':ownershipDocument'.length + 1))?.[1];
  return words === undefined ? undefined : { words, span: { start: start + 1, end: at + 1 } };
}
