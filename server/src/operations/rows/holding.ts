/** Which holding new rows of Table I are of. */
import { holdingOf, sameWords } from '../../filing/holdings';
import type { Filing, NonDerivativeRow } from '../../filing/model';
import type { Span } from '../../text/span';
import type { Choice, Question } from '../operation';
import { askChoice, askWords, type Answers, type Read } from './answers';
import { habitsOf } from './habits';
import { writtenOf, type Written } from './line';
import { rowHere } from './place';

export interface Holding {
  /** As holdingOf says it. */
  readonly key: string;
  /** Title, ownership form and nature, as they are to be written. */
  readonly written: Written;
  /** In words for a user: `Common Stock, I, By Trust`. */
  readonly name: string;
}

/** The holding of a row. */
export function holdingOfRow(filing: Filing, row: NonDerivativeRow): Holding {
  const { securityTitle, directOrIndirectOwnership, natureOfOwnership } = writtenOf(filing, row);
  return {
    key: holdingOf(row),
    written: { securityTitle, directOrIndirectOwnership, natureOfOwnership },
    name: [row.securityTitle, row.directOrIndirectOwnership, row.natureOfOwnership]
      .flatMap(({ value, markers }) => [
        ...(value === undefined ? [] : [value + markers.map(({ label }) => ` (${label})`).join('')]),
      ])
      .join(', '),
  };
}

/** A holding that no row is of yet, from plain words. */
export function newHolding(filing: Filing, title: string, ownership: 'D' | 'I', nature: string): Holding {
  const { words } = habitsOf(filing);
  return {
    key: `${sameWords(title)}|${ownership}|${sameWords(nature)}|||`,
    written: {
      securityTitle: words(title),
      directOrIndirectOwnership: ownership,
      ...(nature !== '' && { natureOfOwnership: words(nature) }),
    },
    name: [title, ownership, ...(nature === '' ? [] : [nature])].join(', '),
  };
}

/** A quick pick takes no more. */
const MOST = 100;

/** The holdings of Table I, each once, in the order of its rows. */
export function holdingsIn(filing: Filing): readonly Holding[] {
  const found = new Map<string, Holding>();
  for (const row of filing.nonDerivativeTable.rows) {
    if (row.cells.length < 2 || row.securityTitle.raw === '' || found.size >= MOST) continue;
    const key = holdingOf(row);
    if (!found.has(key)) found.set(key, holdingOfRow(filing, row));
  }
  return [...found.values()];
}

/** That of the row at the cursor, else the only one of Table I, else the one that the user names. */
export function askHolding(filing: Filing, selection: Span, answers: Answers, title: string): Read<Holding> {
  const here = rowHere(filing, selection);
  if (here?.table === 'nonDerivativeTable' && here.securityTitle.raw !== '' && here.cells.length > 1)
    return { value: holdingOfRow(filing, here) };
  const known = holdingsIn(filing);
  const [only] = known;
  if (only && known.length === 1) return { value: only };
  if (known.length > 0) {
    const choices: Choice[] = known.map(({ name }, at) => ({ value: String(at), label: name }));
    choices.push({ value: 'another', label: 'Another one …', description: 'that Table I has no row of' });
    const chosen = askChoice(answers, {
      answer: 'holding',
      title,
      prompt: 'Which holding do these rows change?',
      choices,
    });
    if ('asks' in chosen) return chosen;
    const one = known[Number(chosen.value)];
    if (one) return { value: one };
  }
  return askNewHolding(filing, answers, title);
}

/** Title, ownership form and nature of a holding, asked one by one. */
function askNewHolding(
  filing: Filing,
  answers: Answers,
  title: string,
  suggested = 'Common Stock',
): { readonly value: Holding } | Question {
  const named = askWords(answers, {
    answer: 'securityTitle',
    title,
    prompt: 'Title of the security, as Table I should say it.',
    value: suggested,
  });
  if ('asks' in named) return named;
  const form = askChoice(answers, {
    answer: 'ownership',
    title,
    prompt: 'How is it owned?',
    choices: [
      { value: 'D', label: 'D', description: 'directly' },
      { value: 'I', label: 'I', description: 'indirectly' },
    ],
  });
  if ('asks' in form) return form;
  if (form.value === 'D') return { value: newHolding(filing, named.value, 'D', '') };
  const nature = askWords(answers, { answer: 'nature', title, prompt: 'How is it owned indirectly, as “By Trust”?' });
  return 'asks' in nature ? nature : { value: newHolding(filing, named.value, 'I', nature.value) };
}
