/** The transaction codes with their meanings, below the cell of a code. */
import type { JSX } from 'preact';
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
  return (
    <div class="codes" role="listbox" id={id} aria-label="Code">
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
