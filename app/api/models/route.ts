import { createModel } from '@/lib/models/create-model';
import { listModels } from '@/lib/models/list-models';
import { modelPageDto, listModelsQuery, modelDto, createModelInput } from '@/lib/models/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listModels',
    summary: 'The catalogue: published models; staff may ask for another status',
    access: 'visitor',
    query: listModelsQuery,
    response: modelPageDto,
  },
  ({ db, actor, query }) => listModels(db, actor, query),
);

export const POST = defineRoute(
  {
    operation: 'createModel',
    summary: 'Makes a model, a draft unless asked otherwise',
    access: 'staff',
    body: createModelInput,
    response: modelDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, body, locale }) => createModel(db, actor, body, locale),
);
