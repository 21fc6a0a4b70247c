import { pageDto } from '@/lib/pagination';
import { LIMITS } from '@/lib/limits';
import { addMeasurements } from '@/lib/clients/add-measurements';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { addMeasurementsInput, listMeasurementsQuery, measurementSetDto } from '@/lib/clients/measurement-schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listMyMeasurements',
    response: pageDto(measurementSetDto),
    summary: 'One’s own measurement history, newest first',
    access: 'client',
    query: listMeasurementsQuery,
  },
  ({ db, actor, query, locale }) =>
    listMeasurements(db, actor, { ...query, clientId: actor.clientId.toHexString() }, locale),
);

export const POST = defineRoute(
  {
    operation: 'addMyMeasurements',
    response: measurementSetDto,
    summary: 'Add one’s own measurement set; unusual values ask for confirm: true',
    access: 'client',
    body: addMeasurementsInput,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.measurements, key: 'client' }],
  },
  ({ db, actor, body, locale }) =>
    addMeasurements(db, actor, { ...body, clientId: actor.clientId.toHexString() }, locale),
);
