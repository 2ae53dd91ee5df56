/** Text of a filing, or the name of a file, on its way to a terminal or the log of a runner: shown, never obeyed. */
import { visible } from '../../text/visible';

/**
 * A runner reads commands out of a log: GitHub's `##[command]` and Azure's `##vso[…]` anywhere in a line, GitHub's
 * `::command::` at its beginning.
 */
const COMMAND = /##(?=\w{0,20}\[)/g;
/** What JSON lets through and a terminal, or a reader of lines, does not: DEL, C1, and what turns or hides text. */
const UNSAFE_IN_JSON = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

const NOT_PLAIN = /[^\u0020-\u007e]/;

/** A piece of text for one line: control characters are shown, and commands to a runner lose their first sign. */
export function printable(text: string): string {
  const safe = visible(text);
  return safe.includes('##') ? safe.replace(COMMAND, '#\uff03') : safe;
}

/** The same for what stands at the beginning of a line. */
export function printableLine(text: string): string {
  return printable(text).replace(/^(\s*):(?=:)/, '$1\uff1a');
}

/** JSON on one line that says the same and that neither a terminal nor a runner takes for a command. */
export function safeJson(data: unknown): string {
  const json = JSON.stringify(data);
  // ASCII without a doubtful sign, as nearly all is: this looks at each character once, the other at its properties.
  if (!NOT_PLAIN.test(json) && !json.includes('##')) return json;
  const escaped = UNSAFE_IN_JSON.test(json) ? json.replace(UNSAFE_IN_JSON, escape) : json;
  UNSAFE_IN_JSON.lastIndex = 0;
  return escaped.includes('##') ? escaped.replace(COMMAND, '#\\u0023') : escaped;
}

const escape = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => '\\u' + character.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an attribute or the content of an element of XML 1.0, on one line. */
export function xmlText(text: string): string {
  const escaped = visible(text).replace(/[&<>"\ufffe\uffff]/g, (sign) => ENTITIES[sign] ?? '\ufffd');
  return escaped.includes('##') ? escaped.replace(COMMAND, '#&#35;') : escaped;
}
