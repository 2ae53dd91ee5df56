/** The two boxes that stand alone: no longer subject to Section 16, and a transaction under a plan. */
import type { CheckBox } from '../filing/model';
import { hull } from '../text/span';
import { ticksIn, type Tick } from '../text/ticks';
import { trim } from '../text/white';
import type { Part } from './parts';
import type { Source } from './source';

const SENTENCES = {
  exitBox: /check this box if no longer subject[^\n\r]{0,200}/i,
  planBox: /check this box to indicate that a transaction[\s\S]{0,600}/i,
};

/** Reads one of the two: whether it is ticked, and where. */
export function readCheckBox(source: Source, part: Part, anchor: keyof typeof SENTENCES): CheckBox {
  const { text, lines } = source;
  const begin = lines.lineSpan(part.from).start;
  const last = part.to > part.from ? Math.max(begin, lines.lineSpan(part.to - 1).end) : begin;
  const match = SENTENCES[anchor].exec(text.slice(begin, Math.min(last, begin + 1200)));
  const start = begin + (match?.index ?? 0);
  const paragraph = endOfParagraph(text, start, last);
  const sentence = { start, end: lastWord(text, start, paragraph) };
  const line = { start: tickAbove(source, part.from) ?? begin, end: paragraph };
  const ticks = ticksIn(text, line);
  const words = trim(text, sentence.start, sentence.end);
  const tick =
    besideBrackets(text, ticks) ??
    ticks.find(({ span }) => span.end <= sentence.start) ??
    ticks.find(({ span }) => span.end >= words.end);
  return { checked: tick?.checked ?? false, span: tick?.span ?? words, mark: tick?.span, label: words };
}

/** `[ ] X Check this box`: an X right behind empty brackets and on their line is meant for them, and is ticked. */
function besideBrackets(text: string, [brackets, tick]: readonly Tick[]): Tick | undefined {
  if (!brackets || !tick?.checked || brackets.checked || text.charAt(brackets.span.start) !== '[') return undefined;
  const isBeside = /^[ \t]{0,40}$/.test(text.slice(brackets.span.end, tick.span.start));
  return isBeside ? { checked: true, span: hull(brackets.span, tick.span) } : undefined;
}

/** A tick in a cell of its own stands on a line of its own, above its sentence. */
function tickAbove({ text, lines }: Source, line: number): number | undefined {
  for (let above = line - 1; above >= 0; above--) {
    const { start, end } = lines.lineSpan(above);
    const words = trim(text, start, end);
    if (words.end === words.start) continue;
    return words.end - words.start <= 4 && ticksIn(text, words).length === 1 ? words.start : undefined;
  }
  return undefined;
}

/** The sentence is over at a blank line, or where the next box begins: a page that was copied has no blank line there. */
const END = /\n[ \t\r]*\n|\r\r|[\r\n][ \t]*(?:[1-6]\. ?)?(?:Name and Address of|\(Print or Type Responses\))/i;

function endOfParagraph(text: string, start: number, end: number): number {
  const next = END.exec(text.slice(start, end));
  return next ? start + next.index : end;
}

/** The end of the last sentence, so that a tick behind it is not a part of it. */
function lastWord(text: string, start: number, end: number): number {
  const stop = text.slice(start, end).lastIndexOf('.');
  return stop < 0 ? end : start + stop + 1;
}
