import type { Filing } from '../../filing/model';
import { sameWords } from '../../filing/holdings';
import { child, childrenNamed } from '../../text/xml';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';
import { quote } from '../words';

/** One person in box 1 twice, by the name or, in XML, by the CIK. */
export const ownerTwice: Rule = {
  id: 'owner-twice',
  family: 'boxes',
  severity: 'error',
  suspends: true,
  summary: 'One reporting person twice',
  sign: 'owners',
  check({ filing, report }) {
    if (filing.xml) {
      for (const { again, first } of twice(ciksOf(filing)))
        report({
          span: again.span,
          message: `Expected each reporting person once; found the CIK ${again.said} twice. EDGAR suspends a filing with one CIK twice.`,
          related: [{ message: 'the first', span: first.span }],
        });
      return;
    }
    // Where no CIK is printed two persons may have one name, though hardly in one form.
    const names = filing.reportingOwners.map(({ rptOwnerName: { value, span } }) => ({
      key: sameWords(value),
      said: quote(value ?? ''),
      span,
    }));
    for (const { again, first } of twice(names))
      report({
        span: again.span,
        severity: 'warning',
        message: `Expected each reporting person once; found ${again.said} twice. EDGAR suspends a filing with one CIK twice.`,
        related: [{ message: 'the first', span: first.span }],
      });
  },
};

interface Named {
  /** The same for the same person; '' where nothing is known. */
  readonly key: string;
  readonly said: string;
  readonly span: Span;
}

/** The CIKs of the owners, without the zeros that may stand before them. */
function ciksOf({ xml, text }: Filing): Named[] {
  return childrenNamed(xml?.document, 'reportingOwner').flatMap((owner) => {
    const cik = child(child(owner, 'reportingOwnerId'), 'rptOwnerCik');
    if (!cik) return [];
    const said = text.slice(cik.content.start, cik.content.end).trim();
    return [{ key: said.replace(/^0+/, ''), said, span: cik.content }];
  });
}

/** Each one that has stood there before, with the first of them. */
function twice(all: readonly Named[]): { again: Named; first: Named }[] {
  const seen = new Map<string, Named>();
  return all.flatMap((again) => {
    const first = seen.get(again.key);
    if (!first) seen.set(again.key, again);
    return first && again.key !== '' ? [{ again, first }] : [];
  });
}
