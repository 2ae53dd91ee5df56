/** Finds what holds for a filing: `.form4.json` upwards from it, over the settings of the editor. */
import { parseBaseline, type Baseline, type KnownFinding } from './baseline';
import {
  bySingleRule,
  CONFIG_FILE,
  mergeSettings,
  NO_CONFIG,
  parseConfig,
  type Config,
  type RuleSetting,
} from './config';
import type { Display } from './settings';
import type { Day } from './text/days';
import { fileIn, foldersAbove, nameFrom, shownPath } from './text/uris';

/** What holds for one filing. */
export interface House {
  /** How rules speak, by id. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Days on which EDGAR is closed besides those that are known. */
  readonly closed: ReadonlySet<Day>;
  /** Findings of this filing that the baseline leaves out. */
  readonly known: readonly KnownFinding[];
  /** What is drawn into the text, where an editor says so. */
  readonly display?: Display;
  /** Who has set how a rule speaks. */
  readonly whoSet: (rule: string) => string;
  /** Titles of securities and natures of ownership that the house writes just so. */
  readonly titles?: readonly string[];
  readonly natures?: readonly string[];
}

/** What a host does for the houses. */
export interface FileHost {
  /** The text of a file; undefined where there is none, or none that can be read. */
  readonly textOf: (uri: string) => Promise<string | undefined>;
  /** Tells the user once what is wrong with a file. */
  readonly tell: (message: string) => void;
  /** Asks to be told when a file changes: its folder and its name. */
  readonly watch: (folder: string, name: string) => void;
}

interface HouseFile {
  readonly uri: string;
  readonly config: Config;
  readonly baseline: Baseline | undefined;
  /** The folder from which the baseline names files. */
  readonly root: string;
}

export class Houses {
  private readonly byFolder = new Map<string, Promise<HouseFile | undefined>>();
  private readonly baselines = new Set<string>();

  constructor(private readonly host: FileHost) {}

  /** What holds for a document under the settings that its editor has for it. */
  async of(uri: string, settings: Config): Promise<House> {
    const file = await this.from(foldersAbove(uri));
    const { rules, extraClosures, titles, natures } = mergeSettings(file?.config ?? NO_CONFIG, settings);
    const inFile = bySingleRule(file?.config.rules ?? {});
    const name = file?.baseline && nameFrom(file.root, uri);
    return {
      rules,
      closed: new Set(extraClosures),
      titles,
      natures,
      known: (name !== undefined && file?.baseline?.get(name)) || [],
      whoSet: (rule) =>
        file && Object.hasOwn(inFile, rule) ? `set in ${shownPath(file.uri)}` : 'set in the settings of the editor',
    };
  }

  /** Whether a file is one that something has been read from, or could be. */
  concerns(uri: string): boolean {
    return uri.endsWith(`/${CONFIG_FILE}`) || this.baselines.has(uri);
  }

  /** Forgets all that was read. */
  forget(): void {
    this.byFolder.clear();
  }

  private from([folder, ...above]: readonly string[]): Promise<HouseFile | undefined> {
    if (folder === undefined) return Promise.resolve(undefined);
    let house = this.byFolder.get(folder);
    if (!house) {
      house = this.host
        .textOf(folder + CONFIG_FILE)
        .then((text) => (text === undefined ? this.from(above) : this.read(folder, text)));
      this.byFolder.set(folder, house);
    }
    return house;
  }

  private async read(folder: string, text: string): Promise<HouseFile> {
    const uri = folder + CONFIG_FILE;
    this.host.watch(folder, CONFIG_FILE);
    const { config, problems } = parseConfig(text);
    for (const { message } of problems) this.host.tell(`${shownPath(uri)}: ${message}`);
    if (config.baseline === undefined) return { uri, config, baseline: undefined, root: folder };
    const address = fileIn(folder, config.baseline);
    const root = address.slice(0, address.lastIndexOf('/') + 1);
    this.baselines.add(address);
    this.host.watch(root, nameFrom(root, address)!);
    const known = await this.host.textOf(address);
    const baseline = known === undefined ? undefined : parseBaseline(known);
    if (!baseline)
      this.host.tell(
        `${shownPath(uri)}: the baseline ${shownPath(address)} ${known === undefined ? 'cannot be read' : 'is not one as form4 check --write-baseline writes it'}`,
      );
    return { uri, config, baseline, root };
  }
}
