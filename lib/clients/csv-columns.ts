import type { Locale } from '../actor';
import { foldText } from '../text';
import { CSV_FIELDS, type CsvField } from './schemas';

/** How each column is called: first as we write it, then as others do. Compared without accents, capitals or signs. */
const NAMES: Record<CsvField, Record<Locale, string> & { also: readonly string[] }> = {
  id: { fr: 'Dossier', en: 'File', also: ['id', 'identifiant', 'reference', 'client id', 'numero de dossier'] },
  firstName: { fr: 'Prénom', en: 'First name', also: ['given name', 'firstname', 'prenoms'] },
  name: {
    fr: 'Nom',
    en: 'Name',
    also: [
      'nom complet',
      'full name',
      'nom et prenom',
      'client',
      'cliente',
      'last name',
      'surname',
      'family name',
      'nom de famille',
    ],
  },
  email: {
    fr: 'E-mail',
    en: 'E-mail',
    also: ['email', 'mail', 'courriel', 'adresse e-mail', 'adresse mail', 'email address', 'adresse electronique'],
  },
  phone: {
    fr: 'Téléphone',
    en: 'Phone',
    also: ['tel', 'portable', 'mobile', 'telephone portable', 'phone number', 'numero de telephone', 'gsm'],
  },
  address: { fr: 'Adresse', en: 'Address', also: ['adresse postale', 'postal address'] },
  birthday: {
    fr: 'Anniversaire',
    en: 'Birthday',
    also: ['date de naissance', 'naissance', 'birth date', 'date of birth'],
  },
  contactNote: { fr: 'Joindre', en: 'How to reach', also: ['contact', 'contact note'] },
  eventLabel: { fr: 'Événement', en: 'Event', also: ['occasion'] },
  eventDate: { fr: 'Jour de l’événement', en: 'Event date', also: ['date de l’evenement', 'day of the event'] },
  posture: { fr: 'Posture', en: 'Posture', also: [] },
  allergies: { fr: 'Allergies', en: 'Allergies', also: ['allergie', 'allergy'] },
  preferences: { fr: 'Préférences', en: 'Preferences', also: ['gouts'] },
  tags: { fr: 'Étiquettes', en: 'Tags', also: ['etiquette', 'tag', 'mots cles', 'labels'] },
  notes: {
    fr: 'Notes internes',
    en: 'Internal notes',
    also: ['notes', 'note', 'remarques', 'commentaire', 'commentaires', 'comments'],
  },
};

/** « Adresse E-mail * » and « adresse email » are one name. */
const plain = (header: string): string => foldText(header).replace(/[^\p{L}\p{N}]+/gu, '');

const FIELD_OF = new Map<string, CsvField>(
  CSV_FIELDS.flatMap((field) => {
    const { fr, en, also } = NAMES[field];
    return [field, fr, en, ...also].map((name): [string, CsvField] => [plain(name), field]);
  }),
);

/** What each column is read as; a name that comes twice is read once. */
export function fieldsOf(headers: readonly string[]): (CsvField | null)[] {
  const taken = new Set<CsvField>();
  return headers.map((header) => {
    const field = FIELD_OF.get(plain(header));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** How we call a column. */
export const headerOf = (field: CsvField, locale: Locale): string => NAMES[field][locale];
