import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Deps } from '../deps.ts';

/** Seconds; a cast in a crowded hall, a spreadsheet, a whole record. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];
/** Finer times would tell when somebody voted. */
const renewedAfterMilliseconds = 60_000;

/** What the service counts of itself, in the format of Prometheus. */
export interface Metrics {
  read(): Promise<string>;
}

/**
 * Counts answers by operation and class of status; of voters' routes only how many there were together (promise 1). The whole text is made anew once a minute, so that nothing in it, the processor's time neither, tells more finely.
 */
export function countRequests(
  app: FastifyInstance,
  { store, clock, checks }: Pick<Deps, 'store' | 'clock' | 'checks'>,
): Metrics {
  const registry = new Registry();
  const of = { registers: [registry] };
  const names = ['operation', 'status'] as const;
  const requests = new Counter({
    name: 'phieu_requests_total',
    help: 'Answers, by operation and class of status',
    labelNames: names,
    ...of,
  });
  const seconds = new Histogram({
    name: 'phieu_request_duration_seconds',
    help: 'From request to answer, by operation',
    buckets,
    ...of,
    labelNames: ['operation'] as const,
  });
  const quiet = new Counter({
    name: 'phieu_voter_requests_total',
    help: "Answers of voters' routes together",
    ...of,
    labelNames: ['status'] as const,
  });
  gaugesOfProcess(registry);
  new Gauge({
    name: 'phieu_storage_trouble',
    help: '1 while the last change could not be stored',
    ...of,
    collect() {
      this.set(store.health.trouble() === null ? 0 : 1);
    },
  });

  new Gauge({
    name: 'phieu_unchecked_sessions',
    help: 'Sessions whose check could not be done yet',
    ...of,
    collect() {
      this.set(checks.unchecked());
    },
  });

  app.addHook('onResponse', async (request, reply) => {
    const { operation, page } = request.routeOptions.config;
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    if (page) return;
    if (operation?.quiet) return void quiet.inc({ status });
    const labels = { operation: operation?.id ?? 'unknown' };
    requests.inc({ ...labels, status });
    seconds.observe(labels, reply.elapsedTime / 1000);
  });

  let shown: { readonly at: number; readonly text: Promise<string> } | undefined;
  return {
    read: () => {
      const at = clock().getTime();
      // A clock that was put back must not keep an old text for long.
      if (shown === undefined || Math.abs(at - shown.at) >= renewedAfterMilliseconds) {
        shown = { at, text: registry.metrics() };
      }
      return shown.text;
    },
  };
}

/** Named as every client of Prometheus names them. */
function gaugesOfProcess(registry: Registry): void {
  const of = { registers: [registry] };
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory',
    ...of,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'process_cpu_seconds_total',
    help: 'Processor time',
    ...of,
    collect() {
      const { user, system } = process.cpuUsage();
      this.set((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process began, since 1970',
    ...of,
    collect() {
      this.set(performance.timeOrigin / 1000);
    },
  });
}
