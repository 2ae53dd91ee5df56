/** Registers handlers of our own methods: what each is given and answers is what protocol.ts says. */
import type { Connection } from 'vscode-languageserver';
import type { ServerNotifications, ServerRequests } from '../protocol';
import type { Request } from '../answering';

export interface TypedMethods {
  readonly onRequest: <M extends keyof ServerRequests>(
    method: M,
    handler: Request<ServerRequests[M]['params'], ServerRequests[M]['result']>,
  ) => void;
  readonly onNotification: <M extends keyof ServerNotifications>(
    method: M,
    handler: (params: ServerNotifications[M]['params']) => void,
  ) => void;
}

/** The methods of protocol.ts on a connection. */
export const typedMethods = (connection: Connection): TypedMethods => ({
  onRequest: (method, handler) => void connection.onRequest(method, handler),
  onNotification: (method, handler) => void connection.onNotification(method, handler),
});
