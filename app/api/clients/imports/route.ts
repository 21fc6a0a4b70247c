import { z } from 'zod';
import { listImports } from '@/lib/clients/list-imports';
import { importDto } from '@/lib/clients/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listImports',
    response: z.object({ items: z.array(importDto) }),
    summary: 'The imports of the last thirty days that the caller may take back',
    access: 'staff',
  },
  ({ db, actor }) => listImports(db, actor),
);
