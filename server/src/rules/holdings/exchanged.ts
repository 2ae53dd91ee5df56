import type { NumberCell } from '../../filing/model';
import { grouped } from '../../text/decimal';
import type { Fix } from '../rule';
import { writtenLike } from '../words';

/** Writes the number of each of two cells into the other; `what` names them: amounts, totals. */
export function exchanged(what: string, a: NumberCell, b: NumberCell): Fix {
  return {
    title: `Exchange the ${what} ${grouped(a.value!)} and ${grouped(b.value!)}`,
    edits: [
      { span: a.span, newText: writtenLike(a, b.value!) },
      { span: b.span, newText: writtenLike(b, a.value!) },
    ],
  };
}
