import { appointmentParams } from '@/lib/appointments/schemas';
import { createFittingSheet } from '@/lib/fittings/create-fitting-sheet';
import { readFittingSheet } from '@/lib/fittings/read-fitting-sheet';
import { fittingSheetDto, createFittingSheetInput } from '@/lib/fittings/schemas';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readFittingSheet',
    summary: 'What was seen at a fitting; its client reads the parts meant for them',
    access: 'signedIn',
    params: appointmentParams,
    response: fittingSheetDto,
  },
  ({ db, actor, params }) => readFittingSheet(db, actor, params.id),
);

export const POST = defineRoute(
  {
    operation: 'createFittingSheet',
    summary: 'Write down a fitting: remarks by point, tasks, a new measurement set, the timeline',
    access: 'staff',
    params: appointmentParams,
    body: createFittingSheetInput,
    response: fittingSheetDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params, body, locale }) => createFittingSheet(db, actor, params.id, body, locale, announceOrder),
);
