/** How every handler answers: once the messages before it are handled, and always, also where we fail. */
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Documents, Snapshot } from './documents';
import type { House } from './house';
import type { Runtime, Session } from './session';

export interface InDocument {
  readonly textDocument: TextDocumentIdentifier;
}

/** Tells a failure of ours, and what it was that failed. */
export type Failed = (what: string, error: unknown) => void;

type Request<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

export interface Answering {
  /** Answers a request about a document; with `empty` where there is no such document, or where we fail. */
  readonly answer: <P extends InDocument, R>(
    empty: R,
    make: (snapshot: Snapshot, params: P, house: House) => R | undefined | Promise<R>,
  ) => Request<P, R>;
  /** Takes a notification. */
  readonly handle: <P>(what: string, act: (params: P) => void) => (params: P) => void;
}

export function answering(session: Session, documents: Documents, runtime: Runtime, failed: Failed): Answering {
  return {
    answer: (empty, make) => async (params, token) => {
      try {
        const house = await session.houseOf(params.textDocument.uri);
        await new Promise<void>((resolve) => runtime.whenIdle(resolve));
        if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
        const snapshot = documents.get(params.textDocument.uri);
        return (snapshot && (await make(snapshot, params, house))) ?? empty;
      } catch (error) {
        failed('a request', error);
        return empty;
      }
    },
    handle: (what, act) => (params) => {
      try {
        act(params);
      } catch (error) {
        failed(what, error);
      }
    },
  };
}
