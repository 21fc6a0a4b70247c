import { dayKey } from '../../../lib/i18n/format';
import { addDays, DAY_MS } from '../../../lib/calendar';
import type { Named, Person } from './open-house';

/** One call or page: who asks for it, and where it is in a house. */
export interface Ask {
  by: Person;
  name: string;
  path: (named: Named) => string;
  /** It searches by words. */
  search?: boolean;
}

const fixed = (by: Person, paths: readonly string[]): Ask[] =>
  paths.map((path) => ({ by, name: path, path: () => path }));

/** With `:name` where an id of the house stands. */
const named = (by: Person, paths: readonly string[]): Ask[] =>
  paths.map((path) => ({
    by,
    name: path,
    path: (ids) => path.replace(/:([a-z]\w+)/gi, (_, name: keyof Named) => ids[name]),
  }));

const searches = (by: Person, paths: readonly string[]): Ask[] =>
  named(by, paths).map((ask) => ({ ...ask, search: true }));

/** Every call and page of the atelier, of a client and of a visitor that a person waits for; papers and exports apart. */
export function asksOf(now = new Date()): Ask[] {
  const today = dayKey(now);
  const week = `from=${new Date(now.getTime() - 3 * DAY_MS).toISOString()}&to=${new Date(now.getTime() + 4 * DAY_MS).toISOString()}`;
  const month = `from=${addDays(today, -30)}&to=${today}`;
  const year = `from=${addDays(today, -364)}&to=${today}`;
  const since = new Date(now.getTime() - 30 * DAY_MS).toISOString();
  return [
    ...named('couturier', [
      '/api/dashboard',
      `/api/stats?${month}`,
      `/api/stats?${year}`,
      '/api/tasks?limit=100',
      '/api/tasks?status=todo',
      `/api/tasks?limit=100&doneSince=${since}`,
      '/api/tasks?orderId=:orderId',
      '/api/tasks?clientId=:clientId',
      '/api/orders?limit=100',
      '/api/orders?stage=active&limit=100',
      '/api/orders?stage=delivered',
      '/api/orders?due=late',
      '/api/orders?due=week',
      '/api/orders?clientId=:clientId',
      '/api/orders?couturierId=:couturierId',
      `/api/orders?paidFrom=${addDays(today, -30)}&paidTo=${today}`,
      '/api/orders/:orderId',
      '/api/orders/:orderId/events',
      '/api/clients?limit=100',
      '/api/clients?tag=Tailleur',
      '/api/clients?archived=true',
      '/api/clients/:clientId',
      '/api/clients/:clientId/measurements',
      '/api/models?limit=100',
      '/api/models?status=draft',
      '/api/models?sort=priceAsc',
      '/api/models/:modelId',
      '/api/conversations?limit=100',
      '/api/conversations?filter=unread',
      '/api/conversations?filter=unanswered',
      '/api/conversations?filter=pinned',
      '/api/conversations/unread',
      '/api/conversations/:conversationId',
      '/api/conversations/:conversationId/messages',
      '/api/conversations/:conversationId/files',
      '/api/notifications',
      `/api/appointments?${week}`,
      '/api/appointments?clientId=:clientId',
      '/api/appointments?orderId=:orderId',
      '/api/couturiers',
      '/api/house',
      '/api/me',
      '/api/me/sessions',
      '/api/me/notification-settings',
    ]),
    ...searches('couturier', [
      '/api/clients?q=roussel',
      '/api/clients?q=rousell',
      '/api/clients?q=awa%20diallo',
      '/api/clients?q=06%2012%2034',
      '/api/clients/known?name=Awa%20Diallo',
      '/api/clients/known?phone=0612345678',
      '/api/orders?q=clair%20lune',
      '/api/orders?q=diallo',
      '/api/orders?q=manteu',
      '/api/tasks?q=couper',
      '/api/models?q=robe%20soir',
      '/api/models?q=smokng',
      '/api/conversations?q=ourlet',
      '/api/conversations?q=diallo',
      '/api/conversations/:conversationId/messages?q=ourlet',
      '/api/conversations/:conversationId/messages?q=doublre',
    ]),
    ...named('owner', [
      '/api/dashboard/house',
      '/api/staff',
      '/api/journal',
      '/api/ledger',
      '/api/ledger?q=diallo',
      '/api/clients/:clientId/conversations',
      '/api/invitations',
      '/fr/atelier?view=house',
      '/fr/atelier/house',
      '/fr/atelier/house/journal',
      '/fr/atelier/stats/ledger',
    ]),
    ...named('couturier', [
      '/fr/atelier',
      '/fr/atelier/orders',
      '/fr/atelier/orders/:orderId',
      '/fr/atelier/orders/new',
      '/fr/atelier/tasks',
      '/fr/atelier/calendar',
      '/fr/atelier/clients',
      '/fr/atelier/clients/new',
      '/fr/atelier/clients/:clientId',
      '/fr/atelier/clients/:clientId/measurements',
      '/fr/atelier/models',
      '/fr/atelier/models/:modelId',
      '/fr/atelier/messages',
      '/fr/atelier/messages/:conversationId',
      '/fr/atelier/messages/new',
      '/fr/atelier/appointments/:appointmentId/fitting',
      '/fr/atelier/notifications',
      '/fr/atelier/settings',
      '/fr/atelier/stats',
    ]),
    ...named('client', [
      '/api/orders',
      '/api/orders/:orderId',
      '/api/orders/:orderId/events',
      '/api/me',
      '/api/me/favourites',
      '/api/me/measurements',
      '/api/conversations',
      '/api/conversations/unread',
      '/api/conversations/:conversationId/messages',
      '/api/appointments',
      '/api/notifications',
      '/fr/account',
      '/fr/account/orders',
      '/fr/account/orders/new',
      '/fr/account/orders/:orderId',
      '/fr/account/appointments',
      '/fr/account/wardrobe',
      '/fr/account/favourites',
      '/fr/account/measurements',
      '/fr/account/messages',
      '/fr/account/messages/:conversationId',
      '/fr/account/notifications',
      '/fr/account/settings',
    ]),
    ...searches('client', ['/api/conversations/:conversationId/messages?q=ourlet', '/api/models?q=robe']),
    ...fixed('visitor', ['/fr', '/fr/models', '/fr/models?page=2', '/fr/couturiers', '/api/models']),
    ...named('visitor', ['/fr/models/:slug', '/fr/couturiers/:couturierId']),
    ...searches('visitor', ['/fr/models?q=robe%20soir']),
  ];
}
