/** Rows of Table I in which only the change and the total matter, and a filing of them. */
export interface More {
  readonly code?: string;
  readonly date?: string;
  readonly title?: string;
  readonly owner?: string;
  readonly price?: string;
}
/** `-20 110`: a row that disposes of 20 and says 110. */
export function row(says: string, more: More = {}): string {
  const {
    code = 'J <sup>(1)</sup>',
    date = '03/07/2022',
    title = 'Common Stock',
    owner = 'D | ',
    price = '\\$1',
  } = more;
  const [change, total] = says.split(' ');
  return `| ${title} | ${date} |  | ${code} |  | ${change!.slice(1)} | ${change!.startsWith('+') ? 'A' : 'D'} | ${price} | ${total} | ${owner} |`;
}

/** The rows with the footnote that they cite. */
export const filing = (...rows: string[]): string => [...rows, '- A transfer among accounts.'].join('\n');
