/** The words of a view, in the language of the editor: the page has none of its own. */
import type { Guard } from './guards';

export type Words = Readonly<Record<string, string>>;

export const words: Guard<Words> = (value): value is Words =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');

/** Words with their places filled in: `{0} of {1}`. */
export const said = (template: string | undefined, ...values: readonly (string | number)[]): string =>
  (template ?? '').replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));

/** 2023-03-07 as the form writes it, 03/07/2023. */
export const formDay = (day: string | null): string =>
  day === null ? '' : `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
