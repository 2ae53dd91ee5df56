import { LAYOUTS } from '../../facts/layouts';
import type { Filing } from '../../filing/model';

/** Why the form of this filing cannot be edited; undefined where it can. */
export function uneditable({ layout, xml }: Filing): string | undefined {
  if (xml || LAYOUTS[layout].writable) return undefined;
  return 'The places of this layout are fixed on the page, so that it takes no edits from the form. Convert it first with “Form 4: Convert to …”.';
}
