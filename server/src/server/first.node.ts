/** The answer of `initialize`, which an editor waits for: given before the rest of the server is loaded. */
import type { Connection, ConnectionOptions, InitializeParams, Message } from 'vscode-languageserver/node';
import { version } from '../node/version';
import { greeting } from './capabilities';

/** Registers every handler; `said` is what the client has said of itself, once it has. */
export type StartRest = (connection: Connection, said: InitializeParams | undefined) => void;

/**
 * Listens, answers the first `initialize`, and loads the rest: as soon as that answer is written, or before any other
 * message is handled.
 */
export function startFirst(connect: (options: ConnectionOptions) => Connection, load: () => StartRest): void {
  let said: InitializeParams | undefined;
  let loaded = false;
  const rest = (): void => {
    if (loaded) return;
    load()(connection, said);
    loaded = true;
  };
  const connection = connect({
    messageStrategy: {
      handleMessage: (message: Message & { method?: unknown }, next) => {
        if (message.method !== 'initialize') rest();
        return next(message);
      },
    },
  });
  connection.onInitialize((params) => {
    said = params;
    afterTurns(4, rest); // the library takes two until it has written the answer
    return greeting(params, version());
  });
  connection.listen();
}

function afterTurns(turns: number, run: () => void): void {
  setImmediate(turns > 1 ? () => afterTurns(turns - 1, run) : run);
}
