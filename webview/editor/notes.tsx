/** The notes beside the form, and the one that is being written. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DrawnNote } from '../form/drawn';
import { fixChoices } from './actions';
import { focusOn, type Desk } from './desk';
import { Field } from './field';
import type { Choice } from './menu';
import { Same } from './same';

export interface NotesProps {
  readonly desk: Desk;
  readonly heading: string;
  readonly notes: readonly DrawnNote[];
  /** The cell for which a note is being written. */
  readonly writing: string | undefined;
  readonly written: () => void;
  readonly open: (label: string, choices: readonly Choice[], at: HTMLElement) => void;
}

export function Notes({ desk, heading, notes, writing, written, open }: NotesProps): JSX.Element {
  const readOnly = desk.shown?.refused !== undefined;
  const move = (at: number, by: -1 | 1): void =>
    desk.ask(
      { kind: 'run', operation: by < 0 ? 'footnote.moveUp' : 'footnote.moveDown', address: notes[at]!.address },
      { then: notes[at + by]?.address ?? notes[at]!.address },
    );
  const choices = ({ address, label, cited }: DrawnNote, at: number): Choice[] => [
    ...fixChoices(desk, address),
    { label: desk.t('Move note up'), key: 'Alt+↑', apart: true, disabled: at === 0, act: () => move(at, -1) },
    { label: desk.t('Move note down'), key: 'Alt+↓', disabled: at === notes.length - 1, act: () => move(at, 1) },
    {
      label: desk.t('Delete note {0} and its markers', label),
      key: 'Ctrl+Shift+Delete',
      act: () => desk.ask({ kind: 'run', operation: 'footnote.delete', address }, {}),
    },
    { label: desk.t('Go to the cell that cites it'), disabled: cited.length === 0, act: () => void focusOn(cited[0]!) },
    { label: desk.t('Show in the text'), apart: true, act: () => desk.show(address) },
  ];
  return (
    <section class="notes" aria-label={heading}>
      <h2>{heading}</h2>
      <ol>
        {notes.map((note, at) => (
          <Same
            key={note.address}
            by={[note, at, notes.length, desk.looks([note.address]), readOnly]}
            draw={() => (
              <li>
                <button
                  type="button"
                  class="number"
                  tabIndex={-1}
                  disabled={readOnly}
                  aria-label={desk.t('Note {0}: what can be done', note.label)}
                  onClick={(event) => open(desk.t('Note {0}', note.label), choices(note, at), event.currentTarget)}
                >
                  {note.label === '' ? '•' : `(${note.label})`}
                </button>
                <Field
                  desk={desk}
                  address={note.address}
                  words={note.text}
                  label={desk.t('Note {0}', note.label)}
                  lines
                  readOnly={readOnly}
                  keys={(event) => {
                    const { key, altKey, shiftKey, currentTarget } = event;
                    const control = event.ctrlKey || event.metaKey;
                    if (altKey && key === 'ArrowUp' && at > 0) move(at, -1);
                    else if (altKey && key === 'ArrowDown' && at < notes.length - 1) move(at, 1);
                    else if (control && shiftKey && key === 'Delete')
                      desk.ask({ kind: 'run', operation: 'footnote.delete', address: note.address }, {});
                    else if ((control && key === '.') || (shiftKey && key === 'F10') || key === 'ContextMenu')
                      open(desk.t('Note {0}', note.label), choices(note, at), currentTarget);
                    else return false;
                    return true;
                  }}
                />
              </li>
            )}
          />
        ))}
      </ol>
      {writing !== undefined && <NewNote desk={desk} address={writing} done={written} />}
    </section>
  );
}

function NewNote({
  desk,
  address,
  done,
}: {
  readonly desk: Desk;
  readonly address: string;
  readonly done: () => void;
}): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), [address]);
  const end = (): void => {
    done();
    focusOn(address);
  };
  return (
    <div class="new-note">
      <label for="new-note">{desk.t('New footnote')}</label>
      <textarea
        id="new-note"
        ref={field}
        rows={2}
        placeholder={desk.t('Write the note. Enter sets it, Escape leaves it.')}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          const text = event.currentTarget.value.trim();
          if (event.key === 'Escape') end();
          else if (event.key === 'Enter' && text !== '') {
            desk.ask({ kind: 'note', address, text }, { then: address });
            end();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}
