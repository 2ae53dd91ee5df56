/** A connection that knows the types of our own methods. */
import type { Connection } from 'vscode-languageserver';
import type { ServerNotifications, ServerRequests } from '../protocol';
import type { Request } from './requests';

export interface TypedConnection {
  readonly onRequest: <M extends keyof ServerRequests>(
    method: M,
    handler: Request<ServerRequests[M]['params'], ServerRequests[M]['result']>,
  ) => void;
  readonly onNotification: <M extends keyof ServerNotifications>(
    method: M,
    handler: (params: ServerNotifications[M]['params']) => void,
  ) => void;
}

/** What is registered here is given and answers what protocol.ts says. */
export const typedConnection = (connection: Connection): TypedConnection => ({
  onRequest: (method, handler) => void connection.onRequest(method, handler),
  onNotification: (method, handler) => void connection.onNotification(method, handler),
});
