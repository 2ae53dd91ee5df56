/** What must not act on a terminal: control characters, and those that turn or hide the text around them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A name or a piece of a filing, safe to print on one line. Each unit becomes one unit, so that places stay the same. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (unit) => {
    const code = unit.charCodeAt(0);
    if (unit === '\u00ad') return '-';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd'.repeat(unit.length);
  });
}
