import type { Locale } from '../actor';
import { inLanguage } from '../i18n/bilingual';
import type { ClientTextName } from './fields';
import { birthdayOf, birthdayWords, type DayOrder, readWrittenDay } from './written-day';
import { readCsvTags, writeCsvTags } from './csv-tags';
import type { ClientDocument } from './documents';
import type { CreateClientInput } from './schemas';

/** What the cells of a row say, before names are put together and every value is checked. */
export interface CsvDraft extends Partial<Omit<CreateClientInput, 'event'>> {
  id?: string;
  firstName?: string;
  middleName?: string;
  lastName?: string;
  fullName?: string;
  eventLabel?: string;
  eventDate?: Date;
  measuredAt?: Date;
}

/** Everything about one column of the clients' table: a column is added here and nowhere else. */
interface Column {
  /** How it is called, as we write it. */
  fr: string;
  en: string;
  /** As others call it: Google, Outlook, Apple, LibreOffice. Compared without accents, capitals or signs. */
  also: readonly string[];
  /** Several columns of this kind: one value after the other (an address), or the first that says something. */
  joined?: true;
  /** Puts a cell into the draft. @returns a key of `errors.fields` where it cannot be read */
  read: (draft: CsvDraft, cell: string, order: DayOrder) => 'day' | 'birthday' | 'phoneCut' | undefined;
  /** The cell of a file; a column without it is only read. */
  write?: (file: ClientDocument, locale: Locale) => string;
}

type TextKey = 'name' | 'email' | ClientTextName;
type PartKey = 'id' | 'firstName' | 'middleName' | 'lastName' | 'fullName';

const names = (fr: string, en: string, ...also: string[]) => ({ fr, en, also });
const part = (key: PartKey) => ({
  read: (draft: CsvDraft, cell: string) => {
    draft[key] = cell;
    return undefined;
  },
});
const text = (key: TextKey) => ({
  read: (draft: CsvDraft, cell: string) => {
    draft[key] = cell;
    return undefined;
  },
  write: (file: ClientDocument) => file[key] ?? '',
});
const day = (key: 'eventDate' | 'measuredAt') => (draft: CsvDraft, cell: string, order: DayOrder) => {
  const read = readWrittenDay(cell, order);
  if (!read?.year) return 'day' as const;
  draft[key] = new Date(Date.UTC(read.year, read.month - 1, read.day, 12));
  return undefined;
};

