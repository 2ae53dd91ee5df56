/** Which files git would leave out, from the .gitignore of a folder and of those above it, up to the repository's root. */
import ignore, { type Ignore } from 'ignore';
import fs from 'node:fs';
import path from 'node:path';

interface Folder {
  readonly path: string;
  readonly rules: Ignore | undefined;
  /** The folder whose rules come next; undefined at the top. */
  readonly parent: Folder | undefined;
}

type Ignores = (name: string, isFolder: boolean) => boolean;

export class GitIgnore {
  private readonly folders = new Map<string, Folder>();
  private readonly decided = new Map<string, { readonly goes: boolean; readonly ignores: Ignores }>();
  private readonly top: string;

  /** @param start the folder that was named. Rules above it count as far up as its repository goes, unless they leave it out: it was asked for. */
  constructor(private readonly start: string) {
    this.top = repositoryOf(start) ?? start;
    if (this.top !== start && this.leavesOut(start, true, this.top)) {
      this.top = start;
      this.folders.clear();
      this.decided.clear();
    }
  }

  /** Tells of an entry of a folder that git does not ignore whether git ignores it; of the rules about it the nearest decide. */
  within(folder: string): Ignores {
    const above: { readonly rules: Ignore; readonly way: string }[] = [];
    for (let one: Folder | undefined = this.folder(folder); one; one = one.parent) {
      const way = path.relative(one.path, folder).split(path.sep).join('/');
      if (one.rules) above.push({ rules: one.rules, way: way === '' ? '' : way + '/' });
    }
    return (name, isFolder) => {
      if (isFolder && (name === '.git' || name === 'node_modules')) return true;
      for (const { rules, way } of above) {
        const { ignored, unignored } = rules.test(way + name + (isFolder ? '/' : ''));
        if (ignored || unignored) return ignored;
      }
      return false;
    };
  }

  /** The same for a file anywhere below the start, which goes with any folder above it. */
  ignoresFile(file: string): boolean {
    return this.leavesOut(file, false, this.start);
  }

  private leavesOut(entry: string, isFolder: boolean, from: string): boolean {
    const folder = path.dirname(entry);
    let decision = this.decided.get(folder);
    if (!decision) {
      const goes = folder !== from && folder !== path.dirname(folder) && this.leavesOut(folder, true, from);
      this.decided.set(folder, (decision = { goes, ignores: this.within(folder) }));
    }
    return decision.goes || decision.ignores(path.basename(entry), isFolder);
  }

  private folder(at: string): Folder {
    let folder = this.folders.get(at);
    if (!folder) {
      const last = at === this.top || isRepository(at) || path.dirname(at) === at;
      folder = { path: at, rules: rulesOf(at), parent: last ? undefined : this.folder(path.dirname(at)) };
      this.folders.set(at, folder);
    }
    return folder;
  }
}

const isRepository = (folder: string): boolean => fs.existsSync(path.join(folder, '.git'));

function repositoryOf(start: string): string | undefined {
  for (let at = start; ; at = path.dirname(at)) {
    if (isRepository(at)) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

function rulesOf(folder: string): Ignore | undefined {
  try {
    return ignore().add(fs.readFileSync(path.join(folder, '.gitignore'), 'utf8'));
  } catch {
    return undefined;
  }
}
