/** Who may sign, by box 1: a signature is offered to whoever asks for it in its place, and set in for nobody. */
import type { Filing } from '../../filing/model';
import { habitsOf } from '../../operations/rows/habits';

/** A name with one of these words is no person's. */
const BODY =
  /\b(?:inc|corp|corporation|company|co|ltd|limited|llc|lp|llp|trust|fund|funds|partners|partnership|foundation|capital|holdings|group|bank|associates|management|ventures|investors)\b/i;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** The names of the reporting persons as they are signed, each with what it is. */
export function signersOf(filing: Filing): [string, string][] {
  const { words } = habitsOf(filing);
  const names = filing.reportingOwners.flatMap(({ rptOwnerName: { value } }): [string, string][] =>
    value === undefined ? [] : [[words(signed(value)), 'the reporting person']],
  );
  return [...new Map(names)];
}

/** `Tess Anne Marlow` for `Marlow Tess Anne`, as box 1 has it; a company as it is written. */
function signed(name: string): string {
  const parts = name.trim().split(/[\s,]+/);
  if (BODY.test(name) || parts.length < 2) return name.trim();
  const last = GENERATION.test(parts.at(-1)!) ? parts.splice(-1) : [];
  return [...parts.slice(1), parts[0], ...last].join(' ');
}
