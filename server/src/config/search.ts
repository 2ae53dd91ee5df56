/** The one search for `.form4.json`: upwards from the folder of a filing, to the nearest one. */
import { CONFIG_FILE } from './config';

/** Asks for files by their names; each is answered with its text, or with undefined where there is none. */
export type Search<T> = Generator<string, T, string | undefined>;

export interface FoundConfig {
  /** The name of the file, and of its folder. */
  readonly file: string;
  readonly folder: string;
  readonly text: string;
}

/** @param folders the nearest first, each with the sign at its end that parts it from the name of a file */
export function* nearestConfig(folders: Iterable<string>): Search<FoundConfig | undefined> {
  for (const folder of folders) {
    const file = folder + CONFIG_FILE;
    const text = yield file;
    if (text !== undefined) return { file, folder, text };
  }
  return undefined;
}

/** Does a search where files are read at once. */
export function searched<T>(search: Search<T>, textOf: (file: string) => string | undefined): T {
  let step = search.next();
  while (!step.done) step = search.next(textOf(step.value));
  return step.value;
}

/** Does a search where files are waited for. */
export async function searchedLater<T>(
  search: Search<T>,
  textOf: (file: string) => Promise<string | undefined>,
): Promise<T> {
  let step = search.next();
  while (!step.done) step = search.next(await textOf(step.value));
  return step.value;
}
