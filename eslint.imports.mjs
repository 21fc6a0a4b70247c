// Who may import whom, as one table, and the small lint rule that holds the code to it (tests/unit/import-rules.test.ts
// proves it). Paths are resolved as text: asking a resolver for each import took minutes on two cores.
import { dirname, join, relative } from 'node:path';

/** Which other domains a domain may call, through its use cases. Never in a circle; notifications is called, never calls. */
export const DOMAINS = {
  // The house as bytes: it knows no document of anybody.
  backup: ['audit', 'files'],
  // The journal is written by everyone, and calls nobody.
  audit: [],
  notifications: [],
  // Numbers, seals and keeps what the others enter, and calls nobody.
  ledger: [],
  house: ['audit'],
  // Hands, hours and honest days: pure, it reads nothing and calls nobody's use cases.
  planner: ['house'],
  mail: ['audit', 'house'],
  auth: ['audit', 'house', 'mail', 'notifications'],
  files: ['audit', 'auth', 'house'],
  clients: ['audit', 'auth', 'house', 'files', 'mail', 'notifications'],
  models: ['audit', 'auth', 'house', 'files', 'notifications'],
  orders: ['audit', 'auth', 'house', 'clients', 'models', 'files', 'ledger', 'notifications', 'mail'],
  tasks: ['audit', 'auth', 'house', 'clients', 'files', 'orders', 'notifications'],
  appointments: ['audit', 'auth', 'house', 'clients', 'orders', 'notifications', 'mail'],
  fittings: ['audit', 'auth', 'house', 'clients', 'files', 'orders', 'tasks', 'appointments'],
  chat: ['audit', 'auth', 'house', 'clients', 'models', 'orders', 'files', 'tasks', 'notifications'],
  // Counts what the others wrote down; nothing calls it but the entry points.
  stats: ['audit', 'auth', 'house', 'models', 'orders'],
  // Prints what the others know; nothing calls it but the entry points.
  pdf: ['audit', 'auth', 'house', 'mail', 'files', 'clients', 'orders', 'tasks', 'ledger'],
  // Reads and closes the ledger, with the payments of the orders; nothing calls it but the entry points and the nightly round.
  books: ['audit', 'clients', 'house', 'ledger', 'orders'],
  // Several people of one event: it refers to their orders, and nothing calls it but the entry points.
  parties: ['audit', 'auth', 'house', 'clients', 'models', 'orders', 'promises'],
  // What is done to a whole person: their traces in every domain are merged, handed out or erased together.
  people: [
    'audit',
    'auth',
    'house',
    'mail',
    'files',
    'clients',
    'models',
    'orders',
    'tasks',
    'appointments',
    'chat',
    'notifications',
    'fittings',
    'ledger',
    'parties',
  ],
  // What the staff shows beside the password; nothing calls it but the entry points.
  'second-keys': ['audit', 'auth', 'house', 'mail', 'notifications'],
  // Reads the journal with the names of today; nothing calls it but the entry points.
  journal: ['audit', 'auth', 'clients', 'orders', 'house'],
  // How a new house comes to its owner; nothing calls it but the entry points.
  begin: ['audit', 'auth', 'house', 'clients', 'models'],
  // What the house does by itself, on its round.
  jobs: ['audit', 'auth', 'house', 'files', 'mail', 'notifications', 'clients', 'orders', 'appointments', 'books'],
  // Who is away, and what falls into it; nothing calls it but the entry points.
  absences: ['audit', 'auth', 'house', 'clients', 'orders', 'appointments'],
  // Reads the whole house's work for the planner; the dashboard shares its hands, else only the entry points call it.
  promises: ['audit', 'auth', 'house', 'clients', 'orders', 'tasks', 'appointments', 'planner'],
  // Reads the couturier's day out of the others; nothing calls it but the entry points.
  dashboard: [
    'audit',
    'auth',
    'house',
    'clients',
    'orders',
    'tasks',
    'appointments',
    'chat',
    'notifications',
    'planner',
    'promises',
  ],
  // What was made for a client, beside who they are today; nothing calls it but the entry points.
  wardrobe: ['auth', 'clients', 'house', 'models', 'orders'],
  // The whole house for who runs it, out of what the others know; nothing calls it but the entry points.
  overview: ['absences', 'auth', 'house', 'chat', 'dashboard', 'orders', 'planner', 'promises'],
};

