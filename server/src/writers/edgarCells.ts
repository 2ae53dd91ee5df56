/** The values of the ownership XML: what stands in a cell, checked against what EDGAR's schema takes. */
import { LIMITS, NUMBERS, type LimitedField } from '../facts/limits';
import type { Cell, DateCell, Filing, NumberCell } from '../filing/model';
import { isoDate } from '../text/days';
import { compare, isNegative, plain } from '../text/decimal';
import { FootnoteIds } from './footnoteIds';
import { sourceWords } from './words';
import type { XmlPage } from './xmlPage';

/** `value`: EDGAR asks for one. `footnote`: a footnote may stand in its place. `no`: it may be left out. */
export type Need = 'value' | 'footnote' | 'no';

/** A value ready to be written. */
interface Ready {
  readonly words: string | undefined;
  /** What is wrong with it where something is; [what EDGAR asks for, why]. */
  readonly fault?: readonly [string, string];
}

const ABSENT = 'The text does not have it';

/** A column or box in words, for the person who fills the gap. */
export interface Asked {
  readonly ask: string;
  readonly need: Need;
}

export class CellWriter {
  private readonly ids: FootnoteIds;
  /** The ids that cells have cited so far. */
  readonly cited = new Set<string>();

  constructor(
    readonly page: XmlPage,
    private readonly filing: Filing,
  ) {
    this.ids = new FootnoteIds(filing);
  }

  /** The id of a note by its place in the list. */
  idOf(index: number): string {
    return this.ids.ofNote(index);
  }

  /** Words in an element of a row, `<name><value>…</value><footnoteId id="F1"/></name>`. */
  text(name: string, cell: Cell<string>, asked: Asked, limit?: LimitedField, choices?: readonly string[]): void {
    this.valued(name, cell, asked, readyText(cell.value, limit, choices));
  }

  number(name: string, cell: NumberCell, asked: Asked): void {
    this.valued(name, cell, asked, readyNumber(cell));
  }

  date(name: string, cell: DateCell, asked: Asked): void {
    this.valued(name, cell, asked, { words: cell.value === undefined ? undefined : isoDate(cell.value) });
  }

  /** An element without `<value>`, as those of the boxes are. */
  plainText(name: string, cell: Cell<string> | undefined, ask: string, limit: LimitedField): void {
    const ready = readyText(cell?.value, limit);
    if (ready.words === undefined) this.page.missing(name, ask, cell ? this.whyNot(cell) : ABSENT);
    else this.written(name, ready);
  }

  plainDate(name: string, cell: DateCell, ask: string): void {
    if (cell.value === undefined) this.page.missing(name, ask, this.whyNot(cell));
    else this.page.words(name, isoDate(cell.value));
  }

  /** The footnotes that a cell cites. */
  citations(cell: Cell<unknown>): void {
    const here = new Set<string>();
    for (const marker of cell.markers) {
      const { label } = marker;
      const id = this.ids.ofMarker(marker);
      if (id === undefined) {
        this.page.check(
          'footnoteId',
          'the id of a footnote',
          `The text cites (${label}), and no footnote has that name`,
        );
        continue;
      }
      if (here.has(id))
        this.page.check('footnoteId', 'each footnote once in a cell', `The text cites (${label}) twice`);
      else if (!this.ids.has(id))
        this.page.check('footnoteId', 'the id of a footnote', `The text cites (${label}) and has no such footnote`);
      here.add(id);
      this.cited.add(id);
      this.page.footnoteId(id);
    }
  }

  /** Why a cell has no value that could be written. */
  whyNot(cell: Cell<unknown>): string {
    const words = sourceWords(this.filing, cell);
    if (words === '') return ABSENT;
    const what = cell.problem ? WHY[cell.problem] : 'which is not what goes there';
    return `The text says "${words}", ${what}`;
  }

  private valued(name: string, cell: Cell<unknown>, { ask, need }: Asked, ready: Ready): void {
    const { page } = this;
    const cites = cell.markers.length > 0;
    const asks = ready.words === undefined && (cell.raw !== '' || need === 'value' || (need === 'footnote' && !cites));
    if (ready.words === undefined && !asks && !cites) return;
    page.element(name, () => {
      if (ready.words !== undefined) this.written('value', ready);
      else if (asks) page.missing('value', ask, this.whyNot(cell));
      this.citations(cell);
    });
  }

  private written(name: string, { words, fault }: Ready): void {
    if (fault) this.page.check(name, ...fault);
    this.page.words(name, words ?? '');
  }
}

const WHY: Readonly<Record<NonNullable<Cell<unknown>['problem']>, string>> = {
  'not-a-number': 'which is no number',
  'bad-grouping': 'whose commas do not stand before groups of three digits',
  negative: 'which is less than zero',
  'not-a-date': 'which is no date',
  'no-such-day': 'and no calendar has that day',
};

function readyText(value: string | undefined, limit?: LimitedField, choices?: readonly string[]): Ready {
  if (value === undefined) return { words: undefined };
  if (choices && !choices.includes(value))
    return { words: value, fault: [`one of ${choices.join(', ')}`, `The text says "${value}"`] };
  const most = limit === undefined ? Infinity : LIMITS[limit].characters;
  if (value.length <= most) return { words: value };
  return { words: value, fault: [`at most ${most} characters`, `The text has ${value.length}`] };
}

function readyNumber({ value }: NumberCell): Ready {
  if (!value) return { words: undefined };
  const words = plain(value);
  if (isNegative(value) || compare(value, NUMBERS.largest) > 0)
    return { words, fault: [`a number from 0 to ${plain(NUMBERS.largest)}`, `The text says ${words}`] };
  if (value.scale > NUMBERS.decimals)
    return { words, fault: [`at most ${NUMBERS.decimals} decimals`, `The text says ${words}`] };
  return { words };
}
