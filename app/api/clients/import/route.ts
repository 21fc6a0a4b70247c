import { importClients } from '@/lib/clients/import-clients';
import { importClientsQuery, importResultDto } from '@/lib/clients/schemas';
import { AppError } from '@/lib/errors';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';
import { readBody } from '@/lib/web/read-body';

/** Ten thousand people with all that is known of them. */
const CSV_BYTES = 8 * 1024 * 1024;

export const POST = defineRoute(
  {
    operation: 'importClients',
    response: importResultDto,
    summary: 'Opens a client file for each row of a table (text/csv); `?dryRun=1` only tells what would happen',
    access: 'staff',
    query: importClientsQuery,
    limits: [{ rule: LIMITS.importClients, key: 'actor' }],
  },
  async ({ db, actor, query, request, locale }) => {
    const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'text/csv') throw new AppError('unsupported_media_type');
    const bytes = await readBody(request, CSV_BYTES);
    const dryRun = query.dryRun === '1' || query.dryRun === 'true';
    return importClients(db, actor, { ...query, bytes, dryRun }, locale);
  },
);
