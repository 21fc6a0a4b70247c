import type { MeasurementValues } from '../../lib/clients/measurement-schemas';
import type { ClientKey } from './people';

/** What the house wrote down about one person, beyond name and address. */
export interface DemoFile {
  phone: string;
  address: string;
  birthday?: string;
  contactNote?: string;
  /** What the pieces are made for, `inDays` from today. */
  event?: { label: string; inDays: number };
  posture?: string;
  allergies?: string;
  preferences?: string;
  tags: string[];
  notes?: string;
  /** The body as it was last measured, `daysAgo` days ago; none for who was never measured. */
  body?: {
    daysAgo: number;
    values: MeasurementValues;
    /** Earlier sets: how many days ago, and by how much some points differed then. */
    before?: { daysAgo: number; less: MeasurementValues }[];
  };
}

/** Bust, underbust, waist, top hips, hips, waist to hip, back length, across back, shoulders, armscye, upper arm, side length. */
function woman(...[bust, under, waist, top, hip, drop, back, across, shoulders, scye, arm, side]: number[]) {
  return {
    bustGirth: bust,
    underbustGirth: under,
    waistGirth: waist,
    topHipGirth: top,
    hipGirth: hip,
    waistToHip: drop,
    backNeckToWaist: back,
    backWidth: across,
    shoulderWidth: shoulders,
    armscyeGirth: scye,
    upperArmGirth: arm,
    outsideLeg: side,
  };
}

/** Neck, shoulders, chest, waist, hips, back length, across back, arm, wrist, inside leg, outside leg, thigh. */
function man(...[neck, shoulders, chest, waist, hip, back, across, arm, wrist, inside, outside, thigh]: number[]) {
  return {
    neckGirth: neck,
    shoulderWidth: shoulders,
    bustGirth: chest,
    waistGirth: waist,
    hipGirth: hip,
    backNeckToWaist: back,
    backWidth: across,
    armLength: arm,
    wristGirth: wrist,
    insideLeg: inside,
    outsideLeg: outside,
    thighGirth: thigh,
  };
}

