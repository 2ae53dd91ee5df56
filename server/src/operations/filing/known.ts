/** Who files at which company, as other filings say it: to be chosen instead of typed again. */
import type { Filing, Role } from '../../filing/model';
import { ROLES } from '../../filing/model';
import { addressOf } from '../../writers/address';

export interface Known {
  readonly name: string;
  readonly street?: string;
  readonly place?: string;
  readonly roles: readonly Role[];
  readonly title?: string;
  readonly other?: string;
  readonly issuer: string;
  readonly symbol: string;
}

/** What a new filing is called until it has a file: `Doe Jane - ACME`. */
export const titleOf = ({ name, issuer, symbol }: Pick<Known, 'name' | 'issuer' | 'symbol'>): string =>
  `${name} - ${symbol === '' || symbol === 'NONE' ? issuer : symbol}`;

/** The owners of a filing, each with what is said of them; in plain words. */
export function knownIn(filing: Filing): Known[] {
  const issuer = filing.issuer.issuerName.value;
  if (issuer === undefined) return [];
  return filing.reportingOwners.flatMap((owner, at): Known[] => {
    const { rptOwnerName, officerTitle, otherText } = owner;
    if (rptOwnerName.value === undefined) return [];
    const { street, place } = addressOf(filing, at);
    return [
      {
        name: rptOwnerName.value,
        roles: ROLES.filter((role) => owner[role]),
        issuer,
        symbol: filing.issuer.issuerTradingSymbol.value ?? '',
        ...(street && { street }),
        ...(place && { place }),
        ...(officerTitle?.value !== undefined && { title: officerTitle.value }),
        ...(otherText?.value !== undefined && { other: otherText.value }),
      },
    ];
  });
}
