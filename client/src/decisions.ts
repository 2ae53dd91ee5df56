import type { Memento, Uri } from 'vscode';

const KEY = 'form4.decisions';
const MOST = 1000;

/** What the user said a file is. */
export type Decision = 'form4' | 'text';

/** The user's word on single files. It goes before any look at their content and outlives the window. */
export class Decisions {
  constructor(private readonly memento: Memento) {}

  of(uri: Uri): Decision | undefined {
    return this.#all().find(([file]) => file === uri.toString())?.[1];
  }

  /** Keeps a decision; the oldest go where there are very many. */
  async keep(uri: Uri, decision: Decision): Promise<void> {
    const others = this.#all().filter(([file]) => file !== uri.toString());
    await this.memento.update(KEY, [...others, [uri.toString(), decision]].slice(-MOST));
  }

  async forget(uri: Uri): Promise<void> {
    await this.memento.update(
      KEY,
      this.#all().filter(([file]) => file !== uri.toString()),
    );
  }

  #all(): [file: string, decision: Decision][] {
    return this.memento.get(KEY, []);
  }
}
