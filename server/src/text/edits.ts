/** Changes of a text. */
import type { Span } from './span';

/** A stretch of a text and what stands there instead. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** The text with its edits made; they do not overlap, and of two at one place the first comes first. */
export function applied(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    out += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return out + text.slice(at);
}
