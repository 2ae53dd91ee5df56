/** How a box is ticked or cleared in the way in which the filing marks its boxes. */
import type { Filing } from '../../filing/model';
import { tickBoxesOf, type TickBox } from '../../filing/tickBoxes';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';

/** What is written where the filing shows no other way. */
const USUAL = '[X]';
const CHECKED = /\schecked(?:\s{0,9}=\s{0,9}(?:"[^"<>]{0,20}"|'[^'<>]{0,20}'|\w{1,20}))?/i;

/** The edits that may do it, the likeliest first: whoever takes one reads the text again, since a page may be read otherwise. */
export function tickEdits(filing: Filing, box: TickBox, checked: boolean): Edit[] {
  if (filing.xml) return inXml(filing, box, checked);
  return checked ? ticking(filing, box) : clearing(filing, box);
}

function inXml({ text }: Filing, { name, box: { label } }: TickBox, checked: boolean): Edit[] {
  if (label.start === label.end) return checked ? [added(text, name, label)] : [];
  const element = text.slice(label.start, label.end);
  const open = /^<[^<>]*?(\/?)>/.exec(element);
  if (!open) return [];
  if (open[1] === '/') {
    return [{ span: label, newText: `<${name}>${checked ? '1' : '0'}</${name}>` }];
  }
  const start = label.start + open[0].length;
  const close = element.lastIndexOf('</');
  const span = { start, end: close < 0 ? start : label.start + close };
  const words = /true|false/i.test(text.slice(span.start, span.end));
  return [{ span, newText: words ? String(checked) : checked ? '1' : '0' }];
}

/** An element that is not written yet, on a line of its own where those beside it are. */
function added(text: string, name: string, { start }: Span): Edit {
  const element = `<${name}>1</${name}>`;
  const near = text.slice(Math.max(0, start - 40), start);
  const before = near.slice(near.trimEnd().length);
  if (text.charAt(start) === '<' && text.charAt(start + 1) !== '/')
    return { span: { start, end: start }, newText: element + before };
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const alone = /^([ \t]{0,40})<(\w{1,40})>[^<>]{0,40}<\/\2>$/.exec(line);
  const indent = alone ? `\n${alone[1]}` : '';
  return { span: { start, end: start }, newText: indent + element };
}

function ticking(filing: Filing, { box: { mark, label } }: TickBox): Edit[] {
  const { text } = filing;
  if (mark) return [{ span: mark, newText: ticked(filing, text.slice(mark.start, mark.end)) }];
  const line = /_{2,10}(?=[ \t]?$)/.exec(text.slice(Math.max(0, label.start - 12), label.start));
  if (line) {
    const start = label.start - Math.min(12, label.start) + line.index;
    const left = '_'.repeat(Math.max(1, (line[0].length - 1) >> 1));
    const right = '_'.repeat(Math.max(1, line[0].length - 1 - left.length));
    return [{ span: { start, end: start + line[0].length }, newText: `${left}X${right}` }];
  }
  const marks = marksOf(filing);
  const written = marks.ticked[0] ?? (marks.clear[0] === undefined ? USUAL : ticked(filing, marks.clear[0]));
  return [
    { span: { start: label.start, end: label.start }, newText: `${written} ` },
    // Where a page has lost the edges of its cells, the word before would swallow it.
    { span: { start: label.start, end: label.start }, newText: ` ${written} ` },
    { span: { start: label.end, end: label.end }, newText: ` ${written}` },
  ];
}

/** A mark that is not ticked as one that is, as the filing has it elsewhere. */
function ticked(filing: Filing, mark: string): string {
  if (mark.startsWith('<')) return mark.replace(/^<input/i, (input) => `${input} checked=""`);
  if (mark.startsWith('[')) return marksOf(filing).ticked.find((one) => /^\[.{1,3}\]$/.test(one)) ?? USUAL;
  const sign = marksOf(filing).ticked.find((one) => one.charCodeAt(0) > 0x2000);
  return sign ?? '☒';
}

function clearing(filing: Filing, { box: { mark, label } }: TickBox): Edit[] {
  if (!mark) return [];
  const raw = filing.text.slice(mark.start, mark.end);
  const alone = { span: withBlanks(filing.text, mark, label), newText: '' };
  if (raw.startsWith('[')) return [{ span: mark, newText: '[ ]' }, alone];
  if (raw.startsWith('_')) return [{ span: mark, newText: raw.replace(/x/i, '_') }, alone];
  if (raw.charCodeAt(0) > 0x2000) return [{ span: mark, newText: '☐' }, alone];
  if (raw.startsWith('<') && marksOf(filing).clear.some((one) => one.startsWith('<')))
    return [{ span: mark, newText: raw.replace(CHECKED, '') }, alone];
  return [alone];
}

/** A mark with the blanks between it and the words of its box. */
function withBlanks(text: string, { start, end }: Span, label: Span): Span {
  let [from, to] = [start, end];
  if (end <= label.start) while (to < label.start && text.charAt(to) === ' ') to++;
  else while (from > label.end && text.charAt(from - 1) === ' ') from--;
  return { start: from, end: to };
}

/** The marks of the filing as they are written, each way. */
function marksOf(filing: Filing): { readonly ticked: readonly string[]; readonly clear: readonly string[] } {
  const marks = tickBoxesOf(filing).flatMap(({ box: { mark, checked } }) =>
    mark ? [{ checked, words: filing.text.slice(mark.start, mark.end) }] : [],
  );
  return {
    ticked: marks.filter(({ checked }) => checked).map(({ words }) => words),
    clear: marks.filter(({ checked }) => !checked).map(({ words }) => words),
  };
}
