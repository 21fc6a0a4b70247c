import { z } from 'zod';
import { words } from '../clean-text';
import { bilingual } from '../i18n/bilingual-schemas';
import { LINE_NATURES } from '../ledger/words';
import { STAGES } from './stages';
import { taxProblems } from './tax';
import { ADVANCES, FEASTS } from './words';
import { LOCALES } from '../i18n/config';
import { sentId, sentMoment, day } from '../wire';
import { LOCK_STAGES, TAX_REGIMES } from './words';

/** Where an order stands. */
export const anyStage = z.enum(STAGES);

/** `HH:MM` on the atelier's clock. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const interval = z
  .strictObject({ from: clock, to: clock })
  .refine((value) => value.from < value.to, { message: 'fields.interval', path: ['to'] });
export type OpeningInterval = z.infer<typeof interval>;

/** When the house is open on one day, earliest first. */
export const dayIntervals = z
  .array(interval)
  .max(4)
  .refine((list) => list.every((one, index) => index === 0 || (list[index - 1]?.to ?? '') <= one.from), {
    message: 'fields.interval',
  });

export const openingHours = z.strictObject({
  monday: dayIntervals,
  tuesday: dayIntervals,
  wednesday: dayIntervals,
  thursday: dayIntervals,
  friday: dayIntervals,
  saturday: dayIntervals,
  sunday: dayIntervals,
});
export type OpeningHours = z.infer<typeof openingHours>;

/** Days the house is closed, both ends included. */
const closure = z
  .strictObject({ from: day, to: day, label: bilingual(80, 1) })
  .refine((value) => value.from <= value.to, { message: 'fields.interval', path: ['to'] });
export type Closure = z.infer<typeof closure>;

const ofFeast = {
  /** What is left of the usual hours for pieces. */
  hoursPercent: z.int().min(0).max(100),
  /** Whether the house promises nothing new for these days. */
  closesPromises: z.boolean(),
};
const knownFeast = z.strictObject({
  feast: z.enum(FEASTS),
  /** Days before and after the feast itself that belong to it. */
  before: z.int().min(0).max(60),
  after: z.int().min(0).max(200),
  ...ofFeast,
  /** Days that were announced otherwise than they are reckoned. */
  announced: z.array(day).max(12),
});
const ownFeast = z
  .strictObject({ label: bilingual(80, 1), from: day, to: day, ...ofFeast })
  .refine((value) => value.from <= value.to, { message: 'fields.interval', path: ['to'] });
/** Weeks the house counts less hours in: a feast or a season whose day it reckons every year, or days its owner names. */
const busyWeeks = z.union([knownFeast, ownFeast]);
export type KnownFeast = z.infer<typeof knownFeast>;
export type BusyWeeks = z.infer<typeof busyWeeks>;

export const workHours = z.number().min(0).max(1000).multipleOf(0.25);

/** Hours of work a stage asks for, for a piece of which nothing more is known. */
export const stageHours = z.strictObject({
  requested: workHours,
  quoted: workHours,
  confirmed: workHours,
  measuring: workHours,
  patterning: workHours,
  toile: workHours,
  cutting: workHours,
  assembly: workHours,
  fitting: workHours,
  alterations: workHours,
  finishing: workHours,
  ready: workHours,
  delivered: workHours,
});
export type StageHours = z.infer<typeof stageHours>;

const code = z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/);
const term = z.strictObject({ code, label: bilingual(60, 1) });
const colour = term.extend({
  hex: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
});
const unique = (list: { code: string }[]) => new Set(list.map((one) => one.code)).size === list.length;
const terms = z.array(term).min(1).max(100).refine(unique);

/** The families one filters by; a model's own labels are free. */
export const vocabulary = z.strictObject({
  categories: terms,
  garments: terms,
  fabrics: terms,
  colours: z.array(colour).min(1).max(100).refine(unique),
});
export type Vocabulary = z.infer<typeof vocabulary>;
export type VocabularyKind = keyof Vocabulary;

/** What a client said of their piece, signed as they wish; `couturierId` where it speaks of one hand. */
const clientWord = z.strictObject({
  text: bilingual(300, 1),
  signature: bilingual(120, 1),
  couturierId: sentId.optional(),
});
export type ClientWord = z.infer<typeof clientWord>;

const texts = z.strictObject({ tagline: bilingual(200, 1), about: bilingual(2000, 1) });
const quoteDefaults = z.strictObject({
  depositPercent: z.number().int().min(0).max(100),
  vatPercent: z.number().min(0).max(50).multipleOf(0.1),
  validDays: z.number().int().min(1).max(120),
});

const nature = z.enum(LINE_NATURES);
const naturePercent = z.number().min(0).max(50).multipleOf(0.01).optional();

