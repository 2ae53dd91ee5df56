/** All of the server that is not needed to answer `initialize`: in Node it is a file of its own. */
import type { StartRest } from './first.node';
import { nodeRuntime } from './runtime.node';
import { startServer } from './server';

export const startRest: StartRest = (connection, said) => startServer(connection, nodeRuntime, said);
