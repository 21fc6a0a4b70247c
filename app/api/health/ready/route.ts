import { ALL_INDEXES } from '@/lib/start/all-indexes';
import { missingIndexes } from '@/lib/start/missing-indexes';
import { healthDto } from '@/lib/start/schemas';
import { Answer, defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'healthReady',
    summary: 'The database answers and its indexes are there; 503 with the cause otherwise.',
    access: 'visitor',
    response: healthDto,
  },
  async ({ db }) => {
    try {
      await db.db.command({ ping: 1 });
    } catch {
      return new Answer(503, { status: 'unavailable', cause: 'the database does not answer' });
    }
    const missing = await missingIndexes(db, ALL_INDEXES);
    return missing.length === 0
      ? { status: 'ok' }
      : new Answer(503, { status: 'unavailable', cause: `indexes are missing: ${missing.join(', ')}` });
  },
);
