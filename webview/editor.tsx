/** The form of a filing, to be filled in: each change goes to the text, and the form shows what the text says. */
import { render, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Head, People, Remarks, Signatures } from './editor/boxes';
import { Desk } from './editor/desk';
import { Grid } from './editor/grid';
import { Menu, type Choice, type Opened } from './editor/menu';
import { TO_EDITOR, type FromEditor, type ToEditor } from './editor/messages';
import { Notes } from './editor/notes';
import { Same } from './editor/same';
import { Strip } from './editor/strip';
import { connect } from './host';
import './editor.css';

const root = document.getElementById('root')!;
const draw = (): void => render(<Editor />, root);

const host = connect<ToEditor, FromEditor>(TO_EDITOR, (message) => {
  if (message.kind === 'words') desk.words = message.words;
  else if (message.kind === 'form') return desk.heard(message);
  else if (message.kind === 'answered')
    return desk.answered(message.id, message.version, message.refused, message.remark);
  else if (message.kind === 'fixes') return desk.fixesHeard(message.version, message.finding, message.titles);
  else {
    desk.shown = undefined;
    desk.why = message.why;
  }
  draw();
});
const desk = new Desk((message) => host.post(message), draw);

/** From one part of the form to the next, past all cells of a grid. */
function toPart(by: 1 | -1): void {
  const parts = [...root.querySelectorAll<HTMLElement>('[data-part]')];
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  const to = parts[(at + by + parts.length) % parts.length];
  to?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea')?.focus();
}

// On the page and not on the form: these keys go when nothing has the focus, too.
document.addEventListener('keydown', (event) => {
  const { key, altKey, shiftKey } = event;
  if (key === 'F8' && !altKey) desk.toFinding(shiftKey ? -1 : 1);
  else if (altKey && (key === 'PageDown' || key === 'PageUp')) toPart(key === 'PageDown' ? 1 : -1);
  else return;
  event.preventDefault();
  event.stopPropagation();
});

function Editor(): JSX.Element {
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const [writing, setWriting] = useState<string | undefined>(undefined);
  const { shown } = desk;
  if (!shown) return <p>{desk.why}</p>;
  const { form, frame, refused } = shown;
  const looks = desk.looksBesides;
  const besides = (draw: () => JSX.Element): JSX.Element => <Same by={[frame, looks, refused]} draw={draw} />;
  const open = (label: string, choices: readonly Choice[], from: HTMLElement): void => {
    const { left, bottom } = from.getBoundingClientRect();
    setOpened({ x: left, y: bottom, label, choices, from });
  };
  const grid = (table: typeof form.nonDerivativeTable): JSX.Element => (
    <section data-part class="table">
      <h2>{table.title}</h2>
      <div class="scroll">
        <Grid desk={desk} table={table} open={open} write={setWriting} />
      </div>
    </section>
  );
  return (
    <main>
      {shown.refused !== undefined && (
        <p class="closed" role="note">
          {shown.refused}{' '}
          <button type="button" onClick={() => desk.convert()}>
            {desk.t('Convert…')}
          </button>
        </p>
      )}
      <div class="sheet">
        <div class="form">
          <div data-part>
            {besides(() => (
              <>
                <Head desk={desk} form={frame} />
                <People desk={desk} form={frame} />
              </>
            ))}
          </div>
          {grid(form.nonDerivativeTable)}
          {grid(form.derivativeTable)}
          <div data-part>
            {besides(() => (
              <>
                <Remarks desk={desk} form={frame} />
                <Signatures desk={desk} form={frame} />
              </>
            ))}
          </div>
        </div>
        <div data-part class="beside">
          <Notes
            desk={desk}
            heading={form.own.captions.footnotes}
            notes={form.notes}
            writing={writing}
            written={() => setWriting(undefined)}
            open={open}
          />
        </div>
      </div>
      <Strip desk={desk} />
      {opened && <Menu opened={opened} close={() => setOpened(undefined)} />}
    </main>
  );
}

host.post({ kind: 'ready' });
