const PATIENCE_MS = 20;
let last = 0;

/** Gives way for one turn of the event loop now and then, so that an interrupt or a closed pipe is noticed between two files. */
export function breathe(): Promise<void> | undefined {
  const now = performance.now();
  if (now - last < PATIENCE_MS) return undefined;
  last = now;
  return new Promise((resolve) => setImmediate(resolve));
}
