/** The tables, notes, remarks and signatures of the form as a page. */
import { el, type HtmlNode } from '../html';
import type { FormCell, FormHeading, FormNote, FormRow, FormTable, PrintedForm } from '../printedForm/model';
import { unreadIn } from './boxes';
import { changed } from './changes';
import type { Marks } from './marks';
import { placeWords } from './places';

/** Each citation has a place to come back to: its cell. */
const idOf = (address: string): string => address.replaceAll('/', '-');

export function formTable(form: PrintedForm, table: FormTable, marks: Marks): HtmlNode {
  const { name, title, headings, rows, more } = table;
  return [
    el(
      'table',
      { id: name },
      el('caption', {}, title),
      el(
        'colgroup',
        {},
        headings.map(({ width }) => el('col', { width })),
      ),
      el('thead', {}, headingRows(headings)),
      el(
        'tbody',
        {},
        rows.map((row) => tableRow(table, row, marks)),
      ),
    ),
    unreadIn(form, name),
    more > 0 && el('p', {}, `${more} rows more are not shown.`),
  ];
}

/** Two lines of headings: each item over its columns, and what those are called. */
function headingRows(all: readonly FormHeading[]): HtmlNode {
  const items: HtmlNode[] = [];
  const parts: HtmlNode[] = [];
  for (let at = 0; at < all.length;) {
    const { item, part } = all[at]!;
    let end = at + 1;
    while (end < all.length && all[end]!.item === item) end++;
    if (part === '') items.push(el('th', { scope: 'col', rowspan: 2 }, item));
    else {
      items.push(el('th', { scope: 'colgroup', colspan: end - at }, item));
      parts.push(...all.slice(at, end).map((heading) => el('th', { scope: 'col' }, heading.part)));
    }
    at = end;
  }
  return [el('tr', {}, items), el('tr', {}, parts)];
}

function tableRow({ headings }: FormTable, row: FormRow, marks: Marks): HtmlNode {
  if (row.kind === 'unread')
    return el('tr', { class: 'unread' }, el('td', { colspan: headings.length }, row.cells[0]!.words));
  const whole = marks.of(row.address);
  return el(
    'tr',
    { class: row.change },
    row.cells.map((cell, at) => tableCell(cell, marks.of(cell.address) ?? (at === 0 ? whole : undefined), row.change)),
  );
}

function tableCell(
  { address, words, markers = [], was }: FormCell,
  mark: string | undefined,
  change: FormRow['change'],
): HtmlNode {
  const tag = change === 'added' ? 'ins' : 'del';
  return el(
    'td',
    {
      class: /^\$?\d[\d,.]*$/.test(words) && 'number',
      id: markers.length > 0 && idOf(address),
      'data-mark': mark,
    },
    change && words !== '' ? el(tag, {}, words) : changed(was, words),
    words !== '' && markers.length > 0 && ' ',
    markers.map(({ label, note }) =>
      el(
        'sup',
        {},
        note === undefined
          ? `(${label})`
          : el('a', { href: `#${idOf(note)}`, 'aria-label': `footnote ${label}` }, `(${label})`),
      ),
    ),
  );
}

export function notes(form: PrintedForm, marks: Marks): HtmlNode {
  const { own, notes: all, moreNotes } = form;
  const unread = unreadIn(form, 'footnotes');
  return el(
    'section',
    { class: 'notes' },
    el('h2', {}, own.captions.footnotes),
    all.map((note) => oneNote(form, note, marks)),
    unread,
    moreNotes > 0 && el('p', {}, `${moreNotes} notes more are not shown.`),
  );
}

function oneNote(form: PrintedForm, note: FormNote, marks: Marks): HtmlNode {
  const { address, label, text, cited, change, was, wasLabel, explains = [] } = note;
  const words = change ? el(change === 'added' ? 'ins' : 'del', {}, text) : changed(was, text);
  return el(
    'p',
    { id: idOf(address), ...marks.attributes(address) },
    changed(wasLabel === undefined ? undefined : `(${wasLabel})`, `(${label})`),
    ' ',
    words,
    // Drawn by the style: they are no words of the note.
    cited.map((place, at) => {
      const words = placeWords(form, place);
      return [
        ' ',
        el('a', {
          class: 'cited',
          href: `#${idOf(place)}`,
          'data-place': `${at === 0 ? '\u21a9 ' : ''}${words}${at < cited.length - 1 ? ';' : ''}`,
          'aria-label': `back to where it is cited: ${words}`,
        }),
      ];
    }),
    explains.map((line) => el('span', { class: 'explains' }, line)),
  );
}

export function remarks({ own, remarks: cell }: PrintedForm, marks: Marks): HtmlNode {
  return (
    cell &&
    (cell.words !== '' || cell.was) &&
    el(
      'section',
      { class: 'remarks' },
      el('h2', {}, own.captions.remarks),
      el('p', marks.attributes(cell.address), changed(cell.was, cell.words)),
    )
  );
}

export function signatures(form: PrintedForm, marks: Marks): HtmlNode {
  const { own, signatures: all } = form;
  return [
    unreadIn(form, 'ownerSignatures'),
    all.map(({ name, date }) =>
      el(
        'p',
        { class: 'signed' },
        el('span', { class: 'value name', ...marks.attributes(name.address) }, changed(name.was, name.words)),
        ' ',
        el('span', { class: 'value date', ...marks.attributes(date.address) }, changed(date.was, date.words)),
      ),
    ),
    el(
      'p',
      { class: 'signed caption' },
      el('span', { class: 'name' }, own.captions.signature),
      ' ',
      el('span', { class: 'date' }, own.date),
    ),
    el(
      'div',
      { class: 'legend' },
      own.legend.map((line) => el('p', {}, line)),
    ),
  ];
}
