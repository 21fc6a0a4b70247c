import * as v from 'valibot';
import { useDraft } from '@/components/form/use-draft';
import { useEditOrder } from '@/lib/http/orders';
import { currentOf, refusedBy } from '@/lib/http/refusal';
import { dayKey } from '@/lib/i18n/format';
import { isDay, ORDER_FIELD_NAMES } from '@/lib/orders/fields';
import type { OrderDto } from '@/lib/orders/answers';
import { keptFile } from '@/lib/files/kept-file';
import type { FileRefDto } from '@/lib/files/schemas';

type Value = string | boolean | FileRefDto[];
/** What can be edited of an order, flat: `title`, `eventDate`, `options.fabric`, `references`… */
export type OrderForm = Record<string, Value>;

const form = v.record(v.string(), v.union([v.string(), v.boolean(), v.array(keptFile)]));
/** What is typed over the order, and the order one began to type over. */
const orderDraft = v.object({ version: v.pipe(v.number(), v.integer()), base: form, form });

const day = (iso: string | undefined) => (iso ? dayKey(iso) : '');

/** The order as its fields are filled. */
export function readOrder(order: OrderDto): OrderForm {
  const wishes = Object.entries(order.options).map(([name, value]) => [
    `options.${name}`,
    typeof value === 'boolean' ? value : String(value),
  ]);
  return {
    title: order.title,
    ...Object.fromEntries(
      ORDER_FIELD_NAMES.map((name) => [name, isDay(name) ? day(order[name]) : (order[name] ?? '')]),
    ),
    promisedDate: day(order.promisedDate),
    // Said only where the promised day moves.
    moveTasks: '',
    // Said only where the day is beyond the hours.
    anywayReason: '',
    description: order.description,
    couturierId: order.couturierId,
    references: order.references,
    ...(Object.fromEntries(wishes) as Record<string, Value>),
  };
}

const CLEARABLE: readonly string[] = [...ORDER_FIELD_NAMES, 'promisedDate'];

const told = (value: Value | undefined): unknown =>
  typeof value === 'string' ? value.trim() : typeof value === 'object' ? value.map(({ id }) => id) : value;
const same = (a: Value | undefined, b: Value | undefined) => JSON.stringify(told(a)) === JSON.stringify(told(b));

/** The body of an edit: the touched fields alone; the wishes stand upon those the order has now. */
function toBody(form: OrderForm, touched: readonly string[], order: OrderDto): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const options = { ...order.options };
  for (const key of touched) {
    const value = told(form[key]);
    if (key === 'references') body['referenceFileIds'] = value;
    else if (!key.startsWith('options.')) body[key] = value === '' && CLEARABLE.includes(key) ? null : value;
    else {
      const name = key.slice('options.'.length);
      if (value === '') delete options[name];
      else options[name] = value as string | boolean;
      body['options'] = options;
    }
  }
  return body;
}

/**
 * Edits an order while others may: only what was touched is sent, and it stands upon whatever else was saved meanwhile. Where
 * two people changed the very same field, `conflict` holds the order as it is now and the fields that meet.
 * @param begin what is filled in before anybody types
 */
export function useOrderEdit(order: OrderDto, onSaved: () => void, begin: OrderForm = {}) {
  const edit = useEditOrder(order.id);
  const now = readOrder(order);
  const draft = useDraft(`order:${order.id}`, orderDraft, {
    version: order.version,
    base: now,
    form: { ...now, ...begin },
  });
  const { form, base } = draft.value;
  const touched = Object.keys(form).filter((key) => !same(form[key], base[key]));
  /** Touched fields that `other` has otherwise than they were, and than they would be. */
  const meeting = (other: OrderDto) => {
    const now = readOrder(other);
    return touched.filter((key) => !same(now[key], base[key]) && !same(now[key], form[key]));
  };
  const current = currentOf<OrderDto>(edit.error);

  function done() {
    draft.clear();
    onSaved();
  }

  function save(upon = order) {
    // Where the fields meet, the version one began with makes the house refuse and show both.
    const version = upon !== order || meeting(order).length === 0 ? upon.version : draft.value.version;
    edit.mutate(
      { version, ...toBody(form, touched, upon) },
      {
        onSuccess: done,
        onError: (error) => {
          const now = currentOf<OrderDto>(error);
          if (now && meeting(now).length === 0) save(now);
        },
      },
    );
  }

  /** Takes what the other saved where the two meet; the rest of one's own stays to be saved. */
  function takeTheirs(theirs: OrderDto) {
    const now = readOrder(theirs);
    const meets = meeting(theirs);
    const rest = touched.filter((key) => !meets.includes(key)).map((key) => [key, form[key] as Value]);
    draft.change({ version: theirs.version, base: now, form: { ...now, ...(Object.fromEntries(rest) as OrderForm) } });
    edit.reset();
    if (rest.length === 0) done();
  }

  return {
    form,
    /** A function sees the newest value, for what arrives while one goes on typing. */
    set: (key: string, value: Value | ((before: Value | undefined) => Value)) =>
      draft.change((before) => ({
        ...before,
        form: { ...before.form, [key]: typeof value === 'function' ? value(before.form[key]) : value },
      })),
    touched,
    kept: draft.kept,
    /** Gives up what was typed. */
    giveUp: draft.clear,
    save,
    takeTheirs,
    busy: edit.isPending,
    conflict: current && { current, theirs: readOrder(current), fields: meeting(current) },
    /** A refusal that is not a conflict. */
    error: current ? null : edit.error,
    errorAt: (path: string) => refusedBy(edit.error)?.fields[path],
  };
}

export type OrderEdit = ReturnType<typeof useOrderEdit>;
