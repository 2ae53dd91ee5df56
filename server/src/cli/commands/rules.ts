import { CATALOGUE } from '../../rules/catalogue';
import { Output } from '../output/output';
import { hrefOf } from '../report/json';

export interface RulesOptions {
  readonly format: 'text' | 'json';
}

/** `form4 rules`: every rule in the order of the catalogue. */
export function rules({ format }: RulesOptions): number {
  const list = CATALOGUE.map(({ id, family, severity, summary, off = false, fixable = false }) => ({
    id,
    family,
    severity,
    off,
    fixable,
    summary,
    href: hrefOf(id),
  }));
  const out = new Output();
  if (format === 'json') out.write(JSON.stringify(list, undefined, 2) + '\n');
  else {
    const width = Math.max(...list.map(({ id }) => id.length));
    for (const { id, family, severity, off, fixable, summary } of list) {
      const columns = [
        id.padEnd(width),
        (off ? 'off' : severity).padEnd(11),
        family.padEnd(9),
        fixable ? 'fix' : '   ',
        summary,
      ];
      out.write(columns.join('  ') + '\n');
    }
  }
  out.end();
  return 0;
}
