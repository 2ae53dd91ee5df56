import type { Filing, Marker } from '../filing/model';

/** The ids F1 to F99 of a filing's notes: a note keeps its number; a note with a letter takes its place in the list. */
export class FootnoteIds {
  private readonly byNote: readonly string[];
  private readonly byLabel = new Map<string, string>();
  private readonly all: ReadonlySet<string>;

  constructor({ footnotes: { list } }: Filing) {
    this.byNote = list.map(({ number }, at) => `F${number ?? at + 1}`);
    list.forEach(({ label }, at) => this.byLabel.set(label, this.byNote[at]!));
    this.all = new Set(this.byNote);
  }

  /** By the note's place in the list. */
  ofNote(index: number): string {
    return this.byNote[index]!;
  }

  /** Undefined where the marker is a letter that no note has. */
  ofMarker({ number, label }: Marker): string | undefined {
    return number === undefined ? this.byLabel.get(label) : `F${number}`;
  }

  has(id: string): boolean {
    return this.all.has(id);
  }
}
