const PATIENCE_MS = 20;
let last = 0;

/** True now and then: time to give way, so that an interrupt or a closed pipe is noticed between two files. */
export function isTime(): boolean {
  const now = Date.now(); // not performance.now(), which is slow to load; a clock that is set may go back
  if (Math.abs(now - last) < PATIENCE_MS) return false;
  last = now;
  return true;
}

/** One turn of the event loop. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
