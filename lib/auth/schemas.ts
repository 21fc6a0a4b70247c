import { z } from 'zod';
import { isCommonPassword } from './common-passwords';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-length';
import { givenId as id } from '../wire';

/** An address as people type it, trimmed and lower-cased. */
export const email = z
  .string({ error: 'fields.email' })
  .trim()
  .toLowerCase()
  .max(254, { error: 'fields.email' })
  .pipe(z.email({ error: 'fields.email' }));

const personName = z.string().trim().min(1, { error: 'fields.name' }).max(100);

/** A new password: length, not composition (NIST SP 800-63B), and not one of the first that are tried. */
export const newPassword = z
  .string()
  .min(PASSWORD_MIN, { error: 'fields.passwordShort' })
  .max(PASSWORD_MAX, { error: 'fields.passwordLong' })
  .refine((value) => value.length < PASSWORD_MIN || !isCommonPassword(value), { error: 'fields.passwordCommon' });

/** A password to be checked: any text, up to what we would ever hash. */
const givenPassword = z.string().min(1).max(PASSWORD_MAX, { error: 'fields.passwordLong' });
const locale = z.enum(['fr', 'en']);
const role = z.enum(['client', 'couturier', 'owner']);

export const signInInput = z.object({ email, password: givenPassword });

export const signUpInput = z.strictObject({
  name: personName,
  email,
  password: newPassword,
  locale: locale.optional(),
});
export type SignUpInput = z.infer<typeof signUpInput>;
export const signUpResponse = z.object({ id });

const bilingual = (max: number) => z.strictObject({ fr: z.string().trim().max(max), en: z.string().trim().max(max) });

/** PATCH /api/me. The staff fields are refused for a client. */
export const mePatch = z.strictObject({
  version: z.number().int().min(1),
  name: personName.optional(),
  locale: locale.optional(),
  available: z.boolean().optional(),
  backOn: z.iso.date().nullable().optional(),
  speciality: bilingual(120).optional(),
  bio: bilingual(1000).optional(),
});
export type MePatch = z.infer<typeof mePatch>;

/** Since when a calendar app may read my appointments. */
export const calendarState = z.object({ since: z.iso.datetime().nullable() });
export type CalendarState = z.infer<typeof calendarState>;
/** The secret address, told once. */
export const calendarAddress = z.object({ url: z.url() });
export type CalendarAddress = z.infer<typeof calendarAddress>;

export const meResponse = z.object({
  id,
  role,
  name: z.string(),
  email: z.string(),
  locale,
  clientId: id.optional(),
  hasPassword: z.boolean(),
  available: z.boolean().optional(),
  backOn: z.iso.date().optional(),
  speciality: bilingual(120).optional(),
  bio: bilingual(1000).optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type Me = z.infer<typeof meResponse>;

export const passwordChange = z.strictObject({ current: givenPassword, next: newPassword });
export type PasswordChange = z.infer<typeof passwordChange>;

/** Erasing my account: the password again, so that an open screen is not enough. */
export const erasure = z.strictObject({ password: givenPassword });
export type Erasure = z.infer<typeof erasure>;

export const resetRequest = z.strictObject({ email });
export const tokenParams = z.object({ token: z.string().max(200) });
export const resetInput = z.strictObject({ password: newPassword });

export const invitationInput = z.strictObject({ email, role, clientId: id.optional() });
export type InvitationInput = z.infer<typeof invitationInput>;
export const invitationResponse = z.object({
  id,
  email: z.string(),
  role,
  clientId: id.optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitationResponse>;
export const invitationAcceptance = z.strictObject({ name: personName, password: newPassword });

export const sessionResponse = z.object({
  id: z.string(),
  current: z.boolean(),
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type DeviceSession = z.infer<typeof sessionResponse>;

/** What anyone may read of a couturier. */
export const couturierResponse = z.object({
  id,
  name: z.string(),
  speciality: z.object({ fr: z.string(), en: z.string() }),
  bio: z.object({ fr: z.string(), en: z.string() }),
  avatar: z.object({ fileId: id.optional(), portraitSlug: z.string().optional() }).nullable(),
  available: z.boolean(),
  backOn: z.iso.date().optional(),
});
export type Couturier = z.infer<typeof couturierResponse>;

export const staffPatch = z.strictObject({
  disabled: z.boolean().optional(),
  role: z.enum(['couturier', 'owner']).optional(),
  weeklyHours: z.number().min(0).max(80).multipleOf(0.5).optional(),
  workingDays: z.array(z.number().int().min(1).max(7)).max(7).optional(),
});
export type StaffPatch = z.infer<typeof staffPatch>;

export const staffResponse = couturierResponse.extend({
  email: z.string(),
  role: z.enum(['couturier', 'owner']),
  disabled: z.boolean(),
  weeklyHours: z.number(),
  workingDays: z.array(z.number().int()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type StaffMember = z.infer<typeof staffResponse>;
