/** A part of the form that is drawn anew only where it looks otherwise: of a large form, the one row that is typed into. */
import { Component, type ComponentChildren } from 'preact';
import { differ, type View } from './view';

interface StillProps {
  readonly view: View;
  /** What it is drawn from; the same objects are drawn alike. */
  readonly of: readonly unknown[];
  /** The things that are in it. */
  readonly addresses: readonly string[];
  readonly draw: () => ComponentChildren;
}

export class Still extends Component<StillProps> {
  override shouldComponentUpdate({ view, of, addresses }: StillProps): boolean {
    return of.some((one, at) => one !== this.props.of[at]) || differ(this.props.view, view, addresses);
  }

  override render({ draw }: StillProps): ComponentChildren {
    return draw();
  }
}
