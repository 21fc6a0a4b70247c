import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads at /metrics; one registry per server, so that tests may run several. */
export function createMetrics(processWide: boolean) {
  const registry = new Registry();
  if (processWide) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    connections: new Gauge({ name: 'fashionflow_ws_connections', help: 'Open sockets', registers }),
    people: new Gauge({ name: 'fashionflow_ws_people', help: 'Accounts with at least one socket', registers }),
    frames: new Counter({
      name: 'fashionflow_ws_frames_total',
      help: 'Frames by direction and kind',
      labelNames: ['direction', 'kind'] as const,
      registers,
    }),
    closes: new Counter({
      name: 'fashionflow_ws_closes_total',
      help: 'Sockets the server closed, by code',
      labelNames: ['code'] as const,
      registers,
    }),
    refused: new Counter({
      name: 'fashionflow_ws_upgrades_refused_total',
      help: 'Upgrades refused before a socket, by status',
      labelNames: ['status'] as const,
      registers,
    }),
    acks: new Histogram({
      name: 'fashionflow_ws_ack_seconds',
      help: 'From a send frame to its durable acknowledgement',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    restarts: new Counter({
      name: 'fashionflow_ws_watch_restarts_total',
      help: 'Times the change stream had to be opened again',
      registers,
    }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
