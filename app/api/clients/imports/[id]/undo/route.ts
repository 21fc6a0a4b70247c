import { importDto, importParams } from '@/lib/clients/schemas';
import { LIMITS } from '@/lib/limits';
import { undoImport } from '@/lib/people/undo-import';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'undoImport',
    response: importDto,
    summary: 'Take an import back: what it opened goes, what it changed is as it was; what was changed since is left',
    access: 'staff',
    params: importParams,
    limits: [{ rule: LIMITS.importClients, key: 'actor' }],
  },
  ({ db, actor, params }) => undoImport(db, actor, params.id),
);