/** The fourteen files of the demo house. Every number is reserved for fiction; nobody lives there. */
export const FILES: Record<ClientKey, DemoFile> = {
  awa: {
    phone: '06 39 98 18 22',
    address: '8, rue des Martyrs, 75009 Paris',
    birthday: '05-06',
    contactNote: 'Messages, en français, pas avant 10 h',
    event: { label: 'Mariage de Fatou', inDays: 82 },
    posture: 'Épaule droite plus basse de 1 cm, léger creux du dos. Talons de 7 cm le jour J.',
    allergies: 'Nickel, agrafes et zips en laiton exclus',
    preferences: 'Aime le biais, les dos couverts. Jamais de jaune.',
    tags: ['Cortège Fatou', 'Soie', 'Recommandée par Nora'],
    notes: 'Toujours à l’heure, décide vite. Garder un rouleau de satin de côté, elle parle d’une seconde robe.',
    body: {
      daysAgo: 34,
      values: {
        ...woman(91.5, 78, 70, 91.5, 98.5, 20.5, 41, 35.5, 39, 41.5, 28, 108.5),
        bustPointDistance: 19,
        bustHeight: 26.5,
      },
      before: [
        { daysAgo: 300, less: { bustGirth: 0.5, waistGirth: 0.5 } },
        { daysAgo: 449, less: { bustGirth: 0.5, waistGirth: 0.5, hipGirth: 0.5 } },
        { daysAgo: 620, less: { bustGirth: 1, waistGirth: 1, hipGirth: 0.5 } },
      ],
    },
  },
  camille: {
    phone: '06 39 98 40 07',
    address: '21, quai de la Fosse, 44000 Nantes',
    birthday: '09-18',
    contactNote: 'Plutôt le téléphone, après 18 h',
    event: { label: 'Fiançailles', inDays: 8 },
    preferences: 'Couleurs franches, poches partout.',
    tags: ['Wax', 'Cérémonie'],
    notes: 'Vient de Nantes : grouper essayage et remise le même jour.',
    body: {
      daysAgo: 26,
      values: woman(88, 75.5, 68.5, 88, 95, 19.5, 40, 34.5, 38, 40, 27, 104),
      before: [{ daysAgo: 224, less: { waistGirth: -1, hipGirth: 0.5 } }],
    },
  },
  nora: {
    phone: '06 39 98 11 60',
    address: '3, impasse des Vignes, 69005 Lyon',
    birthday: '12-02',
    event: { label: 'Mariage de Nora', inDays: 103 },
    posture: 'Dos très droit, cambrure marquée.',
    preferences: 'Manches longues, décolleté discret devant, libre dans le dos.',
    tags: ['Mariée', 'Lyon'],
    notes: 'Sa mère assiste aux essayages. Prévoir trois chaises et du temps.',
    body: {
      daysAgo: 46,
      values: woman(94, 80, 73.5, 95, 102, 21, 41.5, 36, 40, 42, 29.5, 109),
      before: [{ daysAgo: 150, less: { waistGirth: -1.5, bustGirth: -0.5 } }],
    },
  },
  helene: {
    phone: '06 39 98 72 15',
    address: '14, cours Mirabeau, 13100 Aix-en-Provence',
    birthday: '03-27',
    contactNote: 'E-mail, répond le soir',
    event: { label: 'Réveillon', inDays: 36 },
    allergies: 'Laine à même la peau, toujours doubler',
    tags: ['Tailleur'],
    body: { daysAgo: 55, values: woman(98, 84, 80, 99, 104, 20, 42, 37, 40.5, 43.5, 30.5, 105.5) },
  },
  jeanne: {
    phone: '06 39 98 55 31',
    address: '60, rue Nationale, 37000 Tours',
    birthday: '07-14',
    posture: 'Épaules en avant, dos rond léger.',
    preferences: 'Tons froids, longueurs qui couvrent le genou.',
    tags: ['Soie', 'Fidèle'],
    body: {
      daysAgo: 112,
      values: woman(86, 74, 66, 85, 92.5, 19, 39.5, 34, 37.5, 39.5, 26, 102.5),
      before: [{ daysAgo: 300, less: { waistGirth: 0.5, hipGirth: 1 } }],
    },
  },
  lucie: {
    phone: '06 39 98 23 90',
    address: '5, rue du Faubourg-du-Pont-Neuf, 86000 Poitiers',
    birthday: '01-30',
    event: { label: 'Gala de la faculté', inDays: 60 },
    preferences: 'Corsets confortables, elle danse.',
    tags: ['Corset', 'Bal'],
    body: { daysAgo: 92, values: woman(82, 71, 62.5, 80, 88, 18.5, 38.5, 33, 36.5, 38, 25, 101) },
  },
  marguerite: {
    phone: '06 39 98 66 48',
    address: '112, avenue de Flandre, 75019 Paris',
    birthday: '10-11',
    contactNote: 'Téléphone, le matin',
    posture: 'Hanche gauche plus haute de 1,5 cm.',
    tags: ['Broderie', 'Grande taille'],
    notes: 'Paie en deux fois, jamais de retard. Demander des nouvelles de la petite Ama.',
    body: {
      daysAgo: 27,
      values: woman(112, 97, 98, 114, 121, 21.5, 43, 40, 42, 48, 36, 107),
      before: [{ daysAgo: 182, less: { waistGirth: -2, hipGirth: -1.5, bustGirth: -1 } }],
    },
  },
  eleonore: {
    phone: '06 39 98 90 02',
    address: '9, place Plumereau, 37000 Tours',
    birthday: '06-21',
    event: { label: 'Remise de prix', inDays: 12 },
    allergies: 'Latex : pas d’élastique nu',
    tags: ['Velours', 'Presse'],
    body: { daysAgo: 205, values: woman(84.5, 73, 65, 84, 91.5, 19, 39, 33.5, 37, 38.5, 26, 103) },
  },
  fatou: {
    phone: '06 39 98 18 40',
    address: '31, rue Myrha, 75018 Paris',
    birthday: '02-08',
    contactNote: 'Messages à toute heure',
    event: { label: 'Son mariage', inDays: 82 },
    posture: 'Grande, longueur taille dos à surveiller.',
    preferences: 'Dentelle de Calais, manches qui s’ôtent pour danser.',
    tags: ['Mariée', 'Cortège Fatou'],
    notes: 'Cinq pièces pour le cortège : Awa d’abord, les tantes en janvier.',
    body: {
      daysAgo: 30,
      values: woman(96, 82, 75, 98, 105, 21.5, 43, 36.5, 40.5, 43, 30, 113),
      before: [{ daysAgo: 140, less: { waistGirth: -1, hipGirth: -0.5 } }],
    },
  },
  gabriel: {
    phone: '06 39 98 34 77',
    address: '2, rue Crébillon, 44000 Nantes',
    birthday: '11-05',
    contactNote: 'E-mail au bureau',
    preferences: 'Flanelles lourdes, revers larges, pantalon à pinces.',
    tags: ['Tailleur', 'Bureau'],
    body: {
      daysAgo: 64,
      values: man(40.5, 47, 104, 92, 103, 46, 41, 64.5, 17.5, 80, 106, 59),
      before: [{ daysAgo: 260, less: { waistGirth: 2.5, bustGirth: 1 } }],
    },
  },
  ousmane: {
    phone: '06 39 98 07 19',
    address: '45, boulevard Barbès, 75018 Paris',
    birthday: '08-03',
    event: { label: 'Mariage d’Aminata', inDays: 19 },
    preferences: 'Bazin riche, broderie ton sur ton.',
    tags: ['Cérémonie', 'Broderie'],
    body: { daysAgo: 70, values: man(43, 50.5, 114, 104, 112, 49, 44.5, 66.5, 18.5, 84, 111, 64) },
  },
  ingrid: {
    phone: '06 39 98 81 26',
    address: '17, rue de la Soif, 35000 Rennes',
    birthday: '04-19',
    contactNote: 'E-mail, en anglais',
    allergies: 'Nickel',
    preferences: 'Lignes nettes, noir et blanc.',
    tags: ['English', 'Manteaux'],
    body: {
      daysAgo: 76,
      values: woman(90, 77, 72, 91, 97, 21, 43.5, 36.5, 40.5, 41, 27.5, 114),
      before: [{ daysAgo: 254, less: { waistGirth: 0.5 } }],
    },
  },
  theo: {
    phone: '06 39 98 49 53',
    address: '8, rue Saint-Michel, 33000 Bordeaux',
    birthday: '05-24',
    posture: 'Épaule gauche plus basse de 0,5 cm.',
    tags: ['Tailleur'],
    notes: 'A changé d’avis pour le smoking en juin, sans rancune de part et d’autre.',
    body: { daysAgo: 98, values: man(38.5, 45, 96, 82, 97, 45, 39.5, 63, 16.5, 82, 107, 55) },
  },
  rose: {
    phone: '02 61 91 20 14',
    address: 'Les Tilleuls, 49400 Saumur',
    birthday: '09-01',
    contactNote: 'Courrier ou téléphone, pas d’e-mail',
    preferences: 'Tissus naturels, doublures gaies.',
    tags: ['Fidèle'],
    notes: 'Vient en bus : rendez-vous entre 10 h et 15 h.',
    body: {
      daysAgo: 33,
      values: woman(101, 88, 86, 103, 107, 19.5, 40.5, 37, 39, 44.5, 32, 99),
      before: [{ daysAgo: 238, less: { waistGirth: -0.5, hipGirth: 0.5 } }],
    },
  },
};
