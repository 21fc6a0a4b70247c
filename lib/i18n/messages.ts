import type { Locale } from '../actor';
import en from './en';
import { typo } from './format';
import fr from './fr';

/** French is the source: its shape is the type of every translation. */
export type Messages = typeof fr;
export type Namespace = keyof Messages;

/** French is written with the narrow no-break space of its typography and printed with the one the font can show. */
const printed = JSON.parse(typo(JSON.stringify(fr))) as Messages;
const all: Record<Locale, Messages> = { fr: printed, en: en as Messages };

/** All texts of a language, for a translator: the build takes them apart (next.config.ts), and not all are words any more. */
export const messagesOf = (locale: Locale): Messages => all[locale];

/** The namespaces an island needs, so that a page carries no text it does not show. */
export const pickMessages = (locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> =>
  Object.fromEntries(namespaces.map((name) => [name, all[locale][name]])) as Partial<Messages>;

const SHARED_NAMESPACES = [
  'common',
  'states',
  'errors',
  'form',
  'stages',
  'garments',
  'orders',
  'pdf',
  'measurements',
  'calendar',
  'chat',
  'notifications',
  'models',
  'catalogue',
  'couturiers',
  'password',
  'promises',
] as const satisfies readonly Namespace[];

/** What the islands of the client's space may print. */
export const CLIENT_NAMESPACES: readonly Namespace[] = [...SHARED_NAMESPACES, 'settings', 'account', 'orderForm'];

/** What the islands of the couturiers' workspace may print. */
export const ATELIER_NAMESPACES: readonly Namespace[] = [
  ...SHARED_NAMESPACES,
  'staff',
  'clients',
  'tasks',
  'dashboard',
  'overview',
  'parties',
  'fittings',
  'stats',
  'ledger',
  'hands',
  'house',
  'settings',
  'orderForm',
];
