/** Filings that say of themselves that they are one of several: what is not in them may stand in the next. */
import type { Filing } from './model';

const ONE_OF_SEVERAL =
  /\b(?:first|second|third|one|[123]) of (?:two|three|four|several|[234])\b|\bpart (?:[123]|one|two|three) of\b|\b(?:another|additional|separate|second|other) Forms? 4\b|\bcontinu(?:ed|es) (?:on|in|from) (?:\w{1,10} ){0,2}(?:forms?|filing|report)\b|\bcontinuation (?:form|filing|report|of)\b/i;

/** At thirty rows the form is full and goes on in a second one. */
const FULL = 30;

/** True where rows of the same transactions may stand in another filing. */
export function isOneOfSeveral({ nonDerivativeTable, derivativeTable, footnotes, remarks }: Filing): boolean {
  return (
    nonDerivativeTable.rows.length >= FULL ||
    derivativeTable.rows.length >= FULL ||
    ONE_OF_SEVERAL.test(remarks?.value ?? '') ||
    footnotes.list.some(({ text }) => ONE_OF_SEVERAL.test(text))
  );
}
