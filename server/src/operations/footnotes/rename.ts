/** Another number for a footnote, as an editor renames a name. */
import type { Filing } from '../../filing/model';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import type { Refusal } from '../operation';
import { apply } from './apply';
import { moved, numbersOf, unnumbered } from './plan';
import { targetAt } from './target';

/** What is renamed at a place: where its number stands, and the number; undefined where nothing can be. */
export function renameable(filing: Filing, offset: number): { span: Span; number: number } | Refusal | undefined {
  const target = targetAt(filing, offset);
  if (!target) return undefined;
  const refused = unnumbered(filing);
  if (refused) return refused;
  const { span, number } = target;
  if (number === undefined || !numbersOf(filing).includes(number))
    return { refused: `The filing has no footnote ${number ?? 'of that label'}.` };
  return { span, number };
}

/** The edits that make the footnote at a place number `name`. */
export function renamed(filing: Filing, offset: number, name: string): readonly Edit[] | Refusal {
  const what = renameable(filing, offset);
  if (!what) return { refused: 'Put the cursor on a footnote or on a marker that cites it.' };
  if ('refused' in what) return what;
  const written = /^\s{0,9}[([]?(\d{1,3})[)\].]?\s{0,9}$/.exec(name);
  if (!written) return { refused: `Expected a number, such as 2; found “${name.slice(0, 40)}”.` };
  const to = Number(written[1]);
  if (to === what.number) return [];
  const plan = moved(filing, what.number, to);
  const done = 'refused' in plan ? plan : apply(filing, plan);
  return 'refused' in done ? done : done.edits;
}
