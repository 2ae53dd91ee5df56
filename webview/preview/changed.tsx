/** What a redline says of words: what stood there, struck out, and what stands there now. */
import type { ComponentChildren } from 'preact';
import type { View } from './view';

interface ChangedProps {
  readonly view: View;
  /** What the other filing says; undefined where it says the same. */
  readonly was: string | undefined;
  readonly change?: 'added' | 'removed' | undefined;
  readonly children?: ComponentChildren;
}

/** What the other filing has, struck out. */
export const Was = ({ view, was }: { readonly view: View; readonly was: string }) => (
  <del>
    <span class="heard">{view.words.was} </span>
    {was}
  </del>
);

/** The words of a thing. Struck out is what the other filing has, underlined what this one has in its stead. */
export function Changed({ view, was, change, children }: ChangedProps) {
  const { words } = view;
  if (change === 'removed')
    return (
      <del class="words">
        <span class="heard">{words.removed} </span>
        {children}
      </del>
    );
  if (change === 'added' || was !== undefined)
    return (
      <>
        {was !== undefined && was !== '' && <Was view={view} was={was} />} <ins class="words">{children}</ins>
      </>
    );
  return <span class="words">{children}</span>;
}
