import type { FastifyInstance } from 'fastify';

/** Whether this node is on its way out: a load balancer sends it nothing new from then on. */
export interface Drain {
  readonly hasBegun: boolean;
  begin(): void;
}

export function drain(): Drain {
  let hasBegun = false;
  return {
    get hasBegun() {
      return hasBegun;
    },
    begin: () => {
      hasBegun = true;
    },
  };
}

/** Connections that a proxy or a browser keeps end with their next answer, so that the request after it goes to another node. */
export function endConnectionsOf(app: FastifyInstance, node: Drain): void {
  app.addHook('preClose', async () => node.begin());
  app.addHook('onSend', (_request, reply, _payload, next) => {
    if (node.hasBegun) reply.header('connection', 'close');
    next();
  });
}
