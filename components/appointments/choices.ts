/** Whom an appointment may be with, in the atelier. */
export interface CalendarChoices {
  me: string;
  staff: { id: string; name: string }[];
}

/** The piece that a new appointment is about: it knows its person, and who makes it. */
export interface AboutOrder {
  orderId: string;
  clientId: string;
  clientName: string;
  couturierId: string;
}
