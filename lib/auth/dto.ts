import { dayKey } from '../i18n/format';
import type { AccountDocument, TokenDocument } from './documents';
import { heldOn, isBack, returnFrom } from './rules';
import type { CouturierDto, InvitationDto, MeDto, StaffMemberDto } from './schemas';

const day = (date: Date | undefined): string | undefined => date?.toISOString().slice(0, 10);

/** My own account. */
export const toMe = (account: AccountDocument): MeDto => ({
  id: account._id.toHexString(),
  role: account.role,
  name: account.name,
  email: account.email,
  emailProved: account.emailProvedAt !== undefined,
  locale: account.locale,
  clientId: account.clientId?.toHexString(),
  hasPassword: account.passwordHash !== undefined,
  available: account.profile?.available,
  backOn: day(account.profile?.backOn),
  awayWord: account.profile?.awayWord,
  readyReplies: account.profile?.readyReplies?.map(({ title, text }) => ({ title, text })),
  speciality: account.profile?.speciality,
  bio: account.profile?.bio,
  createdAt: account.createdAt.toISOString(),
  updatedAt: account.updatedAt.toISOString(),
  version: account.version,
});

/** The day somebody who is away today is back, `YYYY-MM-DD`, where it is known. */
export const returnOf = (profile: AccountDocument['profile'], today: string): string | undefined =>
  isBack(profile, today) ? returnFrom(profile?.absences ?? [], today) : day(profile?.backOn);

/** A couturier as anyone may see them: no address, no role, nothing else. */
export const toCouturier = (
  account: Pick<AccountDocument, '_id' | 'name' | 'profile'>,
  today = dayKey(new Date()),
): CouturierDto => ({
  id: account._id.toHexString(),
  name: account.name,
  speciality: account.profile?.speciality ?? { fr: '', en: '' },
  bio: account.profile?.bio ?? { fr: '', en: '' },
  avatar:
    account.profile?.avatarFileId || account.profile?.portraitSlug
      ? { fileId: account.profile.avatarFileId?.toHexString(), portraitSlug: account.profile.portraitSlug }
      : null,
  available: isBack(account.profile, today),
  backOn: returnOf(account.profile, today),
});

const weekOf = ({ profile }: Pick<AccountDocument, 'profile'>, today: string) =>
  heldOn(profile?.weeks ?? [], today, profile);

/** A member of the staff as the owner sees them. */
export const toStaffMember = (account: AccountDocument, today = dayKey(new Date())): StaffMemberDto => ({
  ...toCouturier(account, today),
  email: account.email,
  role: account.role === 'owner' ? 'owner' : 'couturier',
  disabled: account.disabled,
  secondKey: account.secondKey === true,
  weeklyHours: weekOf(account, today)?.weeklyHours ?? 0,
  workingDays: weekOf(account, today)?.workingDays ?? [],
  createdAt: account.createdAt.toISOString(),
  updatedAt: account.updatedAt.toISOString(),
  version: account.version,
});

/** An open invitation; its secret left by e-mail only. */
export const toInvitation = (token: TokenDocument): InvitationDto => ({
  id: token._id.toHexString(),
  email: token.email,
  role: token.role ?? 'client',
  clientId: token.clientId?.toHexString(),
  createdAt: token.createdAt.toISOString(),
  updatedAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
});
