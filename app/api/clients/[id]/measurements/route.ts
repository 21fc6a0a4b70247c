import { pageDto } from '@/lib/pagination';
import { addMeasurements } from '@/lib/clients/add-measurements';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { addMeasurementsInput, listMeasurementsQuery, measurementSetDto } from '@/lib/clients/measurement-schemas';
import { clientParams } from '@/lib/clients/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listClientMeasurements',
    response: pageDto(measurementSetDto),
    summary: 'The measurement history of a client, newest first',
    access: 'staff',
    params: clientParams,
    query: listMeasurementsQuery,
  },
  ({ db, actor, params, query, locale }) => listMeasurements(db, actor, { ...query, clientId: params.id }, locale),
);

export const POST = defineRoute(
  {
    operation: 'addClientMeasurements',
    response: measurementSetDto,
    summary: 'Add a measurement set; unusual values ask for confirm: true',
    access: 'staff',
    params: clientParams,
    body: addMeasurementsInput,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params, body, locale }) => addMeasurements(db, actor, { ...body, clientId: params.id }, locale),
);
