/** The transaction codes with their meanings, below the cell of a code. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Desk } from './desk';
import type { CodeChoice } from './messages';

/** The codes that begin like what is typed; all of them where nothing is typed that a code begins with. */
export function codesLike(desk: Desk, typed: string | undefined): readonly CodeChoice[] {
  const all = desk.shown?.codes ?? [];
  const wanted = (typed ?? '').trim().toUpperCase();
  const like = all.filter(({ code }) => wanted !== '' && code.startsWith(wanted));
  return like.length > 0 ? like : all;
}

export function CodeList({
  id,
  codes,
  chosen,
  take,
}: {
  readonly id: string;
  readonly codes: readonly CodeChoice[];
  readonly chosen: number | undefined;
  readonly take: (code: string) => void;
}): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  // Below the cell or, where there is no room, above it; the table that scrolls would cut it off.
  useLayoutEffect(() => {
    const own = list.current;
    const cell = own?.parentElement?.getBoundingClientRect();
    if (!own || !cell) return;
    const { width, height } = own.getBoundingClientRect();
    own.style.left = `${Math.max(0, Math.min(cell.left, window.innerWidth - width - 4))}px`;
    own.style.top = `${cell.bottom + height > window.innerHeight ? Math.max(0, cell.top - height) : cell.bottom}px`;
  });
  return (
    <div class="codes" role="listbox" id={id} aria-label="Code" ref={list}>
      {codes.map(({ code, meaning }, at) => (
        <div
          role="option"
          id={`${id}/${at}`}
          key={code}
          aria-selected={at === chosen}
          ref={(option) => {
            if (at === chosen) option?.scrollIntoView({ block: 'nearest' });
          }}
          // The field keeps the focus, and what is typed in it is not set first.
          onMouseDown={(event) => {
            event.preventDefault();
            take(code);
          }}
        >
          <b>{code}</b> {meaning}
        </div>
      ))}
    </div>
  );
}
