/** A part of the page that is drawn anew only where something that it goes by is otherwise. */
import { Component, type ComponentChildren } from 'preact';

interface SameProps {
  /** The same objects and words are drawn alike. */
  readonly by: readonly unknown[];
  readonly draw: () => ComponentChildren;
}

export class Same extends Component<SameProps> {
  override shouldComponentUpdate({ by }: SameProps): boolean {
    return by.some((one, at) => one !== this.props.by[at]);
  }

  override render({ draw }: SameProps): ComponentChildren {
    return draw();
  }
}
