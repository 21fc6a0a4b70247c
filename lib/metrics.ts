import { monitorEventLoopDelay } from 'node:perf_hooks';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

interface Metrics {
  registry: Registry;
  requests: Counter<'operation' | 'status'>;
  duration: Histogram<'operation'>;
  held: Counter;
  longestHold: Gauge;
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
      held: new Counter({
        name: 'fashionflow_event_loop_held_total',
        help: 'Seconds in which the event loop was held for more than 100 ms, so that people waited for others.',
        registers: [registry],
      }),
      longestHold: new Gauge({
        name: 'fashionflow_event_loop_longest_hold_seconds',
        help: 'The longest that the event loop was held since the start.',
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

/** A delay that people notice. */
const HELD_MS = 100;

/**
 * Looks each second how long the event loop was held; nothing heavy belongs on it.
 * @returns stops looking
 */
export function watchEventLoop(everyMs = 1_000): () => void {
  const { held, longestHold } = metrics();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let longest = 0;
  const timer = setInterval(() => {
    const ms = delay.max / 1e6;
    delay.reset();
    if (ms > HELD_MS) held.inc();
    longest = Math.max(longest, ms);
    longestHold.set(longest / 1_000);
  }, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    delay.disable();
  };
}

/** Everything counted so far, in Prometheus text format. */
export async function renderMetrics(): Promise<{ contentType: string; text: string }> {
  const { registry } = metrics();
  return { contentType: registry.contentType, text: await registry.metrics() };
}
