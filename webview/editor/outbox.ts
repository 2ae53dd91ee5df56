/**
 * The changes that wait for the extension, one after the other: each is for the version of the text whose form the user
 * saw. Behind a change of our own the text has another version, and nothing else in it is new: what was typed meanwhile is
 * then for that version. Where anything else has changed the text, it stays for the old one, and is refused.
 */
export interface Sent<C> {
  readonly id: number;
  readonly version: number;
  readonly change: C;
}

export class Outbox<C> {
  private queue: Sent<C>[] = [];
  private waiting: Sent<C> | undefined;
  private next = 1;
  /** What became of a version by a change of our own alone. */
  private readonly own = new Map<number, number>();

  /**
   * @param post sends a change
   * @param moves whether a change makes addresses name other places, so that nothing that waits behind it can be sent
   */
  constructor(
    private readonly post: (sent: Sent<C>) => void,
    private readonly moves: (change: C) => boolean,
  ) {}

  /** Takes a change of the form of a version. `numbered` is told its number before it is sent. */
  push(version: number, change: C, numbered: (id: number) => void): void {
    const id = this.next++;
    numbered(id);
    this.queue.push({ id, version, change });
    this.send();
  }

  /** The extension has answered: the text is of this version now, or the change was refused. */
  answered(id: number, version: number | undefined): void {
    const { waiting } = this;
    if (waiting?.id !== id) return;
    this.waiting = undefined;
    if (version !== undefined && version !== waiting.version && !this.moves(waiting.change))
      this.own.set(waiting.version, version);
    this.send();
  }

  get isEmpty(): boolean {
    return this.waiting === undefined && this.queue.length === 0;
  }

  private send(): void {
    if (this.waiting) return;
    const [first, ...rest] = this.queue;
    if (!first) return;
    this.queue = rest;
    let { version } = first;
    for (let to = this.own.get(version); to !== undefined; to = this.own.get(version)) version = to;
    this.waiting = { ...first, version };
    this.post(this.waiting);
  }
}
