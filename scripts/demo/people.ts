import type { StaffProfile } from '../../lib/auth/documents';

/** The staff of the demo house, by the key under which the other parts find them in `ctx.accounts`. */
export const STAFF: {
  key: 'ines' | 'claire' | 'mathieu' | 'sofia';
  email: string;
  name: string;
  role: 'owner' | 'couturier';
  since: string;
  /** Days until the return, for who is away. */
  backIn?: number;
  profile: Omit<StaffProfile, 'available' | 'backOn'>;
}[] = [
  {
    key: 'ines',
    email: 'owner@fashionflow.test',
    name: 'Inès Haddad',
    role: 'owner',
    since: '2014-09-01T08:00:00Z',
    profile: {
      speciality: { fr: 'Tailleur, manteaux', en: 'Tailoring, coats' },
      bio: {
        fr: 'Une veste se juge à l’épaule. Je la monte à la main, je l’essaie sur vous deux fois, et je ne la rends que lorsqu’on l’oublie en marchant.',
        en: 'A jacket is judged at the shoulder. I set it by hand, try it on you twice, and only let it go when you forget it as you walk.',
      },
      portraitSlug: 'smoking-blanc',
      weeklyHours: 36,
      workingDays: [1, 2, 3, 4, 5, 6],
    },
  },
  {
    key: 'claire',
    email: 'couturier@fashionflow.test',
    name: 'Claire Morel',
    role: 'couturier',
    since: '2017-03-06T08:00:00Z',
    profile: {
      speciality: { fr: 'Flou, robes du soir, mariée', en: 'Draping, evening gowns, bridal' },
      bio: {
        fr: 'Je coupe dans le biais depuis vingt ans. Une étoffe ne ment pas\u202f: on la pose sur vous, elle dit tout de suite où elle veut aller.',
        en: 'I have been cutting on the bias for twenty years. Cloth does not lie: lay it on you and it says at once where it wants to go.',
      },
      portraitSlug: 'chemisier-organza',
      weeklyHours: 36,
      workingDays: [1, 2, 3, 4, 5, 6],
    },
  },
  {
    key: 'mathieu',
    email: 'couturier2@fashionflow.test',
    name: 'Mathieu Carpentier',
    role: 'couturier',
    since: '2019-01-14T08:00:00Z',
    profile: {
      speciality: { fr: 'Broderie, pièces de cérémonie', en: 'Embroidery, ceremonial pieces' },
      bio: {
        fr: 'Cent heures de fil pour une heure de fête\u202f: j’aime que la broderie se découvre de près. Boubous, caftans, agbadas, j’apprends de chaque famille qui me les confie.',
        en: 'A hundred hours of thread for one hour of celebration: I like embroidery one discovers up close. Boubous, caftans, agbadas: I learn from every family that entrusts me with theirs.',
      },
      portraitSlug: 'bazin-homme',
      weeklyHours: 32,
      workingDays: [2, 3, 4, 5, 6],
    },
  },
  {
    key: 'sofia',
    email: 'couturier3@fashionflow.test',
    name: 'Sofia Lindqvist',
    role: 'couturier',
    since: '2021-10-04T08:00:00Z',
    backIn: 14,
    profile: {
      speciality: { fr: 'Maille et drapé', en: 'Knit and draping' },
      bio: {
        fr: 'Je travaille sans patron, l’étoffe à même le mannequin, jusqu’à ce que le drapé tienne tout seul.',
        en: 'I work without a pattern, the cloth straight on the stand, until the drape holds by itself.',
      },
      portraitSlug: 'robe-grecque',
      weeklyHours: 28,
      workingDays: [1, 2, 4, 5],
    },
  },
];

/** The fourteen clients; the last has a file only, opened at the atelier. */
export const CLIENTS = [
  { key: 'awa', email: 'client@fashionflow.test', name: 'Awa Diallo', account: true },
  { key: 'camille', email: 'client2@fashionflow.test', name: 'Camille Roussel', account: true },
  { key: 'nora', email: 'nora.benali@fashionflow.test', name: 'Nora Benali', account: true },
  { key: 'helene', email: 'helene.fabre@fashionflow.test', name: 'Hélène Fabre', account: true },
  { key: 'jeanne', email: 'jeanne.vasseur@fashionflow.test', name: 'Jeanne Vasseur', account: true },
  { key: 'lucie', email: 'lucie.tran@fashionflow.test', name: 'Lucie Tran', account: true },
  { key: 'marguerite', email: 'marguerite.osei@fashionflow.test', name: 'Marguerite Osei', account: true },
  { key: 'eleonore', email: 'eleonore.petit@fashionflow.test', name: 'Éléonore Petit', account: true },
  { key: 'fatou', email: 'fatou.diallo@fashionflow.test', name: 'Fatou Diallo', account: true },
  { key: 'gabriel', email: 'gabriel.lemoine@fashionflow.test', name: 'Gabriel Lemoine', account: true },
  { key: 'ousmane', email: 'ousmane.traore@fashionflow.test', name: 'Ousmane Traoré', account: true },
  { key: 'ingrid', email: 'ingrid.solberg@fashionflow.test', name: 'Ingrid Solberg', account: true },
  { key: 'theo', email: 'theo.marchand@fashionflow.test', name: 'Théo Marchand', account: true },
  { key: 'rose', email: 'rose.aubert@fashionflow.test', name: 'Rose Aubert', account: false },
] as const;

export type StaffKey = (typeof STAFF)[number]['key'];
export type ClientKey = (typeof CLIENTS)[number]['key'];
