import { z } from 'zod';
import { words } from '../clean-text';
import { money } from '../money-schemas';
import { createOrderInput } from '../orders/schemas';
import { plateDto } from '../orders/answers';
import { pageDto, pageQuery } from '../pagination';
import { PROMISE_STATES } from '../promises/promise-state';
import { anyStage } from '../house/schemas';
import { ORDER_KINDS } from '../house/stages';
import { personName } from '../person-name';
import { day, givenId, sentId, sentMoment } from '../wire';
import { MEASURES_STATES, MOST_COMMON_DAYS, PARTY_KINDS, PARTY_TIMES } from './words';

const text = (max: number) => words().min(1).max(max);
const n = z.number().int().min(1);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A day of an event: of this century, so that a mistyped year is told. */
const eventDay = day.refine((value) => value >= '2000' && value < '2101');

export const partyKind = z.enum(PARTY_KINDS);

export const commonDay = z.strictObject({
  /** Absent: a new one. */
  n: n.optional(),
  label: text(120),
  day: eventDay,
  time: clock.optional(),
  /** Agreed with everybody; asked for until then. */
  held: z.boolean().default(false),
});

export const createPartyInput = z.strictObject({
  name: text(120),
  kind: partyKind.default('wedding'),
  day: eventDay,
  place: text(200).optional(),
  note: text(2000).optional(),
  measuresBy: eventDay.optional(),
  /** Who watches over it; absent: who opens it. */
  couturierId: givenId.optional(),
});
export type CreatePartyInput = z.output<typeof createPartyInput>;

/** `null` empties an optional field; the common days are sent whole. */
export const editPartyInput = z.strictObject({
  version: n,
  name: text(120).optional(),
  kind: partyKind.optional(),
  day: eventDay.optional(),
  place: text(200).nullable().optional(),
  note: text(2000).nullable().optional(),
  measuresBy: eventDay.nullable().optional(),
  couturierId: givenId.optional(),
  days: z.array(commonDay).max(MOST_COMMON_DAYS).optional(),
});
export type EditPartyInput = z.output<typeof editPartyInput>;

/** Who pays: one who pays already, somebody with a file, or a name; themselves where none is said. */
export const payer = z
  .strictObject({ n: n.optional(), clientId: givenId.optional(), name: personName(120).optional() })
  .refine(({ n: known, clientId, name }) => [known, clientId, name].filter((one) => one !== undefined).length < 2);
export type PayerChoice = z.output<typeof payer>;

const ofOrder = createOrderInput.shape;
/** The order that is made with the person; the event, its name and its couturier come from the party. */
const newOrder = z
  .strictObject({
    modelId: ofOrder.modelId,
    title: ofOrder.title,
    garment: ofOrder.garment,
    description: ofOrder.description,
    promisedDate: ofOrder.promisedDate,
    anywayReason: ofOrder.anywayReason,
    couturierId: ofOrder.couturierId,
  })
  .refine(({ modelId, title }) => modelId ?? title, { path: ['title'], message: 'fields.required' })
  .refine(({ modelId, garment }) => modelId ?? garment, { path: ['garment'], message: 'fields.required' });

const about = { part: text(60).optional(), payer: payer.optional() };
export const addMemberInput = z
  .strictObject({
    clientId: givenId,
    ...about,
    /** An order of theirs that is there already. */
    orderId: givenId.optional(),
    order: newOrder.optional(),
  })
  .refine(({ orderId, order }) => orderId === undefined || order === undefined, { path: ['orderId'] });
export type AddMemberInput = z.output<typeof addMemberInput>;

export const editMemberInput = z.strictObject({
  version: n,
  part: text(60).nullable().optional(),
  payer: payer.optional(),
  /** Their order; `null` takes it out of the party and leaves it as it is. */
  orderId: givenId.nullable().optional(),
});
export type EditMemberInput = z.output<typeof editMemberInput>;

export const withdrawMemberInput = z.strictObject({
  note: text(500).optional(),
  /** Their order is cancelled with it; else it goes on, apart from the party. */
  cancelOrder: z.boolean().default(false),
});
export type WithdrawMemberInput = z.output<typeof withdrawMemberInput>;

export const partyParams = z.strictObject({ id: z.string() });
export const partyMemberParams = z.strictObject({ id: z.string(), n: z.coerce.number().int().min(1) });
export const listPartiesQuery = pageQuery.extend({
  when: z.enum(PARTY_TIMES).default('coming'),
  clientId: givenId.optional(),
  orderId: givenId.optional(),
});
export type ListPartiesQuery = z.output<typeof listPartiesQuery>;

/** Of one currency: what is asked for, paid and due, and what of it should have come at the order. */
export const partySumDto = z.object({ total: money, paid: money, due: money, deposit: money });
export type PartySumDto = z.infer<typeof partySumDto>;

export const memberMeasures = z.object({
  state: z.enum(MEASURES_STATES),
  takenAt: sentMoment.optional(),
  points: z.number().int().optional(),
  daysLate: z.number().int().optional(),
});

export const memberOrder = z.object({
  id: sentId,
  number: z.string(),
  kind: z.enum(ORDER_KINDS),
  title: z.string(),
  stage: anyStage,
  plate: plateDto.optional(),
  promisedDate: sentMoment.optional(),
  /** How the promised day stands, by the hours of the house. */
  promise: z.enum(PROMISE_STATES).optional(),
  /** A quote was accepted. */
  agreed: z.boolean(),
  total: money.optional(),
  due: money.optional(),
});

export const partyMemberDto = z.object({
  n,
  clientId: sentId,
  name: z.string(),
  part: z.string().optional(),
  payer: n,
  order: memberOrder.optional(),
  measures: memberMeasures,
  withdrawn: z.object({ at: sentMoment, note: z.string().optional() }).optional(),
});
export type PartyMemberDto = z.infer<typeof partyMemberDto>;

export const partyPayerDto = z.object({
  n,
  name: z.string(),
  clientId: sentId.optional(),
  sums: z.array(partySumDto),
});
export type PartyPayerDto = z.infer<typeof partyPayerDto>;

export const commonDayDto = z.object({
  n,
  label: z.string(),
  day,
  time: z.string().optional(),
  held: z.boolean(),
});
export type CommonDayDto = z.infer<typeof commonDayDto>;

export const partyDto = z.object({
  id: sentId,
  name: z.string(),
  kind: partyKind,
  day,
  place: z.string().optional(),
  note: z.string().optional(),
  measuresBy: day.optional(),
  couturierId: sentId,
  couturierName: z.string(),
  days: z.array(commonDayDto),
  members: z.array(partyMemberDto),
  payers: z.array(partyPayerDto),
  sums: z.array(partySumDto),
  version: n,
  createdAt: sentMoment,
  updatedAt: sentMoment,
});
export type PartyDto = z.infer<typeof partyDto>;

/** A party in a line of a list. */
export const partyLineDto = z.object({
  id: sentId,
  name: z.string(),
  kind: partyKind,
  day,
  couturierName: z.string(),
  /** People who are in it, and those of them whose measures are late. */
  people: z.number().int(),
  lateMeasures: z.number().int(),
  due: z.array(money),
  createdAt: sentMoment,
  updatedAt: sentMoment,
});
export type PartyLineDto = z.infer<typeof partyLineDto>;
export const partyPageDto = pageDto(partyLineDto);
