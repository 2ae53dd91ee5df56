import type { FormCell, PrintedForm } from '../../../server/src/protocol';

type Span = FormCell['span'];

/** Where a thing of a form stands in the text; undefined where the form has no such thing, or the text has it nowhere. */
export function placeOf(form: PrintedForm, address: string): Span | undefined {
  // Box 5 and box 6 are one place each, whichever of their boxes is meant.
  const [first, nth, name] = address.split('/');
  if (name === 'relationship') return form.owners[Number(nth)]?.relationship[0]?.span;
  if (first === 'jointFiling') return form.jointFiling[0]?.span;
  return find(form, address);
}

/** The thing of that address among all that a form is made of. */
function find(part: unknown, address: string): Span | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const { address: own, span } = part as { address?: unknown; span?: Span };
  if (own === address) return span;
  // What has an address holds those that begin with it, and no others.
  for (const one of Object.values(part)) {
    const found = find(one, address);
    if (found) return found;
  }
  return undefined;
}
