import { z } from 'zod';
import { cleanText, words } from '../clean-text';
import { bilingual, bilingualDto } from '../i18n/bilingual-schemas';
import { isCommonPassword } from './common-passwords';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-length';
import { LOCALES } from '../i18n/config';
import { personName } from '../person-name';
import { MAX_READY_REPLIES } from '../ready-replies';
import { readyReply } from '../ready-reply-schema';
import { emailKey } from '../text';
import { givenId as id, sentMoment, day } from '../wire';

/** An address as people type it, trimmed and lower-cased. */
export const email = z
  .string({ error: 'fields.email' })
  .overwrite((typed) => emailKey(cleanText(typed)))
  .max(254, { error: 'fields.email' })
  .pipe(z.email({ error: 'fields.email' }));

/** A new password: length, not composition (NIST SP 800-63B), and not one of the first that are tried. */
export const newPassword = z
  .string()
  .min(PASSWORD_MIN, { error: 'fields.passwordShort' })
  .max(PASSWORD_MAX, { error: 'fields.passwordLong' })
  .refine((value) => value.length < PASSWORD_MIN || !isCommonPassword(value), { error: 'fields.passwordCommon' });

/** A password to be checked: any text, up to what we would ever hash. */
const givenPassword = z.string().min(1).max(PASSWORD_MAX, { error: 'fields.passwordLong' });
const locale = z.enum(LOCALES);
const role = z.enum(['client', 'couturier', 'owner']);

export const signInInput = z.object({ email, password: givenPassword });

export const signUpInput = z.strictObject({
  name: personName(100),
  email,
  password: newPassword,
  locale: locale.optional(),
});
export type SignUpInput = z.infer<typeof signUpInput>;
export const signedUpDto = z.object({ id });

/** PATCH /api/me. The staff fields are refused for a client. */
export const editMeInput = z.strictObject({
  version: z.number().int().min(1),
  name: personName(100).optional(),
  locale: locale.optional(),
  available: z.boolean().optional(),
  backOn: day.nullable().optional(),
  /** What clients read as long as I am away; empty for nothing of one's own. */
  awayWord: words().max(300).optional(),
  /** My ready replies, in their order; null for those the house begins with. */
  readyReplies: z.array(readyReply).max(MAX_READY_REPLIES).nullable().optional(),
  speciality: bilingual(120).optional(),
  bio: bilingual(1000).optional(),
});
export type EditMeInput = z.infer<typeof editMeInput>;

/** Since when a calendar app may read my appointments. */
export const calendarStateDto = z.object({ since: sentMoment.nullable() });
export type CalendarStateDto = z.infer<typeof calendarStateDto>;
/** The secret address, told once. */
export const calendarAddressDto = z.object({ url: z.url() });
export type CalendarAddressDto = z.infer<typeof calendarAddressDto>;

export const meDto = z.object({
  id,
  role,
  name: z.string(),
  email: z.string(),
  /** Whether a link sent to the address was used. */
  emailProved: z.boolean(),
  locale,
  clientId: id.optional(),
  hasPassword: z.boolean(),
  available: z.boolean().optional(),
  backOn: day.optional(),
  awayWord: z.string().optional(),
  /** Absent: those the house begins with. */
  readyReplies: z.array(readyReply).optional(),
  speciality: bilingual(120).optional(),
  bio: bilingual(1000).optional(),
  createdAt: sentMoment,
  updatedAt: sentMoment,
  version: z.number().int(),
});
export type MeDto = z.infer<typeof meDto>;

export const changePasswordInput = z.strictObject({ current: givenPassword, next: newPassword });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** Erasing my account: the password again, so that an open screen is not enough. */
export const eraseMeInput = z.strictObject({ password: givenPassword });
export type EraseMeInput = z.infer<typeof eraseMeInput>;

export const requestResetInput = z.strictObject({ email });
/** The same answer for every address, known or not. */
export const requestedResetDto = z.strictObject({});
export const tokenParams = z.object({ token: z.string().max(200) });
export const resetPasswordInput = z.strictObject({ password: newPassword });
export const createInvitationInput = z.strictObject({ email, role, clientId: id.optional() });
export type CreateInvitationInput = z.infer<typeof createInvitationInput>;
export const invitationDto = z.object({
  id,
  email: z.string(),
  role,
  clientId: id.optional(),
  createdAt: sentMoment,
  updatedAt: sentMoment,
  expiresAt: sentMoment,
});
export type InvitationDto = z.infer<typeof invitationDto>;
/** The address that opens an invitation, told once. */
export const invitationLinkDto = z.object({ url: z.url() });
export type InvitationLinkDto = z.infer<typeof invitationLinkDto>;
export const acceptInvitationInput = z.strictObject({ name: personName(100), password: newPassword });
export const acceptedInvitationDto = z.object({ id, email: z.string() });

/** How much work a couturier has: open orders, and conversations. */
export const workDto = z.object({ orders: z.int(), conversations: z.int() });

export const deviceSessionDto = z.object({
  id: z.string(),
  current: z.boolean(),
  userAgent: z.string(),
  createdAt: sentMoment,
  updatedAt: sentMoment,
  lastSeenAt: sentMoment,
  expiresAt: sentMoment,
});
export type DeviceSessionDto = z.infer<typeof deviceSessionDto>;

/** What anyone may read of a couturier. */
export const couturierDto = z.object({
  id,
  name: z.string(),
  speciality: bilingualDto,
  bio: bilingualDto,
  avatar: z.object({ fileId: id.optional(), portraitSlug: z.string().optional() }).nullable(),
  available: z.boolean(),
  backOn: day.optional(),
});
export type CouturierDto = z.infer<typeof couturierDto>;

export const editStaffInput = z.strictObject({
  disabled: z.boolean().optional(),
  role: z.enum(['couturier', 'owner']).optional(),
  weeklyHours: z.number().min(0).max(80).multipleOf(0.5).optional(),
  workingDays: z.array(z.number().int().min(1).max(7)).max(7).optional(),
});
export type EditStaffInput = z.infer<typeof editStaffInput>;

export const staffMemberDto = couturierDto.extend({
  email: z.string(),
  role: z.enum(['couturier', 'owner']),
  disabled: z.boolean(),
  secondKey: z.boolean(),
  weeklyHours: z.number(),
  workingDays: z.array(z.number().int()),
  createdAt: sentMoment,
  updatedAt: sentMoment,
  version: z.number().int(),
});
export type StaffMemberDto = z.infer<typeof staffMemberDto>;
