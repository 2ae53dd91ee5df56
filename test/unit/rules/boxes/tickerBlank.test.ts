/** A blank in the trading symbol. */
import { fine, flags } from '../../harness';

const box2 = (symbol: string): string =>
  `2. Issuer Name and Ticker or Trading Symbol <u>NORTHWIND HARBOR INC [ ${symbol} ]</u>`;

describe('ticker-blank', () => {
  for (const symbol of ['NW HX', 'NWH XB', 'N WHX', 'nw hx', 'NW  HX', 'NWH X', 'NW H'])
    it(`tells ${symbol}`, () => flags('ticker-blank', box2(`⟦${symbol}⟧`), 'information: Check the trading symbol'));
  for (const symbol of [
    'NWHX',
    'NWH, NWHB',
    'NWHX NWHB',
    'NWH; NWHB',
    'NWH/NWHB',
    'UA UAA',
    'UA, UAA',
    'FOX FOXA',
    'NWHX B',
    'BRK A',
    'NWHX W',
    'NWH Q',
    'NWHX V',
    'BRK.B',
    'BF-B',
    'NWHX WS',
    'NWHX PR',
    'NYSE: NWHX',
    'NYSE NWHX',
    'NONE',
    'N/A',
    'NOT YET',
    'NO ONE',
    'NWHX QLMB',
    'NWHX AND Q',
  ])
    it(`leaves ${symbol}`, () => fine(box2(symbol)));
});
