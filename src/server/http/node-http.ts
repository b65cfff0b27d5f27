import { getBuiltinModule } from 'node:process';

/**
 * Of Node's module for HTTP. To import it would look at everything that it exports, and so load Node's `fetch` and
 * `WebSocket` as well: 15 MB for what the service never does.
 */
export const { IncomingMessage, ServerResponse, STATUS_CODES } = getBuiltinModule('node:http');
