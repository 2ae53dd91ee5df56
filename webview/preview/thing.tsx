/** Anything of the form that stands somewhere in the text: one goes there by click or Enter, and sees what is found in it. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DrawnCell } from '../form/drawn';
import { Changed } from './changed';
import { Findings } from './findings';
import { said, worst, type View } from './view';

interface ThingProps {
  readonly view: View;
  readonly address: string;
  /** The findings of these are shown here too. */
  readonly also?: readonly string[];
  readonly as?: 'span' | 'td' | 'p' | 'div';
  readonly class?: string;
  readonly children?: ComponentChildren;
  readonly colSpan?: number;
  /** What the mouse and the ear are told besides. */
  readonly hint?: string;
}

export function Thing({ view, address, also = [], as = 'span', class: own = '', children, colSpan, hint }: ThingProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const here = view.cursor === address || (view.cursor !== undefined && also.includes(view.cursor));
  const findings = [address, ...also].flatMap((one) => view.findings.get(one) ?? []);
  const severity = worst(findings);
  const open = view.open === address && findings.length > 0;
  // What the cursor has come to is brought into view, and nothing moves where it is in view already.
  useLayoutEffect(() => {
    if (here) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  const Tag = as as 'span';
  const onClick = (event: MouseEvent): void => {
    if ((event.target as Element).closest('.findings, a, .thing') !== ref.current) return;
    if (getSelection()?.isCollapsed ?? true) view.go(address);
  };
  return (
    <Tag
      ref={ref}
      onClick={onClick}
      onMouseEnter={() => view.show(address)}
      onMouseLeave={() => view.show(undefined)}
      onFocus={() => view.show(address)}
      data-address={address}
      data-severity={severity}
      class={`thing ${own} ${here ? 'here' : ''}`}
      title={hint}
      tabIndex={view.stop === address ? 0 : -1}
      {...(colSpan !== undefined && { colSpan })}
    >
      {children}
      {hint !== undefined && <span class="heard"> {hint}</span>}
      {severity !== undefined && !open && (
        <span class="heard">
          {findings.map((one) => `${view.words[one.severity as 'error'] ?? one.severity}: ${one.message} `)}
        </span>
      )}
      {open && <Findings view={view} findings={findings} at={ref} />}
    </Tag>
  );
}

/** A day in a narrow column is parted behind its strokes, and nowhere else. */
const wrapped = (words: string): ComponentChildren =>
  DAY.test(words) ? words.split('/').flatMap((part, at) => (at === 0 ? [part] : ['/', <wbr />, part])) : words;
const DAY = /^\d\d\/\d\d\/\d{4}$/;

/** A value: its words, and a raised marker for each note that it cites. */
export function Value({
  view,
  cell,
  as,
  class: own,
  also,
  hint,
  change,
}: { readonly cell: DrawnCell; readonly change?: 'added' | 'removed' | undefined } & Omit<ThingProps, 'address'>) {
  const { address, words, markers = [], unclear, was } = cell;
  const number = /^\$?\d[\d,.]*$/.test(words) ? 'number' : '';
  return (
    <Thing
      view={view}
      address={address}
      as={as}
      also={also}
      hint={hint}
      class={`value ${number} ${unclear ? 'unclear' : ''} ${own ?? ''}`}
    >
      {words === '' && was === undefined ? (
        <span class="words" />
      ) : (
        <Changed view={view} was={was} change={change}>
          {wrapped(words)}
        </Changed>
      )}
      {markers.map(({ label, note }, at) => (
        <sup key={at}>
          {note === undefined ? (
            <span title={said(view.words.noNote, label)}>({label})</span>
          ) : (
            <a href={`#${note}`} aria-label={said(view.words.note, label)}>
              ({label})
            </a>
          )}
        </sup>
      ))}
    </Thing>
  );
}
