/** How every handler answers: once the messages before it are handled, and always, also where we fail. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { DocumentParams } from '../protocol';
import type { DocumentConfig } from './documentConfigs';
import type { Documents } from './documents';
import { isDone, type Work } from './limits';
import type { Runtime, Session } from './session';
import type { Snapshot } from './snapshot';

/** Tells a failure of ours, and what it was that failed. */
export type Failed = (what: string, error: unknown) => void;

type Answer<R> = R | ResponseError<never>;
export type Request<P, R> = (params: P, token: CancellationToken) => Promise<Answer<R>>;

export interface RequestHandlers {
  /**
   * Answers a request about a document; with `empty` where there is no such document, where it is too long for such
   * `work` (limits.ts; that of the rules, where it is not said), or where we fail. What `elsewhere` says goes for
   * documents that are no Form 4.
   */
  readonly answer: <P extends DocumentParams, R>(
    empty: R,
    make: (snapshot: Snapshot, params: P, config: DocumentConfig) => R | undefined | Promise<R>,
    work?: Work,
    elsewhere?: (params: P) => R | undefined,
  ) => Request<P, R>;
  /** Answers any other request; with what `otherwise` makes of its parameters where we fail. */
  readonly reply: <P, R>(
    otherwise: (params: P) => R,
    make: (params: P, token: CancellationToken) => Answer<R> | Promise<Answer<R>>,
  ) => Request<P, R>;
  /** Takes a notification. */
  readonly handle: <P>(what: string, act: (params: P) => void) => (params: P) => void;
}

export function requestHandlers(
  session: Pick<Session, 'configFor'>,
  documents: Pick<Documents, 'get'>,
  runtime: Pick<Runtime, 'whenIdle'>,
  failed: Failed,
): RequestHandlers {
  const attempt = async <R>(empty: () => R, work: () => Promise<Answer<R>>): Promise<Answer<R>> => {
    try {
      return await work();
    } catch (error) {
      failed('a request', error);
      return empty();
    }
  };
  /** Lets the messages that are already here go first: one of them may take the request back. */
  const takenBack = (token: CancellationToken | undefined): Promise<ResponseError<never> | undefined> =>
    new Promise((resolve) =>
      runtime.whenIdle(() =>
        resolve(
          // Parameters that are sent as a list may stand in the token's place.
          token?.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled') : undefined,
        ),
      ),
    );
  return {
    answer:
      (empty, make, work = 'rules', elsewhere) =>
      (params, token) =>
        attempt(
          () => empty,
          async () => {
            const { uri } = params.textDocument;
            let config = session.configFor(uri);
            if (config instanceof Promise) config = await config;
            const cancelled = await takenBack(token);
            if (cancelled) return cancelled;
            const snapshot = documents.get(uri);
            if (!snapshot) return elsewhere?.(params) ?? empty;
            if (!isDone(work, snapshot.text.length)) return empty;
            return (await make(snapshot, params, config)) ?? empty;
          },
        ),
    reply: (otherwise, make) => (params, token) =>
      attempt(
        () => otherwise(params),
        async () => (await takenBack(token)) ?? make(params, token),
      ),
    handle: (what, act) => (params) => {
      try {
        act(params);
      } catch (error) {
        failed(what, error);
      }
    },
  };
}
