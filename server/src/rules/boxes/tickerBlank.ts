import type { Rule } from '../rule';
import { quote } from '../words';

/** A blank amid the letters of a trading symbol: "NW HX". */
export const tickerBlank: Rule = {
  id: 'ticker-blank',
  family: 'boxes',
  severity: 'information',
  summary: 'A blank amid the letters of the trading symbol',
  sign: 'head',
  check({ filing, report }) {
    const { issuerTradingSymbol: cell } = filing.issuer;
    if (cell.value === undefined || !isBroken(cell.value)) return;
    report({
      cell,
      span: cell.span,
      message: `Check the trading symbol: found ${quote(cell.value)}, with a blank amid its letters.`,
    });
  },
};

/** Two pieces of letters: more are words, and a mark between them parts two symbols. */
const TWO_PIECES = /^([A-Z]{1,4}) {1,3}([A-Z]{1,4})$/;
/** What stands behind the symbol for a class, preferred stock, warrants, units and rights, a bankruptcy or shares when issued. */
const SUFFIX = /^(?:[A-EKPQRUVW]|PR|PF|PFD|WS|WT|WTS|UN|UT|RT|RTS|WI|CL|CV|OTC|US|LN|CN)$/;
/** Where it is listed, and words that say that there is no symbol. */
const NO_SYMBOL =
  /^(?:NYSE|AMEX|ARCA|OTC|OTCQ|LSE|TSX|TSXV|BATS|CBOE|NO|NOT|NONE|NA|TBD|TO|YET|THE|AND|OR|INC|CORP|CO)$/;

function isBroken(symbol: string): boolean {
  const [, first, second] = TWO_PIECES.exec(symbol.trim().toUpperCase()) ?? [];
  if (first === undefined || second === undefined) return false;
  if (SUFFIX.test(second) || NO_SYMBOL.test(first) || NO_SYMBOL.test(second)) return false;
  // Two symbols of one company mostly begin alike: "UA UAA". Two full ones are two.
  return first[0] !== second[0] && first.length + second.length <= LONGEST;
}

/** Letters in a symbol of an exchange: five, and no more. */
const LONGEST = 5;
