/** A menu at a place of the form: what can be done there, with keys or the mouse. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface Choice {
  readonly label: string;
  readonly key?: string;
  /** Begins a group of its own. */
  readonly apart?: true;
  readonly disabled?: boolean;
  readonly act: () => void;
}

export interface Opened {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** What gets the focus back. */
  readonly from: HTMLElement | null;
}

export function Menu({ opened, close }: { readonly opened: Opened; readonly close: () => void }): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const items = (): HTMLButtonElement[] => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('button:not([disabled])') ?? []),
  ];
  useEffect(() => {
    const menu = list.current;
    if (!menu) return;
    // Inside the window, wherever it was asked for.
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(0, Math.min(opened.x, window.innerWidth - width - 4))}px`;
    menu.style.top = `${Math.max(0, Math.min(opened.y, window.innerHeight - height - 4))}px`;
    items()[0]?.focus();
  }, [opened]);
  const back = (): void => {
    close();
    opened.from?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to =
      event.key === 'ArrowDown'
        ? (at + 1) % all.length
        : event.key === 'ArrowUp'
          ? (at - 1 + all.length) % all.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? all.length - 1
              : undefined;
    if (to !== undefined) all[to]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div class="behind" onMouseDown={back} />
      <div class="menu" role="menu" aria-label={opened.label} ref={list} onKeyDown={onKeyDown}>
        {opened.choices.map(({ label, key, apart, disabled, act }) => (
          <button
            type="button"
            role="menuitem"
            class={apart ? 'apart' : ''}
            disabled={disabled}
            onClick={() => {
              back();
              act();
            }}
          >
            <span>{label}</span>
            {key && <kbd>{key}</kbd>}
          </button>
        ))}
      </div>
    </>
  );
}