/** Who invoices, under which regime, and what is a choice of the house about it. What a country asks is in its file (countries/). */
export const taxIdentityDto = z
  .strictObject({
    /** ISO 3166-1; empty until the owner says so. */
    country: z.string().regex(/^([A-Z]{2})?$/),
    regime: z.enum(TAX_REGIMES),
    registration: words().max(40),
    vatNumber: words().max(30),
    legalForm: words().max(60),
    capital: words().max(40),
    registry: words().max(80),
    /** What an invoice without VAT says; empty: what the country's file says. */
    exemptMention: words().max(200),
    /** What an invoice to a company says of paying late; empty: what the country's file says. */
    lateTerms: words().max(500),
    /** Days a company has to pay. A person pays on receipt. */
    companyDays: z.int().min(0).max(120),
    /** What a line is that does not say so, by what it is counted in. */
    natures: z.strictObject({ piece: nature, metre: nature, hour: nature }),
    /** Per cent a new line begins with, by its nature; else the usual one of quotes. */
    rates: z.strictObject({ goods: naturePercent, service: naturePercent, mixed: naturePercent }),
    /** Which invoices are issued without being asked for. */
    issues: z.strictObject({ deposits: z.boolean(), delivery: z.boolean() }),
  })
  .superRefine((tax, context) => {
    for (const { path, message } of taxProblems(tax))
      context.addIssue({ code: 'custom', path: [path], message, input: undefined });
  });
export type TaxIdentity = z.infer<typeof taxIdentityDto>;

/** What the legal notice and the terms of sale say of the house beside its tax identity; an empty text is not said. */
export const legalDto = z.strictObject({
  /** Who answers for what is published. */
  director: words().max(120),
  /** Who hosts the service; without a name, the house itself. */
  hostName: words().max(120),
  hostAddress: words().max(200),
  hostPhone: words().max(40),
  mediatorName: words().max(120),
  mediatorAddress: words().max(200),
  mediatorSite: z.union([z.literal(''), z.url({ protocol: /^https?$/, message: 'fields.site' }).max(200)]),
  advance: z.enum(ADVANCES),
  /** What the terms of sale say besides. */
  ownTerms: bilingual(5000),
});
export type Legal = z.infer<typeof legalDto>;

const editable = {
  name: words().min(1).max(80),
  /** Empty until the owner says so, like the two below. */
  address: words().max(200),
  phone: words().max(40),
  email: z.union([z.literal(''), z.email({ message: 'fields.email' }).max(254)]),
  currency: z.string().regex(/^[A-Z]{3}$/),
  locale: z.enum(LOCALES),
  lockStage: z.enum(LOCK_STAGES),
  stageHours,
  /** What a garment asks for where it differs, by garment code. */
  garmentHours: z.record(code, stageHours.partial()),
  openingHours,
  closures: z.array(closure).max(60),
  feasts: z
    .array(busyWeeks)
    .max(40)
    .refine((list) => {
      const known = list.flatMap((one) => ('feast' in one ? [one.feast] : []));
      return new Set(known).size === known.length;
    }),
  vocabulary,
  texts,
  clientWords: z.array(clientWord).max(24),
  quoteDefaults,
  tax: taxIdentityDto,
  legal: legalDto,
  /** Whether whoever works here shows a second key beside the password. */
  secondKeyRequired: z.boolean(),
};

/** PATCH /api/house: any of the settings, and the version they were read at. */
export const editHouseInput = z
  .strictObject(editable)
  .partial()
  .extend({ version: z.number().int().min(1) });
export type EditHouseInput = z.infer<typeof editHouseInput>;

/** One line of « who changed what ». `from` and `to` are there where the value is one word or number. */
const houseChange = z.object({
  at: sentMoment,
  byName: z.string(),
  path: z.string(),
  from: z.union([z.string(), z.number()]).optional(),
  to: z.union([z.string(), z.number()]).optional(),
});

/** The house as anyone may read it; the last fields are for the staff. */
export const houseDto = z.object({
  id: z.literal('house'),
  name: editable.name,
  address: editable.address,
  phone: editable.phone,
  email: editable.email,
  currency: editable.currency,
  locale: editable.locale,
  lockStage: editable.lockStage,
  openingHours,
  closures: editable.closures,
  vocabulary,
  texts,
  clientWords: editable.clientWords,
  version: z.number().int(),
  createdAt: sentMoment,
  updatedAt: sentMoment,
  stageHours: stageHours.optional(),
  garmentHours: editable.garmentHours.optional(),
  quoteDefaults: quoteDefaults.optional(),
  tax: taxIdentityDto.optional(),
  legal: legalDto.optional(),
  feasts: editable.feasts.optional(),
  secondKeyRequired: editable.secondKeyRequired.optional(),
  changes: z.array(houseChange).optional(),
});
export type HouseDto = z.infer<typeof houseDto>;
