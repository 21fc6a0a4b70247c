/** How long an invitation's link is good; the sentences of the dialog take the number from here. */
export const INVITATION_DAYS = 7;

/** Why somebody is away; the staff's own business. */
export const ABSENCE_KINDS = ['leave', 'sick', 'training', 'other'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];
