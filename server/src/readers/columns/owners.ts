/** The second owner and those behind it, in a table of their own below Tables I and II. */
import type { Projection } from '../projection';
import { writeWrapped } from '../wrapped';
import { centredRows, range, type Band, type Block } from './centred';
import { columnStarts, emptyPlaces, type Page } from './page';

/** Box 1 and 5 of the second owner and those behind it, which this layout has in a table of their own alone. */
export function writeFurtherOwners(projection: Projection, page: Page, from: number, to: number): void {
  const head = page.find(/Director\s+10% Owner\s+Officer\s+Other/, from, to);
  if (head < 0) return;
  const words = page.words(head);
  const labels = ['Director', '10% Owner', 'Officer', 'Other'].map((label) => ({
    start: words.indexOf(label),
    end: words.indexOf(label) + label.length,
  }));
  const blocks = page.blocks(head + 1, to);
  const body = blocks.flatMap((block) => range(block.from, block.to));
  const name = { start: 0, end: 1 };
  const [, ...starts] = columnStarts(0, [name, ...labels], emptyPlaces(page, [...body, head], 2000));
  const isTicked = (line: number): boolean => page.piece(line, starts[0]!, 2000) !== undefined;
  const address = ({ from: above, to: below }: Block): Band => {
    const lines = range(above + 1, below).map((line) => page.words(line).slice(0, starts[0]).trim());
    return { words: [lines.join(' ')], cost: 0 };
  };
  const owners = blocks.flatMap((block): readonly (Block & { readonly lost?: boolean })[] => {
    const middles = range(block.from, block.to).filter(isTicked);
    if (middles.length < 2) return [block];
    return centredRows(block, middles, address) ?? middles.map((line) => ({ from: line, to: line, lost: true }));
  });
  for (const block of owners.slice(1)) {
    // Nothing tells where one ends: without a name and a tick it counts as not read.
    if (block.lost) {
      const at = page.line(block.from).start;
      projection.write('1. Name and Address of Reporting Person\nRelationship of Reporting Person(s) to Issuer\n', at);
      continue;
    }
    const lines = range(block.from, block.to);
    const at = page.line(block.from).start;
    const column = (index: number): ReturnType<Page['piece']>[] =>
      lines
        .map((line) => page.piece(line, starts[index]!, starts[index + 1] ?? 2000))
        .filter((piece) => piece !== undefined);
    projection.write('1. Name and Address of Reporting Person\n', at);
    for (const line of lines) {
      const piece = page.piece(line, 0, starts[0]!);
      if (piece) projection.copy(piece.start, piece.end).write('\n', piece.end);
    }
    projection.write('Relationship of Reporting Person(s) to Issuer\n', at);
    // Under Officer and Other stands a title. An X there has moved from its heading, and nobody knows from which.
    const isAstray = [2, 3].some((index) => column(index).some((piece) => isTick(page, piece)));
    const tick = (index: number, label: string): void => {
      const ticked = column(index).length > 0 && !isAstray;
      projection.write(`${ticked ? '[X]' : '[ ]'} ${label} `, column(index)[0]?.start ?? at);
    };
    tick(0, 'Director');
    tick(1, '10% Owner');
    tick(2, 'Officer (give title below)');
    tick(3, 'Other (specify below)');
    for (const index of [2, 3]) {
      const pieces = column(index).flatMap((piece) => piece ?? []);
      if (pieces.length === 0 || isAstray) continue;
      projection.write('<u>', pieces[0]!.start);
      writeWrapped(projection, page.text, pieces);
      projection.write('</u>', pieces[0]!.start);
    }
    projection.write('\n\n', at);
  }
}

const isTick = ({ text }: Page, piece: ReturnType<Page['piece']>): boolean =>
  piece !== undefined && text.slice(piece.start, piece.end) === 'X';
