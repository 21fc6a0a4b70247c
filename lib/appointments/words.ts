export const APPOINTMENT_KINDS = ['measuring', 'fitting', 'pickup', 'other'] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];
/** What a client is offered for each, in minutes. */
export const USUAL_MINUTES: Record<AppointmentKind, number> = { measuring: 60, fitting: 60, pickup: 30, other: 45 };
export const APPOINTMENT_STATUSES = ['proposed', 'confirmed', 'cancelled', 'done'] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** The longest appointment, in minutes: what a search for overlaps has to look back. */
export const LONGEST_MINUTES = 480;
