import { MOST_NOTES } from '../../facts/limits';
import type { Filing, Footnote } from '../../filing/model';
import { citationsOf, isLetter } from '../../filing/queries';
import { schemaSeverity } from '../era';
import type { Edit, Fix, Related, Rule } from '../rule';
import type { Span } from '../../text/span';
import { digitsOf } from './edits';
import { numberingOf, type Numbering } from './numbering';
import { alsoCited, citesNothing } from './words';

const MOST_RELATED = 20;
const isPadded = (label: string): boolean => label.length > 1 && label.startsWith('0') && /^0\d/.test(label);

/** A bullet, or a number as the form has it. */
const isUsual = ({ number, label }: Footnote): boolean =>
  number !== undefined &&
  number <= MOST_NOTES &&
  (label === '' || (number > 0 && !label.startsWith('0') && !isLetter(label)));

function isSomePadded(cited: Numbering['cited']): boolean {
  for (const citations of cited.values()) for (const { marker } of citations) if (isPadded(marker.label)) return true;
  return false;
}

/** A footnote number that the form does not have: 0, too high, with a leading zero, a letter. */
export const footnoteNumber: Rule = {
  id: 'footnote-number',
  family: 'footnotes',
  severity: 'error',
  suspends: true,
  summary: 'A footnote number that the form does not have',
  fixable: true,
  safe: true,
  sign: 'notes',
  check({ filing, filed, report }) {
    const severity = schemaSeverity({ filed });
    const tell = (spans: readonly Span[], message: string, what: string, fixes?: () => readonly Fix[]): void => {
      const [span, ...others] = spans;
      if (span)
        report({
          severity,
          span,
          message,
          related: others.slice(0, MOST_RELATED).map((other) => ({ message: what, span: other })),
          fixes,
        });
    };
    const { list } = filing.footnotes;
    const { oddMarkers, meant, cited } = numberingOf(filing);
    const isPlain = oddMarkers.length === 0 && list.every(isUsual) && !isSomePadded(cited);
    if (isPlain) return;
    const spanOf = (note: Footnote): Span => digitsOf(filing, note);

    const lettered = list.filter(({ label }) => isLetter(label));
    tell(
      lettered.map(spanOf),
      `Expected footnotes numbered 1, 2, 3 and so on; found "(${lettered[0]?.label})". EDGAR knows footnotes by numbers.`,
      'a letter here too',
      () => toNumbers(filing),
    );

    const padded: Span[] = [];
    for (const { marker } of citationsOf(filing)) if (isPadded(marker.label)) padded.push(marker.labelSpan);
    for (const note of list) if (isPadded(note.label)) padded.push(spanOf(note));
    tell(padded, 'Expected a footnote number without a zero before it: 1, not 01.', 'a zero here too', () => [
      unpad(filing, padded),
    ]);

    const zero = list.filter(({ number, label }) => number === 0 && label !== '');
    tell(zero.map(spanOf), `Expected footnote numbers from 1 to ${MOST_NOTES}; found 0.`, 'a 0 here too');

    const beyond = list.filter(({ number }) => number !== undefined && number > MOST_NOTES);
    tell(
      beyond.slice(0, 1).map(({ labelSpan }) => labelSpan),
      `Expected at most ${MOST_NOTES} footnotes, numbered 1 to ${MOST_NOTES}; the filing goes on to ${beyond[beyond.length - 1]?.number}. EDGAR takes no more than ${MOST_NOTES}.`,
      '',
    );

    for (const { label, citations } of beyond.length > 0 ? [] : oddMarkers) {
      const [first, ...others] = citations;
      const related: Related[] = [
        ...(meant ? [{ message: citesNothing(meant), span: meant.labelSpan }] : []),
        ...alsoCited(others),
      ];
      report({
        row: first.row,
        severity,
        span: first.marker.span,
        message: `Expected a footnote number from 1 to ${MOST_NOTES}; found "(${label})".${meant ? ` Did you mean (${meant.number}), which no cell cites?` : ''}`,
        related,
        fixes: () =>
          meant
            ? [
                {
                  title: `Change the marker to (${meant.number})`,
                  edits: citations.map(({ marker }) => ({ span: marker.labelSpan, newText: String(meant.number) })),
                  preferred: true,
                },
              ]
            : [],
      });
    }
  },
};

function unpad(filing: Filing, spans: readonly Span[]): Fix {
  const edits = spans.map((span): Edit => ({
    span,
    newText: filing.text.slice(span.start, span.end).replace(/^0+(?=\d)/, ''),
  }));
  return { title: 'Remove the zeros before footnote numbers', edits, preferred: true, safe: true };
}

/** a, b, c to 1, 2, 3, in the list and in the cells, where the list uses letters and nothing else. */
function toNumbers(filing: Filing): Fix[] {
  const { list } = filing.footnotes;
  const numbers = new Map(list.map(({ label }, at) => [label, String(at + 1)]));
  if (numbers.size < list.length || list.some(({ label }) => !isLetter(label))) return [];
  const edits: Edit[] = list.map((note) => ({ span: digitsOf(filing, note), newText: numbers.get(note.label)! }));
  for (const { marker } of citationsOf(filing)) {
    const newText = numbers.get(marker.label);
    if (newText !== undefined) edits.push({ span: marker.labelSpan, newText });
  }
  return [{ title: 'Number the footnotes 1, 2, 3 and so on', edits, preferred: true, safe: true }];
}
