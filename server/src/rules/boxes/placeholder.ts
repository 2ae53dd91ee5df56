import type { Filing } from '../../filing/model';
import { isNamed, rowsOf } from '../../filing/queries';
import { blanksIn } from '../../text/snippet';
import { encloses, type Span } from '../../text/span';
import { PLACEHOLDER } from '../footnotes/edits';
import { numberingOf } from '../footnotes/numbering';
import type { Rule, RuleContext } from '../rule';

/**
 * What our own commands write where the filer is to write: “[Explain here]” in a note, `‹street›` in box 1. An error, since
 * nobody means it to be filed. A blank of what another rule asks for is told by that rule.
 */
export const placeholder: Rule = {
  id: 'placeholder',
  family: 'boxes',
  severity: 'error',
  summary: 'A place that is still to be filled in',
  sign: 'placeholders',
  check(context) {
    const { filing, report } = context;
    const { start, end } = filing.part?.span ?? { start: 0, end: filing.text.length };
    for (const span of [...explanationsIn(filing), ...blanksIn(filing.text, start, end)]) {
      const words = filing.text.slice(span.start, span.end);
      const what = wanted(context, span, words);
      if (what === undefined) continue;
      const message = `Expected ${what}; found “${words}”, which only holds the place until it is filled in.`;
      report({ incomplete: true, span, message });
    }
  },
};

function explanationsIn({ text, footnotes, remarks }: Filing): Span[] {
  const found: Span[] = [];
  for (const { start, end } of [...footnotes.list.map(({ textSpan }) => textSpan), ...(remarks ? [remarks.span] : [])])
    for (let at = text.indexOf(PLACEHOLDER, start); at >= 0 && at < end; at = text.indexOf(PLACEHOLDER, at + 1))
      found.push({ start: at, end: at + PLACEHOLDER.length });
  return found;
}

/** The blanks of boxes 1 to 5 that other rules ask for, by their names (operations/filing/blankForm.ts). */
const ASKED_FOR = /^‹(?:last first middle|company|ticker|date|title of the officer|what the person is)›$/;
const SIGNATURE = '‹signature›';
const DATE_SIGNED = '‹date signed›';

/** What belongs in a place; undefined where another rule has said that it is missing. */
function wanted({ filing, accused }: RuleContext, span: Span, words: string): string | undefined {
  const { lines, nonDerivativeTable, derivativeTable, footnotes, remarks, ownerSignatures, reportingOwners } = filing;
  // A blank at the end of a note reads as nothing: the note ends before it.
  const note = footnotes.list.find(({ span: { start, end } }) =>
    encloses({ start, end: lines.lineSpan(lines.lineAt(end)).end }, span),
  );
  if (note) {
    const isTold = note.text === '' || numberingOf(filing).uncited.includes(note);
    return isTold ? undefined : `an explanation in footnote ${note.number ?? note.label}`;
  }
  if (remarks && encloses(remarks.span, span)) return 'words in the remarks';
  const row = rowsOf(filing).find((one) => encloses(one.span, span));
  if (row) return accused(row) ? undefined : 'a value in the row, or nothing';
  if (span.end <= Math.min(nonDerivativeTable.span.start, derivativeTable.span.start)) {
    const isTold = reportingOwners.length < 2 && ASKED_FOR.test(words);
    return isTold ? undefined : 'what the form asks for here';
  }
  const isTold = ownerSignatures.some(
    (each) => (words === DATE_SIGNED && each.signatureDate.raw === '') || (words === SIGNATURE && !isNamed(each)),
  );
  return isTold ? undefined : 'what the form asks for here';
}
