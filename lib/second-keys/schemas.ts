import { z } from 'zod';
import { words } from '../clean-text';
import { PASSWORD_MAX } from '../auth/password-length';
import { sentMoment } from '../wire';

/** How many recovery codes are made at once, and how a code of an app looks. */
export const RECOVERY_CODES = 10;
const MAX_ANSWER = 8000;

/** What an authenticator (WebAuthn) answers, checked in depth by the library that reads it. */
const credential = z
  .looseObject({ id: z.string().max(1500), rawId: z.string().max(1500), type: z.literal('public-key') })
  .refine((value) => JSON.stringify(value).length <= MAX_ANSWER);

/** Whoever is at an open screen must know the password too. */
const password = z.string().min(1).max(PASSWORD_MAX, { error: 'fields.passwordLong' });
export const proveInput = z.strictObject({ password });
export type ProveInput = z.infer<typeof proveInput>;

/** Six digits of an app, as people type them: with a space in the middle, often. */
export const appCode = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'fields.appCode' }));
export const confirmAppInput = z.strictObject({ code: appCode });
export const addPasskeyInput = z.strictObject({ name: words().min(1).max(60), credential });
export type AddPasskeyInput = z.infer<typeof addPasskeyInput>;
export const removeSecondKeyInput = z.strictObject({ password, key: z.string().min(1).max(1500) });
export type RemoveSecondKeyInput = z.infer<typeof removeSecondKeyInput>;

/** What the sign-in form sends beside the password. */
export const secondProof = z.object({
  code: z.string().max(40).optional(),
  passkey: z
    .string()
    .max(MAX_ANSWER)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'fields.required' });
        return z.NEVER;
      }
    })
    .pipe(credential)
    .optional(),
});
export type SecondProof = z.output<typeof secondProof>;

/** My second keys; never their secrets. */
export const secondKeysDto = z.object({
  app: z.object({ createdAt: sentMoment }).nullable(),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: sentMoment, usedAt: sentMoment.nullable() }),
  ),
  codesLeft: z.int(),
  /** Whether the owner asks the staff for one. */
  required: z.boolean(),
});
export type SecondKeysDto = z.infer<typeof secondKeysDto>;

/** The secret of an app that is being added, told once: to be read by a camera or typed. */
export const newAppDto = z.object({ secret: z.string(), uri: z.string() });
export type NewAppDto = z.infer<typeof newAppDto>;
/** Codes for the day the phone is lost, told once; empty where there are some already. */
export const recoveryCodesDto = z.object({ codes: z.array(z.string()) });
export type RecoveryCodesDto = z.infer<typeof recoveryCodesDto>;
/** What a browser needs to make a passkey, as WebAuthn writes it. */
export const passkeyOptionsDto = z.looseObject({ challenge: z.string() });
