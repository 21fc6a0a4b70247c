import { clientParams, clientDto, mergeClientInput, mergePreviewDto, previewMergeQuery } from '@/lib/clients/schemas';
import { mergeClients } from '@/lib/people/merge-clients';
import { previewMerge } from '@/lib/people/preview-merge';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'previewMerge',
    response: mergePreviewDto,
    summary: 'What merging this client file into another would do',
    access: 'staff',
    params: clientParams,
    query: previewMergeQuery,
  },
  ({ db, actor, params, query }) => previewMerge(db, actor, params.id, query),
);

export const POST = defineRoute(
  {
    operation: 'mergeClients',
    response: clientDto,
    summary: 'Merge this client file into another; everything of it follows',
    access: 'staff',
    params: clientParams,
    body: mergeClientInput,
  },
  ({ db, actor, params, body }) => mergeClients(db, actor, params.id, body),
);
