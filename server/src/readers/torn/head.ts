/**
 * The head of a torn page: labels and values have lost each other, so each value is told by what it is. A name stands beside
 * the issuer, an issuer has its ticker in brackets, an address has its numbers, its state and its zip.
 */
import { POSITION } from '../../facts/formWords';
import type { Projection } from '../projection';
import { CITY, DATE } from './looks';
import type { Piece } from './pieces';

const ZIP = /^\d{5}(?:-\d{4})?$/;
const STATE = /^[A-Z][A-Z0-9]$/;
const TICKER = /\[\s?[^\][]{1,40}\s?\]$/;
/** A name printed right behind the issuer is so near. */
const CLOSE = 8;
/** Words of an address that has no number. */
const STREET =
  /\b(?:c\/o|street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|way|parkway|pkwy|lane|plaza|suite|floor|square|center|centre|court|box|place|highway|building|inc|llc|corp(?:oration)?|lp|company)\b/i;

/** How a street ends. */
const ROAD = /\b(?:street|avenue|ave|road|rd|drive|boulevard|blvd|way|parkway|pkwy|lane|floor)\.?$/i;

/** What is known of the head. */
export interface TornHead {
  readonly issuer?: Piece;
  readonly name?: Piece;
  readonly address: readonly Piece[];
  readonly title?: Piece;
  readonly earliest?: Piece;
  readonly original?: Piece;
  /** The ticks of box 5. */
  readonly roles: ReadonlyMap<Role, Piece>;
  /** True where more ticks stand there than could be given to a role. */
  readonly isDoubtful: boolean;
  readonly exit?: Piece;
  readonly exitTick?: Piece;
  readonly plan?: Piece;
  readonly planTick?: Piece;
  /** How many owners the page has boxes of; more than one where it says that more have filed. */
  readonly owners: number;
  readonly labels: ReadonlyMap<Piece['printed'], Piece>;
}

const MANY = 2;
const ROLES = ['director', 'tenPercent', 'officer', 'other'] as const;
export type Role = (typeof ROLES)[number];
const isRole = (printed: Piece['printed']): printed is Role => ROLES.some((role) => role === printed);

/**
 * Tells the values of a head apart.
 * @param count how many pieces stand above the tables; the others stand amid rows, whose dates are none of box 4
 */
export function headOf(text: string, pieces: readonly Piece[], count = pieces.length): TornHead {
  const labels = new Map<Piece['printed'], Piece>();
  for (const piece of pieces) if (piece.printed && !labels.has(piece.printed)) labels.set(piece.printed, piece);
  const said = pieces.filter(({ printed }) => printed === undefined);
  const words = (piece: Piece | undefined): string =>
    piece ? text.slice(piece.start, piece.end).replace(/\s+/g, ' ') : '';
  const issuer = said.find((piece) => TICKER.test(words(piece)));
  const name = nameOf(pieces, said, issuer, words);
  const allDates = said.filter((piece) => DATE.test(words(piece))).slice(0, 2);
  const dates = allDates.filter((piece, at) => at === 0 || pieces.indexOf(piece) < count);
  const rest = said.filter((piece) => piece !== issuer && piece !== name && !DATE.test(words(piece)));
  const title = titleOf(rest, words);
  const roles = rolesOf(pieces, title !== undefined);
  const before = (label: Piece['printed']): Piece | undefined => {
    const at = pieces.findIndex(({ printed }) => printed === label);
    const tick = pieces[at - 1];
    return at > 0 && tick?.printed === 'tick' ? tick : undefined;
  };
  const [earliest, original] = inOrder(dates, words);
  return {
    ...{ issuer, name, title, earliest, original, labels, ...roles },
    address: rest.filter((piece) => piece !== title),
    exit: labels.get('exit'),
    exitTick: before('exit'),
    plan: labels.get('plan'),
    planTick: before('plan'),
    owners: before('moreFilers') ? MANY : pieces.filter(({ printed }) => printed === 'person').length,
  };
}

/** Of two dates box 4 has the earlier day only where an amendment was made of what was filed before: box 3 is never later. */
function inOrder(dates: readonly Piece[], words: (piece: Piece) => string): readonly (Piece | undefined)[] {
  const [first, second] = dates;
  if (!first || !second) return dates;
  const day = (piece: Piece): number => {
    const [month, date, year] = words(piece).split('/').map(Number);
    return year! * 10_000 + month! * 100 + date!;
  };
  return day(second) < day(first) ? [second, first] : dates;
}

