/** What is found in a thing, beside it: messages, and what can be done as buttons. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Flagged, View } from './view';

interface Props {
  readonly view: View;
  readonly findings: readonly Flagged[];
  /** What they stand beside. */
  readonly at: RefObject<HTMLElement | null>;
}

export function Findings({ view, findings, at }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Below its thing or, where there is no room, above; and inside the window.
  useLayoutEffect(() => {
    const around = at.current?.getBoundingClientRect();
    const own = box.current;
    if (!around || !own) return;
    const { offsetWidth: width, offsetHeight: height, style } = own;
    const below = around.bottom + height <= window.innerHeight || around.top < height;
    style.top = `${below ? around.bottom : around.top - height}px`;
    style.left = `${Math.max(0, Math.min(around.left, window.innerWidth - width - 8))}px`;
  });
  return (
    <div class="findings" ref={box}>
      {findings.map((finding) => (
        <Finding key={finding.nth} view={view} finding={finding} />
      ))}
    </div>
  );
}

export function Finding({ view, finding }: { readonly view: View; readonly finding: Flagged }) {
  const { nth, severity, message, rule } = finding;
  return (
    <div class="finding" data-severity={severity}>
      <strong>{view.words[severity as 'error'] ?? severity}</strong> {message} <small>{rule}</small>
      {view.fixes.get(nth)?.map((title) => (
        <button key={title} onClick={() => view.fix(nth, title)}>
          {title}
        </button>
      ))}
    </div>
  );
}
