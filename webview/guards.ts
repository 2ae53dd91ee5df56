/**
 * Whether what came as a message is what it says it is. A webview and its host are strangers: each looks at what it is sent,
 * and drops what does not fit. Shapes are put together from these; nothing here knows of a host or of a page.
 */
export type Guard<T> = (value: unknown) => value is T;
/** What a guard lets through. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

export const text: Guard<string> = (value) => typeof value === 'string';
export const flag: Guard<boolean> = (value) => typeof value === 'boolean';
/** A number to count with: an offset, a version, a place in a list. */
export const whole: Guard<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const oneOf =
  <const T extends string>(...all: readonly T[]): Guard<T> =>
  (value): value is T =>
    all.some((one) => one === value);

export const optional =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);

export const list =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(guard);

/** An object that has at least these members. */
export const shape =
  <T extends object>(members: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Guard<unknown>>(members).every(([name, guard]) => guard((value as Record<string, unknown>)[name]));

/** One guard for each kind of message. */
export type Guards<M extends { readonly kind: string }> = {
  readonly [K in M['kind']]: Guard<Omit<Extract<M, { readonly kind: K }>, 'kind'>>;
};

/** The message, where its kind is known and the guard of that kind lets it through. */
export function accepted<M extends { readonly kind: string }>(guards: Guards<M>, message: unknown): M | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind } = message as { kind?: unknown };
  if (typeof kind !== 'string' || !Object.hasOwn(guards, kind)) return undefined;
  const guard: Guard<unknown> = guards[kind as M['kind']];
  return guard(message) ? (message as unknown as M) : undefined;
}