/** The name: the words beside the issuer that no label parts from it but those below the line for a name. */
function nameOf(
  pieces: readonly Piece[],
  said: readonly Piece[],
  issuer: Piece | undefined,
  words: (piece: Piece) => string,
): Piece | undefined {
  const score = (piece: Piece): number => {
    const at = pieces.indexOf(piece);
    const own = words(piece);
    if (piece === issuer || /\d|c\/o/i.test(own) || STATE.test(own) || CITY.test(own) || TICKER.test(own)) return -9;
    const [before, behind] = [pieces[at - 1], pieces[at + 1]];
    let sum = 0;
    if (behind?.printed === 'name') sum += behind.paragraph === piece.paragraph ? 3 : 1;
    if (before?.printed === 'person') sum += 2;
    if (issuer) {
      const near = said.indexOf(issuer) - said.indexOf(piece);
      if (Math.abs(near) === 1) sum += 2;
      if (near === -1 && piece.start - issuer.end < CLOSE) sum += 1;
    }
    if (POSITION.test(own)) sum -= 3;
    if (ROAD.test(own)) sum -= 4;
    if (behind?.printed === 'address' && behind.paragraph === piece.paragraph) sum -= 2;
    if (before?.printed === 'other' || before?.printed === 'below') sum -= 2;
    return sum;
  };
  let best: Piece | undefined;
  let most = 1;
  for (const piece of said) {
    const own = score(piece);
    if (own > most) [best, most] = [piece, own];
  }
  return best;
}

/** The title of an officer, by its words; where none has such, what stands beside its label and is no address. */
function titleOf(rest: readonly Piece[], words: (piece: Piece) => string): Piece | undefined {
  const open = rest.filter((piece) => {
    const own = words(piece);
    return !ZIP.test(own) && !STATE.test(own) && !CITY.test(own);
  });
  const named = open.filter((piece) => POSITION.test(words(piece)) && !/^\d|c\/o/i.test(words(piece)));
  if (named.length === 1) return named[0];
  return named.find((piece) => !STREET.test(words(piece)));
}

/**
 * Which roles are ticked. A tick right before its label is its own. Those that were torn off are given by their count: the
 * one of box 6 apart, a title has an officer's, and what is left are the director's and the owner's, in this order.
 */
function rolesOf(pieces: readonly Piece[], hasTitle: boolean): Pick<TornHead, 'roles' | 'isDoubtful'> {
  const roles = new Map<Role, Piece>();
  const torn: Piece[] = [];
  let ofJoint = 0;
  pieces.forEach((piece, at) => {
    if (piece.printed !== 'tick') return;
    const next = pieces[at + 1];
    const printed = next?.printed;
    if (printed === 'exit' || printed === 'plan') return;
    if (printed === 'oneFiler' || printed === 'moreFilers') ofJoint++;
    else if (isRole(printed) && !roles.has(printed)) roles.set(printed, piece);
    else torn.push(piece);
  });
  // Box 6 has one tick.
  if (ofJoint === 0 && torn.length > 0) torn.pop();
  if (hasTitle && torn.length > 0 && !roles.has('officer') && !roles.has('other')) roles.set('officer', torn.pop()!);
  for (const role of ['director', 'tenPercent'] as const)
    if (!roles.has(role) && torn.length > 0) roles.set(role, torn.shift()!);
  return { roles, isDoubtful: torn.length > 0 || roles.size === 0 };
}

const PRINTED_ROLES: Readonly<Record<Role, string>> = {
  director: 'Director',
  tenPercent: '10% Owner',
  officer: 'Officer (give title below)',
  other: 'Other (specify below)',
};

/** Writes the boxes in the form's order, each value behind its label. */
export function writeHead(projection: Projection, head: TornHead): void {
  const { labels, roles } = head;
  const label = (printed: Piece['printed'], words: string): void => {
    const own = labels.get(printed);
    projection.write('\n\n', own?.start ?? 0);
    if (own) projection.replace(words, own.start, own.end).write('\n', own.end);
    else projection.write(`${words}\n`, 0);
  };
  const value = (piece: Piece | undefined): void => {
    if (!piece) return;
    piece.lines.forEach(({ start, end }, at) => projection.write(at > 0 ? ' ' : '', start).copy(start, end));
    projection.write('\n', piece.end);
  };
  const box = (sentence: Piece | undefined, tick: Piece | undefined): void => {
    if (!sentence) return;
    if (tick) projection.replace('[X] ', tick.start, tick.end);
    else projection.write('[ ] ', sentence.start);
    projection.copy(sentence.start, sentence.end).write('\n\n', sentence.end);
  };
  box(head.exit, head.exitTick);
  box(head.plan, head.planTick);
  label('person', '1. Name and Address of Reporting Person');
  value(head.name);
  if (head.name) head.address.forEach(value);
  label('issuer', '2. Issuer Name and Ticker or Trading Symbol');
  value(head.issuer);
  label('earliest', '3. Date of Earliest Transaction (Month/Day/Year)');
  value(head.earliest);
  label('original', '4. If Amendment, Date of Original Filed (Month/Day/Year)');
  value(head.original);
  label('relationship', '5. Relationship of Reporting Person(s) to Issuer');
  for (const role of ROLES) {
    const [tick, own] = [roles.get(role), labels.get(role)];
    if (tick) projection.replace('[X] ', tick.start, tick.end);
    else projection.write('[ ] ', own?.start ?? 0);
    if (own) projection.replace(PRINTED_ROLES[role], own.start, own.end);
    else projection.write(PRINTED_ROLES[role], 0);
    projection.write('\n', own?.end ?? 0);
  }
  value(head.title);
  projection.write('\n', labels.get('relationship')?.end ?? 0);
}
