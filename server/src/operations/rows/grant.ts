/** Which option, unit or other derivative security is exercised. */
import { isBlank } from '../../filing/columns';
import { classOf, holdingOf } from '../../filing/holdings';
import type { DerivativeRow, Filing } from '../../filing/model';
import { formDate } from '../../text/days';
import { grouped, plain, type Decimal } from '../../text/decimal';
import type { Span } from '../../text/span';
import type { Choice, Question, Refusal } from '../operation';
import { askAmount, askChoice, askDay, askNumber, askWords, type Answers } from './answers';
import { habitsOf } from './habits';
import { writtenOf, type Written } from './line';
import { rowHere } from './place';

export interface Grant {
  /** Its terms, title and ownership as they are to be written. */
  readonly written: Written;
  /** The last row of it; undefined where Table II has none. */
  readonly row: DerivativeRow | undefined;
  /** How many are left before this exercise. */
  readonly left: Decimal;
  readonly price: Decimal | undefined;
  /** The title of what is received, in plain words. */
  readonly underlying: string;
  readonly ownership: 'D' | 'I';
  readonly nature: string;
}

const TERMS = [
  'securityTitle',
  'conversionOrExercisePrice',
  'exerciseDate',
  'expirationDate',
  'underlyingSecurityTitle',
  'directOrIndirectOwnership',
  'natureOfOwnership',
] as const;

/** What tells grants of Table II apart: title, terms, holder. */
function keyOf(row: DerivativeRow): string {
  const { conversionOrExercisePrice: price, exerciseDate, expirationDate, underlyingSecurityTitle } = row;
  const terms = [price.value ? plain(price.value) : price.raw, exerciseDate, expirationDate].map((term) =>
    typeof term === 'string' ? term : `${term.raw}(${term.markers.map(({ label }) => label).join()})`,
  );
  return [holdingOf(row), ...terms, underlyingSecurityTitle.raw].join('|');
}

/** Each grant once, by its last row: what that says is left counts. */
function grantsIn({ derivativeTable }: Filing): DerivativeRow[] {
  const last = new Map<string, DerivativeRow>();
  for (const row of derivativeTable.rows)
    if (row.cells.length > 2 && !isBlank(row.securityTitle)) last.set(keyOf(row), row);
  return [...last.values()].slice(0, 100);
}

const labelOf = (row: DerivativeRow): string => {
  const { conversionOrExercisePrice: price, expirationDate: until } = row;
  return [
    row.securityTitle.value ?? '',
    ...(price.value ? [`$${grouped(price.value)}`] : []),
    ...(until.value === undefined ? [] : [`expires ${formDate(until.value)}`]),
  ].join(', ');
};

/** That of the Table II row at the cursor, else the one that the user names. */
export function askGrant(
  filing: Filing,
  selection: Span,
  answers: Answers,
  title: string,
): { readonly value: Grant } | Question | Refusal {
  const here = rowHere(filing, selection);
  const grants = grantsIn(filing);
  if (here?.table === 'derivativeTable' && here.cells.length > 2) {
    const key = keyOf(here);
    return ofRow(filing, grants.find((row) => keyOf(row) === key) ?? here, answers, title);
  }
  if (grants.length > 0) {
    const choices: Choice[] = grants.map((row, at) => {
      const { value } = row.sharesOwnedFollowingTransaction;
      return { value: String(at), label: labelOf(row), ...(value && { description: `${grouped(value)} left` }) };
    });
    choices.push({ value: 'another', label: 'Another one …', description: 'that Table II has no row of' });
    const chosen = askChoice(answers, { answer: 'option', title, prompt: 'What was exercised?', choices });
    if ('asks' in chosen) return chosen;
    const row = grants[Number(chosen.value)];
    if (row) return ofRow(filing, row, answers, title);
  }
  return another(filing, answers, title);
}

function ofRow(
  filing: Filing,
  row: DerivativeRow,
  answers: Answers,
  title: string,
): { readonly value: Grant } | Question | Refusal {
  const { value: underlying } = row.underlyingSecurityTitle;
  const form = row.directOrIndirectOwnership.value;
  if (underlying === undefined || (form !== 'D' && form !== 'I'))
    return {
      refused: `Nothing was changed: row ${row.index + 1} of Table II does not say what is received (column 7) or how it is owned (column 10).`,
    };
  const all = writtenOf(filing, row);
  const written: Written = {};
  for (const column of TERMS) if (all[column] !== undefined) written[column] = all[column];
  let left = row.sharesOwnedFollowingTransaction.value;
  if (!left) {
    const asked = askHeld(answers, title);
    if ('asks' in asked) return asked;
    left = asked.value;
  }
  const nature = row.natureOfOwnership.value ?? '';
  const price = row.conversionOrExercisePrice.value;
  return { value: { written, row, left, price, underlying, ownership: form, nature } };
}

const askHeld = (answers: Answers, title: string): ReturnType<typeof askAmount> =>
  askAmount(answers, { answer: 'held', title, prompt: 'How many of them were held before the exercise?' });

/** A grant that Table II has no row of, asked term by term; it is owned directly. */
function another(filing: Filing, answers: Answers, title: string): { readonly value: Grant } | Question {
  const { words, price: priced, date } = habitsOf(filing);
  const name = askWords(answers, {
    answer: 'optionTitle',
    title,
    prompt: 'Title of the derivative security.',
    value: 'Employee Stock Option (Right to Buy)',
  });
  if ('asks' in name) return name;
  const price = askNumber(answers, { answer: 'exercisePrice', title, prompt: 'Exercise price per share.' });
  if ('asks' in price) return price;
  const from = askDay(answers, { answer: 'exercisable', title, prompt: 'Date exercisable (column 6).' });
  if ('asks' in from) return from;
  const until = askDay(answers, { answer: 'expires', title, prompt: 'Expiration date (column 6).' });
  if ('asks' in until) return until;
  const common = filing.nonDerivativeTable.rows.find((row) => classOf(row) !== '')?.securityTitle.value;
  const underlying = askWords(answers, {
    answer: 'underlying',
    title,
    prompt: 'Title of the security that is received.',
    value: common ?? 'Common Stock',
  });
  if ('asks' in underlying) return underlying;
  const held = askHeld(answers, title);
  if ('asks' in held) return held;
  const written: Written = {
    securityTitle: words(name.value),
    conversionOrExercisePrice: priced(price.value),
    exerciseDate: date(from.value),
    expirationDate: date(until.value),
    underlyingSecurityTitle: words(underlying.value),
    directOrIndirectOwnership: 'D',
  };
  return {
    value: {
      written,
      row: undefined,
      left: held.value,
      price: price.value,
      underlying: underlying.value,
      ownership: 'D',
      nature: '',
    },
  };
}
