/** The numbers that some text browsers give to links: `[1]` before their words, and what they lead to below the page. */
const HEADING = '\nReferences\n';
const NUMBERED = /^(\d{1,3})\. [a-z]{2,9}:\S{0,4000}$/;
const NUMBER = /\[(\d{1,3})\](?=[^\s[\]])/g;

/** The text with spaces for the numbers and for the list, so that all else stands where it stood. */
export function withoutLinks(text: string): string {
  const at = text.lastIndexOf(HEADING);
  if (at < 0) return text;
  const numbers = new Set<string>();
  for (const line of text.slice(at + HEADING.length).split('\n')) {
    const words = line.trim();
    if (words === '' || /^(?:Visible|Hidden) links/.test(words)) continue;
    const match = NUMBERED.exec(words);
    if (!match) return text;
    numbers.add(match[1]!);
  }
  const page = text
    .slice(0, at)
    .replace(NUMBER, (whole, number: string) => (numbers.has(number) ? ' '.repeat(whole.length) : whole));
  return page + text.slice(at).replace(/[^\n]/g, ' ');
}
