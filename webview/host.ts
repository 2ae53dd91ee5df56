/** The way from a page to the extension that shows it, and back: messages, each looked at before it is heard. */
import { accepted, type Guards } from './guards';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

export interface Host<Out> {
  post(message: Out): void;
  /** What the page has kept for itself, as it was before it was hidden; whatever it is, look at it first. */
  readonly state: unknown;
  keep(state: unknown): void;
}

/** Connects to the host, once in a page. What it sends and the guards let through goes to `heard`. */
export function connect<In extends { readonly kind: string }, Out>(
  guards: Guards<In>,
  heard: (message: In) => void,
): Host<Out> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = accepted<In>(guards, data);
    if (message) heard(message);
  });
  return {
    post: (message) => api.postMessage(message),
    state: api.getState(),
    keep: (state) => api.setState(state),
  };
}
