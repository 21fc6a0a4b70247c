/**
 * The words of a client file, one line each. From here a field is kept, sent, answered, asked for in the form, read from a table and
 * merged; its name is in `clients.json` under `fields`.
 */
export const CLIENT_TEXTS = {
  phone: { max: 40, joins: false },
  address: { max: 300, joins: false },
  /** Whom an invoice is made out to where it is a company, and the numbers it is known by. */
  company: { max: 120, joins: false },
  registration: { max: 40, joins: false },
  vatNumber: { max: 30, joins: false },
  /** How and when this person likes to be reached. */
  contactNote: { max: 300, joins: true },
  posture: { max: 1000, joins: true },
  allergies: { max: 1000, joins: true },
  preferences: { max: 2000, joins: true },
  /** Internal: never leaves to the client. */
  notes: { max: 5000, joins: true },
} as const satisfies Record<string, ClientText>;

/** `joins`: of two files that are merged both texts stay, one under the other; else one of them holds. */
interface ClientText {
  max: number;
  joins: boolean;
}

type Texts = typeof CLIENT_TEXTS;
export type ClientTextName = keyof Texts;
/** Texts of two files that are put one under the other. */
export type JoinedField = {
  [Name in ClientTextName]: Texts[Name]['joins'] extends true ? Name : never;
}[ClientTextName];
type SingleText = Exclude<ClientTextName, JoinedField>;

export const CLIENT_TEXT_NAMES = Object.keys(CLIENT_TEXTS) as ClientTextName[];
export const JOINED_FIELDS = CLIENT_TEXT_NAMES.filter((name): name is JoinedField => CLIENT_TEXTS[name].joins);
/** Fields that can hold one value only: of two files, the one that stays says it, or the one that goes where asked. */
export const SINGLE_FIELDS = [
  'name',
  'email',
  ...CLIENT_TEXT_NAMES.filter((name): name is SingleText => !CLIENT_TEXTS[name].joins),
  'birthday',
  'event',
] as const;
export const MERGE_FIELDS = [...SINGLE_FIELDS, ...JOINED_FIELDS] as const;
/** What of a file is compared when two are merged; an event counts as one. */
export type MergeField = (typeof MERGE_FIELDS)[number];

/** One thing for each text of a file. */
export const perText = <One>(one: (name: ClientTextName) => One): Record<ClientTextName, One> =>
  Object.fromEntries(CLIENT_TEXT_NAMES.map((name) => [name, one(name)])) as Record<ClientTextName, One>;
