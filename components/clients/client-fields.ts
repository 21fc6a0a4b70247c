import type { ClientDto } from '@/lib/clients/dto';

/** The texts of a client form, each as it is typed. */
export interface ClientDraft {
  name: string;
  email: string;
  phone: string;
  address: string;
  birthday: string;
  contactNote: string;
  eventLabel: string;
  eventDate: string;
  posture: string;
  allergies: string;
  preferences: string;
  tags: string;
  notes: string;
}

export const EMPTY_DRAFT: ClientDraft = {
  name: '',
  email: '',
  phone: '',
  address: '',
  birthday: '',
  contactNote: '',
  eventLabel: '',
  eventDate: '',
  posture: '',
  allergies: '',
  preferences: '',
  tags: '',
  notes: '',
};

/** `05-06` (month first, as kept) printed day first, and back; what is no day is sent as typed, for the server to refuse. */
const turn = (day: string): string => {
  const [first, second] = day.split(/[-/. ]/);
  return first && second ? `${second.padStart(2, '0')}-${first.padStart(2, '0')}` : day;
};
const typedBirthday = (kept: string): string => turn(kept).replace('-', '/');

export const draftOf = (client: ClientDto): ClientDraft => ({
  name: client.name,
  email: client.email ?? '',
  phone: client.phone ?? '',
  address: client.address ?? '',
  birthday: client.birthday ? typedBirthday(client.birthday) : '',
  contactNote: client.contactNote ?? '',
  eventLabel: client.event?.label ?? '',
  eventDate: client.event?.date.slice(0, 10) ?? '',
  posture: client.posture ?? '',
  allergies: client.allergies ?? '',
  preferences: client.preferences ?? '',
  tags: client.tags.join(', '),
  notes: client.notes ?? '',
});

const OPTIONAL = ['email', 'phone', 'address', 'contactNote', 'posture', 'allergies', 'preferences', 'notes'] as const;

/** What the API is sent; an empty field is `undefined`, and `null` for an edit. */
export function bodyOf<E extends undefined | null>(draft: ClientDraft, empty: E) {
  const value = (text: string): string | E => text.trim() || empty;
  const [email, phone, address, contactNote, posture, allergies, preferences, notes] = OPTIONAL.map((key) =>
    value(draft[key]),
  );
  return {
    name: draft.name.trim(),
    ...{ email, phone, address, contactNote, posture, allergies, preferences, notes },
    birthday: draft.birthday.trim() ? turn(draft.birthday.trim()) : empty,
    event:
      draft.eventLabel.trim() && draft.eventDate ? { label: draft.eventLabel.trim(), date: draft.eventDate } : empty,
    tags: draft.tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  };
}

/** Which field of the form a path of the API's refusal belongs to. */
export const fieldOfPath = (path: string): keyof ClientDraft =>
  path === 'event.date'
    ? 'eventDate'
    : path.startsWith('event')
      ? 'eventLabel'
      : path.startsWith('tags')
        ? 'tags'
        : (path as keyof ClientDraft);
