/**
 * A form as a page draws it: without the places in the text, which move with every key that is pressed before them. They stay
 * with the extension, and what is sent and drawn anew is what reads otherwise: of a form of 60 rows and 99 notes whole, 190 KB
 * and some 50 ms of drawing; of the one row in which somebody types, 3 KB and 3 ms (bench/preview.mjs).
 */
import type {
  FormCell,
  FormNote,
  FormRow,
  FormTick,
  FormUnread,
  FormFinding,
  FormWords,
  PrintedForm,
} from '../../server/src/protocol';

/** What is left of a thing of a form, and of all that it holds, without its places. */
export type Drawn<T> = T extends FormWords
  ? T
  : T extends readonly (infer One)[]
    ? readonly Drawn<One>[]
    : T extends object
      ? { readonly [K in keyof T as Exclude<K, 'span' | 'whole'>]: Drawn<T[K]> }
      : T;

export type DrawnForm = Drawn<PrintedForm>;
export type DrawnRow = Drawn<FormRow>;
export type DrawnCell = Drawn<FormCell>;
export type DrawnNote = Drawn<FormNote>;
export type DrawnTick = Drawn<FormTick>;
export type DrawnUnread = Drawn<FormUnread>;
export type DrawnFinding = Drawn<FormFinding>;

const isPlace = (name: string): boolean => name === 'span' || name === 'whole';

/** A value of a form without its places. */
export function drawn<T>(value: T): Drawn<T> {
  if (Array.isArray(value)) return value.map(drawn) as Drawn<T>;
  if (typeof value !== 'object' || value === null) return value as Drawn<T>;
  const left: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value))
    if (!isPlace(name) && one !== undefined) left[name] = drawn<unknown>(one);
  return left as Drawn<T>;
}

/** Whether two values of forms are drawn alike. */
export function drawnAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((part, at) => drawnAlike(part, other[at]));
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names)
    if (!isPlace(name) && !drawnAlike((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]))
      return false;
  return true;
}

/** What is there now, with each part that is drawn as it was being the very object that it was. */
export function shared<T>(was: T | undefined, now: T): T {
  if (was === undefined || typeof now !== 'object' || now === null) return now;
  if (drawnAlike(was, now)) return was;
  if (Array.isArray(now)) return now.map((one: unknown, at) => shared((was as unknown[])[at], one)) as T;
  const kept = Object.entries(now).map(([name, one]) => [name, shared((was as Record<string, unknown>)[name], one)]);
  return Object.fromEntries(kept) as T;
}
