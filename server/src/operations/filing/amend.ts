import { cellOf } from '../../filing/columns';
import type { Filing, Row } from '../../filing/model';
import { lastSigned, rowsOf } from '../../filing/queries';
import { readAll } from '../../readers';
import { dateAs, formDate } from '../../text/days';
import { plain, type Decimal } from '../../text/decimal';
import type { Edit } from '../../text/edits';
import {
  unwritable,
  type Operation,
  type Outcome,
  type OperationContext,
  type Question,
  type Refusal,
} from '../operation';
import { askDay, askText, askWords } from '../rows/answers';
import { dateForm, habitsOf } from '../rows/habits';
import { keepRows } from '../rows/keep';
import { columnsOf } from '../rows/line';
import { remarkEdit } from './remarks';

const TITLE = 'Make this an amendment';

/**
 * Leaves only the lines that differ from the original filing, as General Instruction 9 asks for, and writes box 4 and
 * the note that says what is amended.
 */
export const amendFiling: Operation = {
  id: 'filing.amend',
  kind: 'refactor.rewrite',
  run: (context) => unwritable(context.filing) ?? amended(context),
};

function amended({ filing, answers, today }: OperationContext): Outcome | Question | Refusal {
  const file = askText(answers, {
    answer: 'original',
    title: TITLE,
    prompt: 'Choose the original filing, as it was filed',
    kind: 'file',
  });
  if ('asks' in file) return file;
  const originals = readAll(file.value);
  const ids = new Map<string, number>();
  const known = new Map<string, number>();
  for (const original of originals) {
    const keyOf = linesOf(original, ids);
    for (const row of rowsOf(original)) {
      const key = keyOf(row);
      known.set(key, (known.get(key) ?? 0) + 1);
    }
  }
  if (known.size === 0)
    return { refused: 'Nothing was changed: no row of a Form 4 was found in the file that you chose.' };
  const unchanged = new Set<Row>();
  const keyOf = linesOf(filing, ids);
  for (const row of rowsOf(filing)) {
    const key = keyOf(row);
    const left = known.get(key) ?? 0;
    if (left > 0) {
      unchanged.add(row);
      known.set(key, left - 1);
    }
  }
  const count = rowsOf(filing).length;
  if (unchanged.size === count)
    return {
      refused: 'Nothing was changed: no line here differs from the original. Make the corrections first, then this.',
    };
  const filed = originals.map(lastSigned).find((day) => day !== undefined);
  const box4 = askDay(answers, {
    answer: 'filed',
    title: TITLE,
    left: 1,
    prompt: `Box 4: the day on which the original was filed.${filed === undefined ? '' : ` It was signed on ${formDate(filed)}.`}`,
    ...(filed !== undefined && { value: dateAs(filed, dateForm(filing)) }),
  });
  if ('asks' in box4) return box4;
  if (today !== undefined && box4.value > today)
    return {
      asks: {
        answer: 'filed',
        title: TITLE,
        kind: 'text',
        prompt: 'Box 4: the day on which the original was filed.',
        problem: `${formDate(box4.value)} is still to come.`,
      },
    };
  const note = askWords(answers, {
    answer: 'note',
    title: TITLE,
    prompt: 'What does the amendment change, and why? This goes to the remarks.',
    left: 0,
    value: 'This amendment is filed to correct ',
  });
  if ('asks' in note) return note;
  const set = setBox4(filing, dateAs(box4.value, dateForm(filing)));
  if (!set)
    return {
      refused: 'Nothing was changed: box 4 was not found. Write “4. If Amendment, Date of Original Filed” first.',
    };
  const { edits, dropped, dangling } = keepRows(filing, (row) => !unchanged.has(row));
  const gone = `${unchanged.size === 1 ? '1 line that is' : `${unchanged.size} lines that are`} as in the original`;
  return {
    edits: [...edits, set, remarkEdit(filing, habitsOf(filing).words(note.value))],
    remark: [
      unchanged.size === 0
        ? 'No line is as in the original: all stay.'
        : `Left out: ${gone}${dropped.length > 0 ? ', and the footnotes that only they cite' : ''}.`,
      ...(filed !== undefined && lastSigned(filing) === filed
        ? [`Sign it anew: the signature still has the original’s date, ${formDate(filed)}.`]
        : []),
      ...(dangling ? ['A footnote that is left speaks of one that is gone: look at its words.'] : []),
    ].join(' '),
    changed: { start: set.span.start, end: set.span.start + set.newText.length },
  };
}

/**
 * What a line says, whatever the layout: values, and the words of the footnotes that it cites, of which each has one
 * number in all filings that are compared.
 */
function linesOf(filing: Filing, ids: Map<string, number>): (row: Row) => string {
  const notes = new Map<number | undefined, number>();
  for (const { number, text } of filing.footnotes.list) {
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    notes.set(number, id);
  }
  return (row) => {
    const words = columnsOf(filing, row.table)
      .flat()
      .map((column) => {
        const cell = cellOf(row, column);
        if (!cell) return '';
        const said = isDecimal(cell.value) ? plain(cell.value) : String(cell.value ?? cell.raw);
        return `${said}${cell.markers.map(({ number, label }) => `(${notes.has(number) ? `#${notes.get(number)}` : label})`).join('')}`;
      });
    return `${row.table}|${words.join('|')}`;
  };
}

const isDecimal = (value: unknown): value is Decimal =>
  typeof value === 'object' && value !== null && 'digits' in value;

/** Box 4 written as box 3 is: underlined where that is. */
function setBox4(
  { dateOfOriginalSubmission: cell, periodOfReport, boxes, text }: Filing,
  date: string,
): Edit | undefined {
  if (cell.raw !== '') return { span: cell.span, newText: date };
  const label = boxes.originalFiled;
  if (!label) return undefined;
  const underlined = text.slice(Math.max(0, periodOfReport.span.start - 3), periodOfReport.span.start) === '<u>';
  return { span: { start: label.end, end: label.end }, newText: underlined ? ` <u>${date}</u>` : ` ${date}` };
}
