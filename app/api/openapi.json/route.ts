import { z } from 'zod';
import { defineRoute, type DefinedRoute } from '@/lib/web/define-route';
import { openApiDocument } from '@/lib/web/openapi';
import { ROUTES } from './routes';
import { shapeNames } from './shapes';

/** Made once: it only changes with the code. */
let document: ReturnType<typeof openApiDocument> | undefined;

export const GET: DefinedRoute = defineRoute(
  {
    operation: 'openApi',
    summary: 'This document: every address of the API (OpenAPI 3.1)',
    access: 'visitor',
    response: z.record(z.string(), z.unknown()),
  },
  async () => (document ??= openApiDocument({ ...ROUTES, '/api/openapi.json': { GET } }, shapeNames())),
);
