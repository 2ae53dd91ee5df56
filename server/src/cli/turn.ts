/** Gives way for one turn of the event loop, so that an interrupt or a closed pipe is noticed between two files. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
