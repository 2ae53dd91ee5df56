/** Words as a layout writes them, so that no character of them is taken for a part of the layout. */
import { LAYOUTS } from '../../facts/layouts';
import type { Filing } from '../../filing/model';
import { escapeXml } from '../../text/xml';
import { dollarInWords, dollarOf } from '../rows/habits';

/** Halves of pairs of surrogates, and what no character is. */
const UNPAIRED = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Control characters but for white space. */
function hasControl(words: string): boolean {
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (unit === 127 || (unit < 32 && (unit < 9 || unit > 13))) return true;
  }
  return false;
}

/** Why words cannot be written in any layout; undefined where they can. */
export const unwritableWords = (words: string): string | undefined =>
  hasControl(words) || UNPAIRED.test(words)
    ? 'Nothing was changed: there is a character among the words that cannot be seen.'
    : undefined;

/** Tags begin with these where something stands behind them. */
const TAG = /<(?=[a-z/!?])/gi;

/**
 * The words as they are to stand in the source of the filing.
 * @param inNote notes may write dollar signs otherwise than cells do
 */
export function escaped(filing: Filing, words: string, inNote: boolean): string {
  if (filing.xml) return escapeXml(words);
  const escapes = /\\[$*_]/.test(filing.text);
  const dollar = inNote ? dollarInWords(filing) : dollarOf(filing);
  const bars = LAYOUTS[filing.layout].separator === '|' && !inNote;
  let written = escapes
    ? words.replace(inNote ? /[*_]/g : /[*_|]/g, '\\$&')
    : bars
      ? words.replaceAll('|', '\\|')
      : words;
  if (dollar.startsWith('\\')) written = written.replaceAll('$', '\\$');
  return written.replace(TAG, '\\<');
}
