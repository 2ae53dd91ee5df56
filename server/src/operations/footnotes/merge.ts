import type { Filing } from '../../filing/model';
import { count } from '../../rules/words';
import type { Operation } from '../operation';
import { apply } from './apply';
import { unnumbered, without } from './plan';

/** Footnotes of the same words become one; the markers of the others cite it. */
export const mergeFootnotes: Operation = {
  id: 'footnote.merge',
  kind: 'refactor.rewrite',
  offer({ filing }) {
    const equal = unnumbered(filing) ? 0 : equals(filing).size;
    return equal > 0 ? `Merge equal footnotes (${count(equal, 'footnote')} fewer)` : undefined;
  },
  run({ filing }) {
    const refused = unnumbered(filing);
    if (refused) return refused;
    const into = equals(filing);
    if (into.size === 0) return { refused: 'No two footnotes have the same words.' };
    const done = apply(filing, without([...into.keys()], into));
    if ('refused' in done) return done;
    const remark = `${count(into.size, 'footnote')} had the words of an earlier one.${done.remark ? ` ${done.remark}` : ''}`;
    return { edits: done.edits, remark };
  },
};

/** The footnotes whose words an earlier one has, each with the number of that one. Blank ones are not equal. */
function equals({ footnotes }: Filing): Map<number, number> {
  const first = new Map<string, number>();
  const into = new Map<number, number>();
  for (const { number, text } of [...footnotes.list].sort((a, b) => (a.number ?? 0) - (b.number ?? 0))) {
    const one = first.get(text);
    if (one !== undefined) into.set(number!, one);
    else if (text !== '' && number !== undefined) first.set(text, number);
  }
  return into;
}
