/** What holds for each document: the nearest `.form4.json` above it, with its baseline, over the settings of the editor. */
import { parseBaseline, type Baseline, type KnownFinding } from '../config/baseline';
import { CONFIG_FILE, parseConfig, type Config } from '../config/config';
import { effectiveConfig, type EffectiveConfig } from '../config/effectiveConfig';
import { nearestConfig, searchedLater, type FoundConfig } from '../config/search';
import { fileIn, foldersAbove, nameFrom, shownPath } from '../text/uris';
import type { Display } from './settings';

export interface DocumentConfig extends EffectiveConfig {
  /** Findings of this document that the baseline leaves out. */
  readonly known: readonly KnownFinding[];
  /** Why nothing of the nearest `.form4.json` holds, in a sentence. */
  readonly fault?: string;
  /** What is drawn into the text, where an editor says so. */
  readonly display?: Display;
}

/** What holds where nobody has set anything. */
export const NO_DOCUMENT_CONFIG: DocumentConfig = { ...effectiveConfig({}), known: [] };

/** What a host does for configurations. */
export interface FileHost {
  /** The text of a file; undefined where there is none, or none that can be read. */
  readonly textOf: (uri: string) => Promise<string | undefined>;
  /** Tells the user once what is wrong with a file. */
  readonly tell: (message: string) => void;
  /** Asks to be told when a file changes: its folder and its name. */
  readonly watch: (folder: string, name: string) => void;
}

interface ConfigFile {
  /** As people know it. */
  readonly name: string;
  readonly config: Config;
  readonly fault: string | undefined;
  readonly baseline: Baseline | undefined;
  /** The folder from which the baseline names files. */
  readonly root: string;
}

/** Whether the setting names a file or folder. */
export const isPlace = (previousFiling: string | undefined): previousFiling is string =>
  previousFiling !== undefined && previousFiling !== 'automatic' && previousFiling !== 'off';

export class DocumentConfigs {
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly files = new Map<string, Promise<ConfigFile>>();
  private readonly baselines = new Set<string>();

  constructor(private readonly host: FileHost) {}

  /** What holds for a document under the settings that its editor has for it. */
  async of(uri: string, editor: Config): Promise<DocumentConfig> {
    const found = await searchedLater(nearestConfig(foldersAbove(uri)), (file) => this.textOf(file));
    const file = found && (await this.read(found));
    const name = file?.baseline && nameFrom(file.root, uri);
    return {
      ...effectiveConfig({ file, editor }),
      known: (name !== undefined && file?.baseline?.get(name)) || [],
      ...(file?.fault !== undefined && { fault: file.fault }),
    };
  }

  /** Whether a file is one that something has been read from, or could be. */
  concerns(uri: string): boolean {
    return uri.endsWith(`/${CONFIG_FILE}`) || this.baselines.has(uri);
  }

  /** Forgets all that was read. */
  forget(): void {
    this.texts.clear();
    this.files.clear();
  }

  private textOf(file: string): Promise<string | undefined> {
    let text = this.texts.get(file);
    if (!text) this.texts.set(file, (text = this.host.textOf(file)));
    return text;
  }

  private read(found: FoundConfig): Promise<ConfigFile> {
    let file = this.files.get(found.file);
    if (!file) this.files.set(found.file, (file = this.parsed(found)));
    return file;
  }

  private async parsed({ file, folder, text }: FoundConfig): Promise<ConfigFile> {
    const name = shownPath(file);
    this.host.watch(folder, CONFIG_FILE);
    const { config: said, problems } = parseConfig(text);
    const { previousFiling: before } = said;
    const config = isPlace(before) ? { ...said, previousFiling: fileIn(folder, before) } : said;
    for (const { message } of problems) this.host.tell(`${name}: ${message}`);
    const whole = problems.find(({ span }) => span === undefined);
    const fault = whole && `Nothing of ${name} holds here: ${lowered(whole.message)}`;
    if (config.baseline === undefined) return { name, config, fault, baseline: undefined, root: folder };
    const address = fileIn(folder, config.baseline);
    const root = address.slice(0, address.lastIndexOf('/') + 1);
    this.baselines.add(address);
    this.host.watch(root, nameFrom(root, address)!);
    const known = await this.host.textOf(address);
    const baseline = known === undefined ? undefined : parseBaseline(known);
    if (!baseline)
      this.host.tell(
        `${name}: the baseline ${shownPath(address)} ${known === undefined ? 'cannot be read' : 'is not one as form4 check --write-baseline writes it'}`,
      );
    return { name, config, fault, baseline, root };
  }
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
