/** Made-up filings for the ledger: text in, entries out. */
import type { Entry } from '../../../server/src/ledger/entry';
import { entryOf } from '../../../server/src/ledger/entryOf';
import { read } from '../../../server/src/readers';
import { filingAround } from '../harness';

/** A filing around some rows, signed on a day, box 3 on another (the same unless it is given); the rest is as in the harness. */
export function signed(day: string, rows: string, more: readonly string[] = [], period = day): string {
  return filingAround(
    [
      `3. Date of Earliest Transaction (Month/Day/Year) <u>${period}</u>`,
      rows,
      ...more,
      `Signature: /s/ Rowan J. Alder ${day}`,
    ].join('\n'),
  );
}

/** A row of Table I that sells or acquires so many shares and leaves so many. */
export const trade = (
  day: string,
  code: string,
  amount: string,
  side: string,
  total: string,
  held = 'D |  |',
): string => `| Common Stock | ${day} |  | ${code} |  | ${amount} | ${side} | \\$40 | ${total} | ${held}`;

/** A holding row of Table I. */
export const holds = (total: string, held = 'D |  |', title = 'Common Stock'): string =>
  `| ${title} |  |  |  |  |  |  |  | ${total} | ${held}`;

/** An entry of a text, under a name. */
export const entry = (path: string, text: string): Entry => entryOf(read(text), { path });

/** A made-up ownership XML. */
export function xml({
  issuerCik = '0009999901',
  issuer = 'NORTHWIND HARBOR INC',
  ownerCik = '0009999902',
  owner = 'Alder Rowan J',
  more = '',
  type = '4',
  period = '2022-03-07',
  signedOn = '2022-03-08',
  rows = '',
}): string {
  const one = (cik: string, name: string): string =>
    `<reportingOwner><reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik><rptOwnerName>${name}</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner>`;
  return `<?xml version="1.0"?>
<ownershipDocument>
<schemaVersion>X0306</schemaVersion>
<documentType>${type}</documentType>
<periodOfReport>${period}</periodOfReport>
<issuer><issuerCik>${issuerCik}</issuerCik><issuerName>${issuer}</issuerName><issuerTradingSymbol>NWHX</issuerTradingSymbol></issuer>
${one(ownerCik, owner)}${more}
<nonDerivativeTable>${rows}</nonDerivativeTable>
<ownerSignature><signatureName>/s/ Rowan J. Alder</signatureName><signatureDate>${signedOn}</signatureDate></ownerSignature>
</ownershipDocument>
`;
}

/** A holding of the ownership XML. */
export const xmlHolding = (total: string): string =>
  `<nonDerivativeHolding><securityTitle><value>Common Stock</value></securityTitle><postTransactionAmounts><sharesOwnedFollowingTransaction><value>${total}</value></sharesOwnedFollowingTransaction></postTransactionAmounts><ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeHolding>`;

/** Another owner of the ownership XML. */
export const xmlOwner = (cik: string, name: string): string =>
  `<reportingOwner><reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik><rptOwnerName>${name}</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isTenPercentOwner>1</isTenPercentOwner></reportingOwnerRelationship></reportingOwner>`;
