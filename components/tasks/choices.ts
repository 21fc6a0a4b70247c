/** Whom and what a task may be for. */
export interface TaskChoices {
  me: string;
  staff: { id: string; name: string }[];
  orders: { id: string; title: string; number: string; clientName: string }[];
}
