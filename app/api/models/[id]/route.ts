import { z } from 'zod';
import { toId } from '@/lib/db/ids';
import { archiveModel } from '@/lib/models/archive-model';
import { editModel } from '@/lib/models/edit-model';
import { findModel } from '@/lib/models/find-model';
import { editModelInput, modelDto } from '@/lib/models/schemas';
import { defineRoute } from '@/lib/web/define-route';

const params = z.strictObject({ id: z.string().max(100) });

export const GET = defineRoute(
  {
    operation: 'readModel',
    summary: 'One model by its slug; staff also by id and whatever its status',
    access: 'visitor',
    params,
    response: modelDto,
  },
  ({ db, actor, params: { id } }) => findModel(db, actor, id),
);

export const PATCH = defineRoute(
  {
    operation: 'editModel',
    summary: 'Edits, publishes or archives a model',
    access: 'staff',
    params,
    body: editModelInput,
    response: modelDto,
  },
  ({ db, actor, params: { id }, body, locale }) => editModel(db, actor, toId(id), body, locale),
);

export const DELETE = defineRoute(
  {
    operation: 'archiveModel',
    summary: 'Takes a model out of the catalogue (archives it)',
    access: 'staff',
    params,
    response: modelDto,
  },
  ({ db, params: { id } }) => archiveModel(db, toId(id)),
);
