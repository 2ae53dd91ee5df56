import { Disposable, extensions, workspace, type Event, type TextDocument, type Uri } from 'vscode';
import { isForm4 } from './documents';
import type { Supervisor } from './supervisor';

/** What is used of the API of VS Code's own Git extension, version 1. It runs Git; we run nothing. */
interface GitApi {
  readonly onDidOpenRepository: Event<Repository>;
  readonly repositories: readonly Repository[];
  getRepository(uri: Uri): Repository | null;
}
interface Repository {
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: Event<void> };
  show(ref: string, path: string): Promise<string>;
}
interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): GitApi;
}

/** Tells the server how each Form 4 was committed last, so that it sees what was moved in it by hand since. */
export class GitHead implements Disposable {
  readonly #listeners: Disposable[] = [];
  /** The commit whose text the server has, by the address of the document. */
  readonly #told = new Map<string, string>();
  #connected: Promise<void> | undefined;
  #api: GitApi | undefined;

  constructor(private readonly server: Supervisor) {
    this.#listeners.push(
      workspace.onDidOpenTextDocument((document) => void this.#tell(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#told.delete(uri.toString())),
    );
  }

  /** The server is a new one, or a repository has another commit. */
  async tellAll(anew = true): Promise<void> {
    if (anew) this.#told.clear();
    if (!workspace.textDocuments.some(isForm4)) return;
    await (this.#connected ??= this.#connect());
    for (const document of workspace.textDocuments) void this.#tell(document);
  }

  /** The Git extension may be missing, turned off, or not trusted here: then nothing is known of commits. */
  async #connect(): Promise<void> {
    const extension = extensions.getExtension<GitExtension>('vscode.git');
    if (!extension || !workspace.isTrusted) return;
    try {
      const git = extension.isActive ? extension.exports : await extension.activate();
      const begin = (): void => {
        if (git.enabled && !this.#api) this.#follow((this.#api = git.getAPI(1)));
      };
      const connected = (): Promise<void> => (begin(), this.tellAll(false));
      // Newer versions say that they are enabled just before they can give their API.
      this.#listeners.push(git.onDidChangeEnablement(() => void Promise.resolve().then(connected)));
      begin();
    } catch {
      // An extension that does not come up knows nothing either.
    }
  }

  #follow({ repositories, onDidOpenRepository }: GitApi): void {
    const watch = ({ state }: Repository): void => {
      this.#listeners.push(state.onDidChange(() => void this.tellAll(false)));
    };
    repositories.forEach(watch);
    this.#listeners.push(onDidOpenRepository((repository) => (watch(repository), void this.tellAll(false))));
  }

  async #tell(document: TextDocument): Promise<void> {
    const { uri } = document;
    const key = uri.toString();
    const repository = uri.scheme === 'file' && isForm4(document) ? this.#api?.getRepository(uri) : undefined;
    const commit = repository?.state.HEAD?.commit;
    if (!repository || commit === undefined || this.#told.get(key) === commit) return;
    this.#told.set(key, commit);
    try {
      const text = await repository.show(commit, uri.fsPath);
      const heard = await this.server.request('form4/committed', { textDocument: { uri: key }, text });
      if (heard === undefined) this.#told.delete(key); // no server: the next one is told
    } catch {
      // The file is not in the commit.
    }
  }

  dispose(): void {
    Disposable.from(...this.#listeners).dispose();
  }
}
