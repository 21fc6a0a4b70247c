/**
 * What may be said of an order beside its name and its words, one line each. From here a field is kept, sent, answered, asked for in
 * the forms, compared when it changes and emptied; its name is in `orders.json` under `fields`.
 */
export const ORDER_FIELDS = {
  /** What the piece is for: « Mariage, Inès et Paul ». */
  occasion: { is: 'text', max: 120, personal: true },
  eventDate: { is: 'day', personal: true },
  desiredDate: { is: 'day', personal: false },
} as const satisfies Record<string, OrderField>;

/** `personal`: goes when the person is erased. */
type OrderField = { is: 'text'; max: number; personal: boolean } | { is: 'day'; personal: boolean };
export type OrderFieldName = keyof typeof ORDER_FIELDS;

export const ORDER_FIELD_NAMES = Object.keys(ORDER_FIELDS) as OrderFieldName[];

/** Whether a field of an order, or of a change to it, holds a day. */
export const isDay = (name: string): boolean =>
  name === 'promisedDate' || (name in ORDER_FIELDS && ORDER_FIELDS[name as OrderFieldName].is === 'day');

type PerField<Text, Day> = {
  [Name in OrderFieldName]: (typeof ORDER_FIELDS)[Name]['is'] extends 'text' ? Text : Day;
};

/** One thing for each field: `text` for the words, `day` for the dates. */
export const perField = <Text, Day>(text: (max: number) => Text, day: Day): PerField<Text, Day> =>
  Object.fromEntries(
    ORDER_FIELD_NAMES.map((name) => {
      const field = ORDER_FIELDS[name];
      return [name, field.is === 'text' ? text(field.max) : day];
    }),
  ) as PerField<Text, Day>;

/** The fields of `value` that say something. */
export const saidFields = <Value extends Partial<Record<OrderFieldName, unknown>>>(
  value: Value,
): Partial<Pick<Value, OrderFieldName>> =>
  Object.fromEntries(ORDER_FIELD_NAMES.flatMap((name) => (value[name] ? [[name, value[name]]] : []))) as Partial<
    Pick<Value, OrderFieldName>
  >;
