import { bears } from '@/lib/bearer';
import { env } from '@/lib/env';
import { AppError, notFound } from '@/lib/errors';
import { renderMetrics } from '@/lib/metrics';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getMetrics',
    summary: 'Prometheus metrics, for the bearer of METRICS_TOKEN; not there when none is set.',
    access: 'visitor',
    response: 'text/plain',
  },
  async ({ request }) => {
    const token = env().METRICS_TOKEN;
    if (!token) throw notFound();
    if (!bears(request.headers.get('authorization'), token)) throw new AppError('unauthenticated');
    const { contentType, text } = await renderMetrics();
    return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
  },
);
