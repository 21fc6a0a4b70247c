import { editClient } from '@/lib/clients/edit-client';
import { findMergedInto, readClient } from '@/lib/clients/find-client';
import { clientParams, editClientInput, clientDto } from '@/lib/clients/schemas';
import { sendMail } from '@/lib/mail/send-mail';
import { eraseClient } from '@/lib/people/erase-me';
import { afterwards } from '@/lib/web/afterwards';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readClient',
    response: clientDto,
    summary: 'One client file; one that was merged leads to the file it went into (308)',
    access: 'staff',
    params: clientParams,
  },
  async ({ db, actor, params }) => {
    const into = await findMergedInto(db, actor, params.id);
    if (into) return new Response(null, { status: 308, headers: { location: `/api/clients/${into}` } });
    return readClient(db, actor, params.id);
  },
);

export const PATCH = defineRoute(
  {
    operation: 'editClient',
    response: clientDto,
    summary: 'Edit or archive a client file',
    access: 'staff',
    params: clientParams,
    body: editClientInput,
  },
  ({ db, actor, params, body }) => editClient(db, actor, params.id, body),
);

export const DELETE = defineRoute(
  {
    operation: 'eraseClient',
    summary: 'Erases a person for good, as the law lets; one with an account is erased by an owner only',
    access: 'staff',
    params: clientParams,
    status: 204,
  },
  async ({ db, actor, params }) => {
    const person = await eraseClient(db, actor, params.id, announceOrder);
    if (!person) return;
    const { email: to, locale, name } = person;
    afterwards(() => sendMail(db, { to, locale, template: 'erased', data: { name } }));
  },
);
