import { z } from 'zod';
import { takeBackup } from '@/lib/backup/take-backup';
import { env } from '@/lib/env';
import { defineRoute } from '@/lib/web/define-route';
import { ownFileName } from '@/lib/web/disposition';

export const GET = defineRoute(
  {
    operation: 'takeBackup',
    summary: 'One backup, to be kept elsewhere. It holds the whole house; taking it is a line of the journal.',
    access: 'owner',
    params: z.strictObject({ name: z.string().max(100) }),
    response: 'application/octet-stream',
  },
  async ({ db, actor, params }) => {
    const { bytes, open } = await takeBackup(db, actor, env(), params.name);
    return new Response(open(), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(bytes),
        'content-disposition': `attachment; ${ownFileName(params.name)}`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
);
