import { beforeAll, describe, expect, it } from 'vitest';
import * as answerRoute from '@/app/api/orders/[id]/change-requests/[n]/answer/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import { getUnread } from '@/lib/chat/get-unread';
import { listMessages } from '@/lib/chat/list-messages';
import type { MessageDto } from '@/lib/chat/schemas';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { startConversation } from '@/lib/chat/start-conversation';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, create, drawUp, eur, move, quote, signSheet } from '../orders/setup';

const db = setUpDatabase();
let couturier: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client', 'Awa Diallo');
});

/** What the conversation was told of the order, without what stays the same from line to line. */
const told = ({ system, senderId }: MessageDto) => ({
  event: system?.event,
  paper: system?.paper && `${system.paper.kind} ${system.paper.n}${system.paper.opens ? ' opens' : ''}`,
  by: senderId === client.actor.id.toHexString() ? 'client' : 'couturier',
});

describe('the papers of an order in the conversation', () => {
  it('are laid down once, answered in lines, each from the side of who acted', async () => {
    const couturierId = couturier.actor.id.toHexString();
    const { conversation } = await startConversation(db(), couturier.actor, {
      clientId: client.actor.clientId?.toHexString(),
    });
    const { body: order } = await create(client, { couturierId, options: { fabric: 'Satin de soie' } });
    await quote(couturier, order.id);
    await acceptQuote(client, order.id);
    await call(changes.POST, {
      who: client,
      params: { id: order.id },
      body: { changes: [{ field: 'description', to: 'Plus longue' }] },
    });
    await call(answerRoute.POST, {
      who: couturier,
      params: { id: order.id, n: '1' },
      body: { decision: 'accept' },
    });
    await drawUp(couturier, order.id);
    await signSheet(couturier, order.id);
    const signed = await signSheet(client, order.id);
    await move(couturier, order.id, { to: 'measuring', version: signed.body.version });

    const asked = async ({ actor }: Person) =>
      (await listNotifications(db(), actor, { limit: 50, locale: 'fr' })).items
        .filter(({ asks, read }) => asks && !read)
        .map(({ title }) => title.replace(/\s/g, ' '));
    expect(await asked(client), 'what was answered no longer asks').toEqual([]);
    expect((await asked(couturier)).sort()).toEqual(['Devis accepté, 1 974,00 €', 'Nouvelle commande de Awa Diallo']);

    const { items } = await listMessages(db(), client.actor, conversation.id, { limit: 100 });
    expect(items.map(told)).toEqual([
      { event: 'quoteSent', paper: 'quote 1 opens', by: 'couturier' },
      { event: 'quoteAccepted', paper: 'quote 1', by: 'client' },
      { event: 'changeRequested', paper: 'change 1 opens', by: 'client' },
      { event: 'changeApplied', paper: 'change 1', by: 'couturier' },
      { event: 'approvalSigned', paper: 'approval 1 opens', by: 'couturier' },
      { event: 'approvalSigned', paper: 'approval 1', by: 'client' },
      { event: 'stageMoved', paper: undefined, by: 'couturier' },
    ]);
    expect(items[0]).toMatchObject({
      orderId: order.id,
      recipientId: client.actor.id.toHexString(),
      system: { kind: 'progress', name: 'Claire Morel', amount: eur(197_400), from: 'requested', to: 'quoted' },
    });
    // The client's own acts wait for the couturier, the couturier's for the client.
    expect(await getUnread(db(), client.actor)).toEqual({ messages: 4, conversations: 1 });
    expect(await getUnread(db(), couturier.actor)).toEqual({ messages: 3, conversations: 1 });
  });
});
