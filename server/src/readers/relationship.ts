/** Box 5: who the reporting person is to the issuer. */
import type { CheckBox, Role, TextCell } from '../filing/model';
import type { Span } from '../text/span';
import { matchesOf } from '../text/matches';
import { trim } from '../text/white';
import { cellAt, contentOf, firstCell, underlined, withoutAddress, type Label } from './boxText';
import { ticksIn, type Tick } from '../text/ticks';

const ROLE =
  /(director)|(10\s?%\s?owner)|(officer(?:\s+\(give\s+title\s+below\))?)|(other(?:\s+\(specify\s+below\))?)/gi;

/** As the form prints them. */
const ORDER: readonly Role[] = ['isDirector', 'isTenPercentOwner', 'isOfficer', 'isOther'];

export interface Relationship {
  /** The boxes that are printed. */
  readonly roles: Readonly<Partial<Record<Role, CheckBox>>>;
  readonly texts: readonly TextCell[];
}

/**
 * Reads what is ticked and the words of the filer's below.
 * @param name that of the owner: where the parts of a page come one behind the other, it stands behind box 5 once more
 */
export function readRelationship(text: string, label: Label, name: string): Relationship {
  const content = contentIn(text, label, name);
  const whole = asPrinted(text, content);
  if (whole) return whole;
  const piece = text.slice(content.start, content.end);
  const roles: (Span | undefined)[] = [undefined, undefined, undefined, undefined];
  let last = -1;
  for (const match of matchesOf(ROLE, piece)) {
    const role = match[1] ? 0 : match[2] ? 1 : match[3] ? 2 : 3;
    // A title may hold the word "Director": only the first of each in the form's order is a label.
    if (role <= last) continue;
    last = role;
    roles[role] = { start: content.start + match.index, end: content.start + match.index + match[0].length };
  }
  const printed = roles.filter((role): role is Span => role !== undefined);
  const lastLabel = printed[printed.length - 1];
  if (!lastLabel) return { roles: {}, texts: [] };
  const below = behindTick(text, { start: lastLabel.end, end: content.end });
  const ticks = ticksIn(text, { start: content.start, end: below });
  const after = ticksFollow(ticks, printed);
  const boxOf = (label: Span): CheckBox => {
    // Where a page has lost the edges of its cells, the tick and its label are one word.
    const glued = { start: label.start - 1, end: label.start };
    if (text.charAt(glued.start) === 'X') return { checked: true, span: glued, mark: glued, label };
    const at = printed.indexOf(label);
    const from = after ? label.end : at === 0 ? content.start : printed[at - 1]!.end;
    const to = after ? (printed[at + 1]?.start ?? below) : label.start;
    const own = ticks.filter(({ span }) => span.start >= from && span.end <= to);
    const tick = own.find(({ checked }) => checked) ?? own[after ? 0 : own.length - 1];
    return { checked: tick?.checked ?? false, span: tick?.span ?? label, mark: tick?.span, label };
  };
  return {
    roles: Object.fromEntries(
      ORDER.flatMap((name, at) => {
        const label = roles[at];
        return label ? [[name, boxOf(label)]] : [];
      }),
    ),
    texts: textsBelow(text, trim(text, below, content.end)),
  };
}

/** The labels of box 5 in the order and the words of the form, behind its heading. */
const HEADING = '(Check all applicable) ';
const LABELS = ['Director ', '10% Owner ', 'Officer (give title below) ', 'Other (specify below)'];
const CHECKED = '<input checked="" type="checkbox"/> ';

/** Box 5 to the letter as EDGAR's page has it, ticks before their labels; undefined where it is written in any other way. */
function asPrinted(text: string, content: Span): Relationship | undefined {
  if (!text.startsWith(HEADING, content.start)) return undefined;
  let at = content.start + HEADING.length;
  const roles: Partial<Record<Role, CheckBox>> = {};
  for (const [nth, words] of LABELS.entries()) {
    const checked = text.startsWith(CHECKED, at);
    const mark = checked ? { start: at, end: at + CHECKED.length - 1 } : undefined;
    if (checked) at += CHECKED.length;
    if (!text.startsWith(words, at)) return undefined;
    const label = { start: at, end: at + words.trimEnd().length };
    at += words.length;
    roles[ORDER[nth]!] = { checked, span: mark ?? label, mark, label };
  }
  if (at > content.end || (at < content.end && !text.startsWith(' <u>', at))) return undefined;
  return { roles, texts: textsBelow(text, trim(text, at, content.end)) };
}

/** Where the words below begin: behind a tick that stands right after the last label. */
function behindTick(text: string, span: Span): number {
  const [tick] = ticksIn(text, { start: span.start, end: Math.min(span.end, span.start + 240) });
  return tick && trim(text, span.start, tick.span.start).end === span.start ? tick.span.end : span.start;
}

/** Ticks stand before their labels on the form; some texts print them behind, which the first and last label betray. */
function ticksFollow(ticks: readonly Tick[], labels: readonly Span[]): boolean {
  const first = labels[0]!;
  const last = labels[labels.length - 1]!;
  if (ticks.some((tick) => tick.span.end <= first.start)) return false;
  return ticks.some((tick) => tick.span.start >= last.end) || (ticks.length === labels.length && ticks.length > 1);
}

/** Box 5 without what follows it on a page whose parts come one behind the other. */
function contentIn(text: string, label: Label, name: string): Span {
  const content = withoutAddress(text, contentOf(text, label));
  const again = name === '' ? -1 : text.slice(content.start, content.end).indexOf(`\n${name}`);
  return again < 0 ? content : trim(text, content.start, content.start + again);
}

/** What is left of "(give title below)" and "(specify below)" where a page wraps them. */
const LABEL_REST = /^[(\s]{0,9}(?:(?:give|title|specify|below)[()\s]{0,9}){1,6}$/i;

/** What LABEL_REST begins with: a bracket, or the first letter of one of its words. */
const mayBeRest = (unit: number): boolean =>
  unit === 40 || unit > 127 || 'gtsb'.includes(String.fromCharCode(unit | 32));

const isLabelRest = (text: string, { start, end }: Span): boolean =>
  LABEL_REST.test(text.slice(start, Math.min(end, start + 120)).replace(/\s+/g, ' '));

/** The officer's title and the words of "Other", each underlined; in plain text, one line. */
function textsBelow(text: string, below: Span): TextCell[] {
  const found: TextCell[] = [];
  let from = below.start;
  while (from < below.end && found.length < 2) {
    const rest = { start: from, end: below.end };
    const value = underlined(text, rest);
    const span = value ?? firstCell(text, trim(text, rest.start, rest.end));
    if (span.end === span.start) break;
    const isRest = mayBeRest(text.charCodeAt(span.start)) && isLabelRest(text, span);
    if (!isRest) found.push(cellAt(text, span, below));
    if (!value && !isRest) break;
    from = value ? value.end + 4 : span.end;
  }
  return found;
}
