import { defineRoute, type DefinedRoute } from '@/lib/web/define-route';
import { openApiDocument } from '@/lib/web/openapi';
import { ROUTES } from './routes';

export const GET: DefinedRoute = defineRoute(
  { operation: 'openApi', summary: 'This document: every address of the API (OpenAPI 3.1)', access: 'visitor' },
  async () => openApiDocument({ ...ROUTES, '/api/openapi.json': { GET } }),
);
