// Writes samples/large.txt: a joint filing at the caps of the form (30 rows a table), with made-up people and companies.
// Always the same bytes: every figure comes from the row's place. The running totals are computed, so the sample is free of faults.
import { writeFileSync } from 'node:fs';

const issuer = 'NIMBUSFORD ROBOTICS, INC. [ NMBF ]';
const address = 'C/O ALDER FEN PARTNERS 77 HERON GATE, SUITE 900  (Street) OSTERLEA CA 94999';
const firstDay = '09/09/2024';
const secondDay = '09/10/2024';
const signed = '09/11/2024';
const tick = '<input checked="" type="checkbox"/> ';

const funds = ['Alder Fen Ventures II, L.P.', 'Alder Fen Ventures II-A, L.P.', 'Alder Fen Opportunity, L.P.'];
const owners = [...funds, 'Alder Fen GP II, L.L.C.', 'Corwen Thessaly Maude'];
const series = ['Seed', 'A', 'B', 'C', 'D'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

const grouped = (number) => number.toLocaleString('en-US');
/** A price from a whole number of hundredths of a cent: 314872 is 31.4872, 310200 is 31.02. */
const dollars = (price) => {
  const fraction = String(price % 10000).padStart(4, '0');
  return `${Math.floor(price / 10000)}.${fraction.replace(/0{1,2}$/u, '')}`;
};

/** The explanation list; a note gets its number where a cell first cites it, as filers number them. */
const notes = [];
const cite = (...texts) =>
  texts
    .map((text) => {
      if (!notes.includes(text)) notes.push(text);
      return `<sup>(${notes.indexOf(text) + 1})</sup>`;
    })
    .join('');

const converted = (s) =>
  `Each share of Series ${series[s]} Preferred Stock was convertible into one share of Common Stock at any time, at the ` +
  `election of its holder, for no further consideration, and had no expiration date. On ${firstDay} the holder elected to ` +
  `convert all of its shares of the series. The ratio is subject to adjustment for stock splits, stock dividends and similar ` +
  `events; no such event has taken place since the shares of Series ${series[s]} Preferred Stock were issued. The conversion ` +
  `is exempt from Section 16(b) of the Securities Exchange Act of 1934. No fraction of a share was issued, and no cash was ` +
  `paid instead of one. The certificate of incorporation of the issuer sets out the rights of the series in full.`;

const held = (f) =>
  `The securities are held of record by ${funds[f]} Alder Fen GP II, L.L.C. is the sole general partner of ${funds[f]} and may ` +
  `be deemed to share the power to vote them and to dispose of them. Thessaly Maude Corwen is the managing member of Alder ` +
  `Fen GP II, L.L.C. and a director of the issuer. Each of them disclaims beneficial ownership of the securities within the ` +
  `meaning of Rule 16a-1(a)(2) under the Securities Exchange Act of 1934, except to the extent of the pecuniary interest, if ` +
  `any, that arises from a partnership or membership interest, and the inclusion of the securities in this report is not an ` +
  `admission that any of them is the beneficial owner for the purposes of Section 16 or for any other purpose.`;

const averaged = (f, sale, amount, low, high) =>
  `The price is a weighted average. The ${grouped(amount)} shares on this line were sold on ${sale < 3 ? firstDay : secondDay} in ` +
  `several trades on the open market, at prices ranging from $${dollars(low)} to $${dollars(high)}, inclusive. The reporting ` +
  `persons undertake to provide to the issuer, to any security holder of the issuer, or to the staff of the Securities and ` +
  `Exchange Commission, upon request, full information regarding the number of shares sold at each separate price within the ` +
  `range set forth in this note. Commissions are not deducted. The shares are the ${ordinals[sale]} of five lots that ` +
  `${funds[f]} sold on the two days to return capital to its partners.`;

const vested = (f, tranche) =>
  `The warrant of the ${ordinals[tranche]} tranche became exercisable in sixteen equal quarterly parts, the last of them on the ` +
  `date shown, and may be exercised for cash or by a net exercise until it expires. ${funds[f]} received it together with ` +
  `notes of the issuer that have since been repaid in full. The exercise price and the number of shares are subject to ` +
  `adjustment for stock splits, stock dividends, combinations and reorganizations, and the holder may not exercise the ` +
  `warrant as far as its holdings, together with those of its affiliates, would then exceed 19.99% of the class.`;

const shares = (f, s) => 84_000 + 31_250 * s + 12_480 * (2 - f);
const lot = (f, sale) => 41_300 + 2_750 * sale + 9_115 * (2 - f);
const row = (...cells) => cells.join('\t');
const by = (f) => ['I', `By ${funds[f]} ${cite(held(f))}`];

/** Ten rows: five conversions, then five sales, the total carried on from what the fund held before. */
function nonDerivativeRows(f) {
  let total = 620_000 - 140_000 * f;
  const rows = series.map((_, s) => {
    total += shares(f, s);
    const [code, price] = [`C ${cite(converted(s))}`, cite(converted(s))];
    return row('Common Stock', firstDay, '', code, '', grouped(shares(f, s)), 'A', price, grouped(total), ...by(f));
  });
  for (let sale = 0; sale < 5; sale++) {
    const low = 310_200 + 9_800 * sale + 700 * f;
    const high = low + 8_900;
    const price = `\\$${dollars(low + 4_272 + 131 * sale + 57 * f)} ${cite(averaged(f, sale, lot(f, sale), low, high))}`;
    total -= lot(f, sale);
    const date = sale < 3 ? firstDay : secondDay;
    rows.push(row('Common Stock', date, '', 'S', '', grouped(lot(f, sale)), 'D', price, grouped(total), ...by(f)));
  }
  return rows;
}

/** Ten rows: the five series that were converted, then five warrants still held. */
function derivativeRows(f) {
  const conversions = series.map((name, s) => {
    const note = cite(converted(s));
    const amount = grouped(shares(f, s));
    const title = `Series ${name} Preferred Stock`;
    return row(
      title,
      note,
      firstDay,
      '',
      'C',
      '',
      '',
      amount,
      note,
      note,
      'Common Stock',
      amount,
      '\\$0',
      '0',
      ...by(f),
    );
  });
  const warrants = ordinals.map((_, tranche) => {
    const amount = grouped(15_000 + 2_500 * tranche + 1_250 * f);
    const price = `\\$${dollars(60_000 + 12_500 * tranche)}`;
    const exercisable = `06/14/${2020 + tranche} ${cite(vested(f, tranche))}`;
    const expires = `06/14/${2026 + tranche}`;
    const title = 'Warrant (Right to Buy)';
    return row(
      title,
      price,
      '',
      '',
      '',
      '',
      '',
      '',
      exercisable,
      expires,
      'Common Stock',
      amount,
      '',
      amount,
      ...by(f),
    );
  });
  return [...conversions, ...warrants];
}

const relationship = (owner) =>
  `${owner === owners.at(-1) ? tick : ''}Director ${tick}10% Owner Officer (give title below) Other (specify below)`;
const boxOne = (owner) =>
  `1. Name and Address of Reporting Person* <u>${owner}</u>  (Last) (First) (Middle) ${address}  (City) (State) (Zip)`;

const head = `

OMB APPROVAL\t
OMB Number:\t3235-0287
Estimated average burden hours per response:\t0.5

STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP

Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).

Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.

Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940

${boxOne(owners[0])}\t2. Issuer Name and Ticker or Trading Symbol <u>${issuer}</u>\t5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ${relationship(owners[0])}
\t3. Date of Earliest Transaction (Month/Day/Year) <u>${firstDay}</u>\t
\t4. If Amendment, Date of Original Filed (Month/Day/Year)\t
`;

const joint = owners
  .slice(1)
  .map((owner) => `\n${boxOne(owner)}\tRelationship of Reporting Person(s) to Issuer ${relationship(owner)}\n`)
  .join('');

const tableOne = `
Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned

1. Title of Security (Instr. 3)\t2. Transaction Date (Month/Day/Year)\t2A. Deemed Execution Date, if any (Month/Day/Year)\t3. Transaction Code (Instr. 8)\t\t4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)\t\t\t5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)\t6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t7. Nature of Indirect Beneficial Ownership (Instr. 4)
\t\t\tCode\tV\tAmount\t(A) or (D)\tPrice\t\t\t
${funds.flatMap((_, f) => nonDerivativeRows(f)).join('\n')}
`;

const tableTwo = `
Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)

1. Title of Derivative Security (Instr. 3)\t2. Conversion or Exercise Price of Derivative Security\t3. Transaction Date (Month/Day/Year)\t3A. Deemed Execution Date, if any (Month/Day/Year)\t4. Transaction Code (Instr. 8)\t\t5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)\t\t6. Date Exercisable and Expiration Date (Month/Day/Year)\t\t7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4)\t\t8. Price of Derivative Security (Instr. 5)\t9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)\t10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)\t11. Nature of Indirect Beneficial Ownership (Instr. 4)
\t\t\t\tCode\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t\t\t\t
${funds.flatMap((_, f) => derivativeRows(f)).join('\n')}
`;

const manager = 'Thessaly Maude Corwen';
const signatures = owners
  .map((owner) =>
    owner === owners.at(-1)
      ? `/s/ ${manager} ${signed}\n`
      : `${owner.toUpperCase()}, by: /s/ ${manager}, Managing Member${owner === owners.at(-2) ? '' : ' of its General Partner'} ${signed}\n`,
  )
  .join('\n');

const tail = `
Explanation of Responses:

${notes.map((text, i) => `(${i + 1}) ${text}`).join('\n')}

Remarks:

${manager} serves on the board of directors of the issuer. The funds may be deemed directors by deputization.

${signatures}
\\*\\* Signature of Reporting Person Date

Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.

\\* If the form is filed by more than one reporting person, see Instruction 4 (b)(v).

\\*\\* Intentional misstatements or omissions of facts constitute Federal Criminal Violations See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).

Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, see Instruction 6 for procedure.

Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB Number.
`;

writeFileSync(new URL('../samples/large.txt', import.meta.url), head + joint + tableOne + tableTwo + tail);
