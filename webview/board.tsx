/** The filings of the folders that are open: what is due, late, unsigned, and what was found. */
import { render } from 'preact';
import { Board } from './board/app';
import { TO_BOARD, type BoardRow, type FromBoard, type ToBoard } from './board/messages';
import { connect } from './host';
import type { Words } from './words';
import './view.css';

type Rows = Extract<ToBoard, { kind: 'rows' }>;

const root = document.getElementById('root')!;
let words: Words | undefined;
let last: Rows | undefined;
/** By the address of the file: all its filings come and go together. */
let rows: ReadonlyMap<string, readonly BoardRow[]> = new Map();

const host = connect<ToBoard, FromBoard>(TO_BOARD, (message) => {
  if (message.kind === 'words') ({ words } = message);
  else {
    last = message;
    const next = new Map(message.anew ? [] : rows);
    for (const file of message.gone) next.delete(file);
    for (const row of message.rows) next.set(fileOf(row), []);
    for (const row of message.rows) next.set(fileOf(row), [...next.get(fileOf(row))!, row]);
    rows = next;
  }
  if (words)
    render(
      <Board
        words={words}
        rows={rows}
        done={last?.done ?? 0}
        of={last?.of ?? 0}
        left={last?.left ?? []}
        go={(id) => host.post({ kind: 'go', id })}
      />,
      root,
    );
});

/** The file of a row: its id without the place in it. */
const fileOf = ({ id }: BoardRow): string => id.slice(0, id.lastIndexOf('#'));

host.post({ kind: 'ready' });