export const COLUMNS = {
  id: {
    ...names('Dossier', 'File', 'id', 'identifiant', 'reference', 'client id', 'numero de dossier'),
    ...part('id'),
    write: (file) => file._id.toHexString(),
  },
  firstName: { ...names('Prénom', 'First name', 'given name', 'firstname', 'prenoms'), ...part('firstName') },
  middleName: {
    ...names('Deuxième prénom', 'Middle name', 'additional name', 'autre prenom', 'autres prenoms'),
    ...part('middleName'),
  },
  lastName: {
    ...names('Nom de famille', 'Last name', 'family name', 'surname', 'lastname'),
    ...part('lastName'),
  },
  fullName: {
    ...names('Nom complet', 'Full name', 'nom et prenom', 'prenom et nom', 'display name', 'nom affiche'),
    ...part('fullName'),
  },
  name: { ...names('Nom', 'Name', 'client', 'cliente'), ...text('name') },
  email: {
    ...names('E-mail', 'E-mail', 'email', 'mail', 'courriel', 'adresse e-mail', 'adresse mail', 'email address'),
    also: [
      ...['email', 'mail', 'courriel', 'adresse e-mail', 'adresse mail', 'email address', 'adresse electronique'],
      ...[
        'adresse de messagerie',
        'e-mail 1 - value',
        'e-mail address',
        'email 1',
        'e-mail (personnel)',
        'e-mail (home)',
      ],
      ...['e-mail 3 - value', 'e-mail 3 address', 'adresse de messagerie 3'],
      ...['e-mail 2 - value', 'e-mail 2 address', 'adresse de messagerie 2', 'email (home)', 'email (work)'],
    ],
    ...text('email'),
  },
  phone: {
    ...names('Téléphone', 'Phone'),
    also: [
      ...[
        'mobile phone',
        'tel. mobile',
        'portable',
        'mobile',
        'telephone portable',
        'telephone mobile',
        'gsm',
        'cell phone',
      ],
      ...['tel', 'phone number', 'numero de telephone', 'numero', 'phone 1 - value', 'phone (mobile)', 'primary phone'],
      ...['phone 2 - value', 'phone 3 - value', 'home phone', 'tel. domicile', 'telephone (domicile)', 'phone (home)'],
      ...['business phone', 'tel. bureau', 'telephone (bureau)', 'phone (work)', 'whatsapp'],
      ...['phone 4 - value', 'home phone 2', 'business phone 2', 'other phone', 'company main phone', 'car phone'],
      ...['telephone 2 (bureau)', 'telephone 2 (domicile)', 'telephone (autre)', 'telephone principal', 'telephone 2'],
      ...['telephone societe', 'phone 2', 'telephone fixe', 'fixe', 'mobile 2'],
    ],
    read: (draft, cell) => {
      // A spreadsheet took it for a number and wrote that short: the last digits are gone.
      if (/^[+\d.,]+e\+?\d+$/i.test(cell)) return 'phoneCut';
      draft.phone = cell;
      return undefined;
    },
    write: (file) => file.phone ?? '',
  },
  address: {
    ...names('Adresse', 'Address'),
    also: [
      ...['adresse postale', 'postal address', 'address 1 - formatted', 'home address', 'adresse domicile'],
      ...[
        'home street',
        'rue (domicile)',
        'rue domicile',
        'street',
        'rue',
        'code postal',
        'postal code',
        'zip',
        'zip code',
      ],
      ...['home postal code', 'code postal (domicile)', 'code postal domicile', 'city', 'ville', 'home city'],
      ...[
        'home state',
        'state',
        'province',
        'departement (domicile)',
        'dep/region (domicile)',
        'address',
        'address line 1',
      ],
      ...['ville (domicile)', 'ville domicile', 'pays', 'country', 'home country/region', 'pays/region (domicile)'],
    ],
    joined: true,
    ...text('address'),
  },
  birthday: {
    ...names(
      'Anniversaire',
      'Birthday',
      'date de naissance',
      'naissance',
      'birth date',
      'date of birth',
      'ne le',
      'nee le',
    ),
    read: (draft, cell, order) => {
      const read = readWrittenDay(cell, order);
      if (!read) return 'birthday';
      draft.birthday = birthdayOf(read);
      return undefined;
    },
    write: (file, locale) => (file.birthday ? birthdayWords(file.birthday, locale) : ''),
  },
  company: { ...names('Entreprise', 'Company', 'societe', 'organization name', 'organisation'), ...text('company') },
  registration: { ...names('SIREN', 'Company number', 'siret', 'numero d’entreprise'), ...text('registration') },
  vatNumber: { ...names('Numéro de TVA', 'VAT number', 'tva'), ...text('vatNumber') },
  contactNote: { ...names('Joindre', 'How to reach', 'contact', 'contact note'), ...text('contactNote') },
  eventLabel: {
    ...names('Événement', 'Event', 'occasion'),
    read: (draft, cell) => {
      draft.eventLabel = cell;
      return undefined;
    },
    write: (file) => file.event?.label ?? '',
  },
  eventDate: {
    ...names('Jour de l’événement', 'Event date', 'date de l’evenement', 'day of the event', 'wedding date'),
    also: ['date de l’evenement', 'day of the event', 'wedding date', 'date du mariage', 'mariage', 'wedding'],
    read: day('eventDate'),
    write: (file) => file.event?.date.toISOString().slice(0, 10) ?? '',
  },
  posture: { ...names('Posture', 'Posture'), ...text('posture') },
  allergies: { ...names('Allergies', 'Allergies', 'allergie', 'allergy'), ...text('allergies') },
  preferences: { ...names('Préférences', 'Preferences', 'gouts'), ...text('preferences') },
  tags: {
    ...names('Étiquettes', 'Tags', 'etiquette', 'tag', 'mots cles', 'labels', 'group membership', 'categories'),
    joined: true,
    read: (draft, cell) => {
      draft.tags = readCsvTags(cell);
      return undefined;
    },
    write: (file) => writeCsvTags(file.tags),
  },
  notes: {
    ...names(
      'Notes internes',
      'Internal notes',
      'notes',
      'note',
      'remarques',
      'commentaire',
      'commentaires',
      'comments',
    ),
    ...text('notes'),
  },
  measuredAt: {
    ...names('Mesuré le', 'Measured on', 'date des mesures', 'measurements date'),
    read: day('measuredAt'),
  },
} satisfies Record<string, Column>;

export type CsvField = keyof typeof COLUMNS;
export const CSV_FIELDS = Object.keys(COLUMNS) as [CsvField, ...CsvField[]];

/** The columns with the shape all of them have. */
export const columnOf = (field: CsvField): Column => COLUMNS[field];
/** How we call a column. */
export const headerOf = (field: CsvField, locale: Locale): string => inLanguage(COLUMNS[field], locale);
