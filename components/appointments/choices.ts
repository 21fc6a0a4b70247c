/** Whom an appointment may be with, in the atelier. */
export interface CalendarChoices {
  me: string;
  staff: { id: string; name: string }[];
}
