import type { Absence, AccountDocument } from '../auth/documents';
import { heldOn } from '../auth/rules';
import type { AbsenceDto, Falling, HandDto } from './schemas';

/** An absence as the person and an owner see it. */
export const toAbsence = (absence: Absence, falling: Falling, names: ReadonlyMap<string, string>): AbsenceDto => ({
  id: absence.id.toHexString(),
  from: absence.from,
  to: absence.to,
  kind: absence.kind,
  note: absence.note,
  coverId: absence.coverId?.toHexString(),
  coverName: absence.coverId && names.get(absence.coverId.toHexString()),
  falling,
  createdAt: absence.createdAt.toISOString(),
  updatedAt: absence.updatedAt.toISOString(),
  version: absence.version,
});

/** One person's weeks, with who agreed on them, and absences. */
export function toHand(
  { _id, name, profile }: Pick<AccountDocument, '_id' | 'name' | 'profile'>,
  absences: AbsenceDto[],
  { names, today }: { names: ReadonlyMap<string, string>; today: string },
): HandDto {
  const first = { weeklyHours: profile?.weeklyHours ?? 0, workingDays: profile?.workingDays ?? [] };
  const weeks = profile?.weeks ?? [];
  const { weeklyHours, workingDays } = heldOn(weeks, today, first);
  return {
    id: _id.toHexString(),
    name,
    weeklyHours,
    workingDays: [...workingDays],
    weeks: [
      first,
      ...weeks.map((week) => ({
        from: week.from,
        weeklyHours: week.weeklyHours,
        workingDays: week.workingDays,
        byName: names.get(week.by.toHexString()),
        at: week.at.toISOString(),
      })),
    ],
    absences,
  };
}
