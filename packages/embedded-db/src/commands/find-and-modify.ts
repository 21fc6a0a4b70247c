import type { Document } from '../bson/value';
import { failedToParse } from '../errors';
import { compileProjection } from '../query/projection';
import { namespaceOf, readCollation, readVariables, writingPlace, type CommandDefinition } from './context';
import { deleteDocuments } from './delete';
import { readHint } from './find';
import { updateDocuments } from './update-documents';
import { runWrite } from './write-batch';

/** Finds one document, changes or removes it, and answers the version before or after. */
export const findAndModify: CommandDefinition = {
  fields: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'collation',
    'arrayFilters',
    'hint',
    'let',
  ],
  inTransaction: true,
  isRetryable: true,
  run(context) {
    const place = writingPlace(context);
    const { fields, command } = context;
    const filter = fields.document('query') ?? {};
    const removes = fields.boolean('remove') ?? false;
    const returnsNew = fields.boolean('new') ?? false;
    const upsert = fields.boolean('upsert') ?? false;
    if (removes && command.update !== undefined)
      throw failedToParse("Cannot specify both an 'update' and 'remove'=true");
    if (removes && upsert) throw failedToParse("Cannot specify both 'upsert'=true and 'remove'=true");
    if (removes && returnsNew) {
      throw failedToParse(
        "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
      );
    }
    if (!removes && command.update === undefined)
      throw failedToParse("Either an 'update' or 'remove'=true must be specified");
    const arrayFilters = command.arrayFilters === undefined ? undefined : fields.documents('arrayFilters');
    if (removes && arrayFilters) throw failedToParse("Cannot specify both 'arrayFilters' and 'remove'=true");
    const collation = readCollation(fields);
    const projection = fields.document('fields');
    return runWrite(context, async (unit) => {
      const variables = readVariables(context, fields.document('let'), new Date());
      const read = { filter, sort: fields.document('sort'), hint: readHint(command.hint), collation, variables };
      const project =
        projection && Object.keys(projection).length > 0
          ? compileProjection(projection, { collation, variables, filter })
          : undefined;
      const show = (document: Document | undefined, position?: number) =>
        document === undefined ? null : project ? project(document, { position }) : document;
      if (removes) {
        const collection = unit.find(namespaceOf(place));
        const [match] = await deleteDocuments(context, unit, collection, { ...read, limit: 1 });
        return { lastErrorObject: { n: match ? 1 : 0 }, value: show(match?.document, match?.position) };
      }
      const outcome = await updateDocuments(context, unit, place, {
        ...read,
        update: command.update,
        upsert,
        arrayFilters,
      });
      const isUpsert = outcome.upserted !== undefined;
      return {
        lastErrorObject: {
          n: outcome.matched + (isUpsert ? 1 : 0),
          updatedExisting: outcome.matched > 0,
          ...(isUpsert ? { upserted: outcome.upserted } : {}),
        },
        value: returnsNew
          ? show(outcome.after, outcome.before?.position)
          : show(outcome.before?.document, outcome.before?.position),
      };
    });
  },
};
