/** Whom an appointment may be with and for what, in the atelier. */
export interface CalendarChoices {
  me: string;
  staff: { id: string; name: string }[];
  clients: { id: string; name: string }[];
  orders: { id: string; title: string; number: string; clientId: string }[];
}
