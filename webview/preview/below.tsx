/** What stands below the tables: notes, remarks, signatures, and the form's legend. */
import type { PrintedForm } from '../../server/src/protocol';
import { Thing, Value } from './thing';
import { Unread } from './unread';
import { said, type View } from './view';

export function Below({ view, form }: { view: View; form: PrintedForm }) {
  const { own, notes, moreNotes, remarks, signatures } = form;
  const { captions } = own;
  return (
    <>
      <section class="notes">
        <h2>{captions.footnotes}</h2>
        {notes.map(({ address, label, text }) => (
          <Thing key={address} as="p" view={view} address={address}>
            <span id={address}>
              {label !== '' && `${label}. `}
              <span class="words">{text}</span>
            </span>
          </Thing>
        ))}
        <Unread view={view} form={form} parts={['footnotes']} />
        {moreNotes > 0 && <p class="more">{said(view.words.moreNotes, moreNotes)}</p>}
      </section>
      {remarks && remarks.words !== '' && (
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
