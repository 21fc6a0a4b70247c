import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

interface Metrics {
  registry: Registry;
  requests: Counter<'operation' | 'status'>;
  duration: Histogram<'operation'>;
}

/** Kept on globalThis: in development each reload would register everything again. */
const holder = globalThis as typeof globalThis & { fashionflowMetrics?: Metrics };

function metrics(): Metrics {
  if (!holder.fashionflowMetrics) {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    holder.fashionflowMetrics = {
      registry,
      requests: new Counter({
        name: 'fashionflow_http_requests_total',
        help: 'Requests answered, by operation and status.',
        labelNames: ['operation', 'status'],
        registers: [registry],
      }),
      duration: new Histogram({
        name: 'fashionflow_http_request_seconds',
        help: 'Time to the answer, by operation.',
        labelNames: ['operation'],
        buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
        registers: [registry],
      }),
    };
  }
  return holder.fashionflowMetrics;
}

/** Counts one answered request. */
export function observeRequest(operation: string, status: number, seconds: number): void {
  const { requests, duration } = metrics();
  requests.inc({ operation, status: String(status) });
  duration.observe({ operation }, seconds);
}

/** Everything counted so far, in Prometheus text format. */
export async function renderMetrics(): Promise<{ contentType: string; text: string }> {
  const { registry } = metrics();
  return { contentType: registry.contentType, text: await registry.metrics() };
}
