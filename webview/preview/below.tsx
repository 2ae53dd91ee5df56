/** What stands below the tables: notes, and below them remarks, signatures and the form's legend. */
import type { DrawnForm, DrawnNote } from '../form/drawn';
import { Changed, Was } from './changed';
import { Still } from './still';
import { Thing, Value } from './thing';
import { Unread } from './unread';
import { said, type View } from './view';

interface Props {
  readonly view: View;
  readonly form: DrawnForm;
}

export function Notes({ view, form }: Props) {
  const { own, notes, moreNotes } = form;
  return (
    <section class="notes">
      <h2>{own.captions.footnotes}</h2>
      {notes.map((note) => (
        <Still
          key={note.address}
          view={view}
          of={[note]}
          addresses={[note.address]}
          draw={() => <Note view={view} note={note} />}
        />
      ))}
      <Unread view={view} form={form} parts={['footnotes']} />
      {moreNotes > 0 && <p class="more">{said(view.words.moreNotes, moreNotes)}</p>}
    </section>
  );
}

export function Below({ view, form }: Props) {
  const { own, remarks, signatures } = form;
  const { captions } = own;
  return (
    <>
      {remarks && (remarks.words !== '' || remarks.was !== undefined) && (
        <section class="notes">
          <h2>{captions.remarks}</h2>
          <Value as="p" view={view} cell={remarks} />
        </section>
      )}
      <section class="signatures" aria-label={captions.signature}>
        {signatures.map(({ name, date }) => (
          <p key={name.address}>
            <Value view={view} cell={name} class="name" /> <Value view={view} cell={date} class="date" />
          </p>
        ))}
        <Unread view={view} form={form} parts={['ownerSignatures']} />
        <p class="small">
          <span class="name">{captions.signature}</span> <span class="date">{own.date}</span>
        </p>
      </section>
      <footer class="legend">
        {own.legend.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </>
  );
}

function Note({ view, note }: { view: View; note: DrawnNote }) {
  const { address, label, text, was, wasLabel, change, explains = [] } = note;
  return (
    <Thing as="p" view={view} address={address} class={change ?? ''}>
      <span id={address}>
        {wasLabel !== undefined && <Was view={view} was={`${wasLabel}.`} />}
        {label !== '' && (wasLabel === undefined ? `${label}. ` : [<ins>{label}.</ins>, ' '])}
        <Changed view={view} was={was} change={change}>
          {text}
        </Changed>
      </span>
      {explains.map((line) => (
        <span class="explains" key={line}>
          {line}
        </span>
      ))}
    </Thing>
  );
}