/** Which other rooms of `components` a room may use, besides `ui` and `form`. Never in a circle. */
export const ROOMS = {
  ui: [],
  form: [],
  auth: [],
  couturiers: [],
  journal: [],
  pickers: [],
  transfer: ['promises'],
  live: [],
  notifications: ['live'],
  measurements: [],
  promises: [],
  models: ['promises'],
  orders: ['promises'],
  tasks: ['orders'],
  sketch: ['tasks'],
  voice: [],
  chat: ['live', 'orders', 'sketch', 'tasks', 'transfer', 'voice'],
  layout: ['chat', 'live'],
  home: ['layout', 'models'],
  settings: ['auth', 'chat', 'layout', 'live'],
  hands: ['settings'],
  appointments: ['pickers'],
  'orders/desk': ['appointments', 'orders', 'pickers', 'promises', 'tasks', 'transfer'],
  'orders/board': ['orders', 'orders/desk'],
  parties: ['orders', 'pickers', 'promises'],
  'order-form': ['layout', 'measurements', 'orders', 'promises'],
  fittings: ['measurements', 'orders'],
  stats: ['orders'],
  books: ['stats'],
  dashboard: ['orders', 'tasks'],
  wardrobe: ['models', 'orders'],
  overview: ['dashboard', 'hands', 'orders', 'promises', 'transfer'],
  clients: ['auth', 'chat', 'live', 'measurements', 'orders', 'transfer'],
  account: ['chat', 'live', 'orders'],
  house: ['auth', 'hands', 'orders', 'settings', 'transfer'],
  begin: ['auth', 'house', 'layout'],
};
const roomOf = (path) => /^components\/(orders\/(?:desk|board)|[a-z-]+)\//.exec(path)?.[1];

const domainOf = (path) => /^lib\/([a-z-]+)\//.exec(path)?.[1];
const isDomain = (name) => name !== undefined && name in DOMAINS;
// `stages`, `words`, `fields` and `shape` are the tables that schemas are made of, `answers` and `totals` parts of schemas and rules.
const browserSafe = (path) => /\/(schemas|rules|stages|words|fields|shape|answers|totals)$/.test(path);
const under =
  (...folders) =>
  (path) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** First match wins per row; `to` and `from` are tests of paths relative to the project, without an ending. */
const ROWS = [
  {
    from: under('lib'),
    to: under('app', 'components', 'realtime', 'scripts', 'tests'),
    why: 'lib is below everything else',
  },
  {
    from: under('components'),
    to: under('app', 'realtime', 'scripts', 'tests', 'lib/db', 'lib/web', 'lib/env'),
    why: 'components know the screen only',
  },
  {
    from: under('components/ui'),
    to: (path) =>
      (under('components')(path) && !under('components/ui')(path)) ||
      (under('lib')(path) && !under('lib/i18n', 'lib/paths', 'lib/actor', 'lib/palette')(path)),
    why: 'components/ui carries no domain word',
  },
  {
    from: under('realtime'),
    to: under('app', 'components', 'lib/web', 'lib/http'),
    why: 'the sidecar knows nothing of the app',
  },
  {
    from: under('packages/embedded-db'),
    to: (path) => !under('packages/embedded-db')(path),
    why: 'the embedded database knows nothing of the house',
  },
  {
    from: (path) => !under('packages/embedded-db', 'tests')(path),
    to: under('packages/embedded-db'),
    why: 'the embedded database is a process of its own, reached by URI only',
  },
  { from: (path) => isDomain(domainOf(path)), to: under('lib/web', 'lib/http'), why: 'domains are framework-free' },
  { from: under('lib/http'), to: under('lib/db', 'lib/web', 'lib/env'), why: 'lib/http runs in the browser' },
];

/** Why this import is refused, or undefined where it is allowed. */
export function refusal(from, to) {
  const row = ROWS.find((one) => one.from(from) && one.to(to));
  if (row) return row.why;
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here && there && here !== there && there !== 'ui' && there !== 'form' && !ROOMS[here]?.includes(there))
    return `components/${here} may use only: ${['ui', 'form', ...(ROOMS[here] ?? [])].join(', ')}`;
  const [own, other] = [domainOf(from), domainOf(to)];
  if (!isDomain(own) || !isDomain(other) || own === other || browserSafe(to) || DOMAINS[own].includes(other))
    return undefined;
  return `lib/${own} may call only: ${DOMAINS[own].join(', ') || 'no other domain'}`;
}

/** Why this file may not import this package, or undefined where it may. */
function packageRefusal(from, specifier) {
  const own = under('packages/embedded-db');
  if (own(from)) {
    if (!under('packages/embedded-db/src')(from) || /^(node:|bson$|lmdb$)/.test(specifier)) return undefined;
    return 'the embedded database stands on bson, lmdb and Node alone';
  }
  if (under('tests')(from) || !/^(lmdb|bson|@fashionflow\/.*)$/.test(specifier)) return undefined;
  return 'it belongs to the embedded database, which is reached by URI only';
}

export const importRules = {
  rules: {
    direction: {
      meta: { type: 'problem', schema: [], messages: { refused: '{{from}} may not import {{to}}: {{why}}.' } },
      create(context) {
        const file = relative(context.cwd, context.filename);
        const check = (node) => {
          const specifier = node.source?.value;
          if (typeof specifier !== 'string') return;
          const local = /^(\.|@\/)/.test(specifier);
          const to = local
            ? (specifier.startsWith('@/') ? specifier.slice(2) : join(dirname(file), specifier)).replace(
                /\.(tsx?|mjs|json)$/,
                '',
              )
            : specifier;
          const why = local ? refusal(file, to) : packageRefusal(file, specifier);
          if (why) context.report({ node, messageId: 'refused', data: { from: file, to, why } });
        };
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
        };
      },
    },
  },
};
