/** Pages on the filings of a text that holds several, one behind the other. */
import type { Filing } from '../filing/model';
import { plain, table } from './markdown';

/**
 * The page itself where the text holds one filing. Where it holds several, a list of them with the line at which each
 * begins, and a page on each behind it.
 * @param title what such a page is called
 * @param name of the file, as the reader knows it
 * @param page writes the page on one filing under a name, with a line end at its end
 */
export function writePages(
  title: string,
  name: string,
  filings: readonly Filing[],
  page: (filing: Filing, name: string) => string,
): string {
  if (filings.length === 1) return page(filings[0]!, name);
  const list = filings.map(({ part, lines, reportingOwners, issuer, periodOfReport }, at) => [
    String(at + 1),
    String(lines.lineAt(part?.span.start ?? 0) + 1),
    plain(reportingOwners.map(({ rptOwnerName }) => rptOwnerName.value ?? '').join('; ')),
    plain(issuer.issuerName.value ?? ''),
    plain(periodOfReport.raw),
  ]);
  const head = [
    `# ${title}: ${plain(name)}`,
    `${filings.length} filings in one file.`,
    table(['filing', 'line', 'reporting persons', 'issuer', 'box 3'], list),
  ];
  const pages = filings.map((filing, at) => page(filing, `${name}, filing ${at + 1} of ${filings.length}`));
  return [head.join('\n\n') + '\n', ...pages].join('\n---\n\n');
}
