/**
 * The colours of the day, for what no style sheet draws or what is never dark: papers, mails, drawings on a plate, the browser's own
 * frame. `app/styles/tokens.css` has the same by the same names, and those of the night; a test holds the two together and refuses
 * a colour that is written anywhere else.
 */
export const DAY = {
  paper: '#f7f5f0',
  sheet: '#fdfcfa',
  sunk: '#eeebe4',
  ink: '#1a1817',
  ink2: '#55504a',
  ink3: '#6f6961',
  /** Edges of fields. */
  control: '#8a8378',
  hair: '#ddd8ce',
  garance: '#a3152f',
  'on-garance': '#ffffff',
  indigo: '#2c4a86',
  ocre: '#8a5a00',
  sarcelle: '#005b53',
  craie: '#5d6976',
} as const;

/** Every basted edge, where no style sheet draws it. */
export const BASTE = DAY.control;

/** The ground of the night, for the browser's frame. */
export const NIGHT_PAPER = '#141315';

/** What a picture is drawn on, by hand and in print. */
export const DRAWING_PAPER = '#fbf9f4';
export const PRINTED_PLATE = '#f3f0e9';

/** Behind initials, by name. */
export const AVATARS = ['#dcd3c4', '#c9d0c2', '#d6c8c6', '#c7cdd6', '#d9d0b8'] as const;

/** The cloths of the drawings at the doors. */
export const DOOR_CLOTHS = { aubergine: '#4a1530', prune: '#7a2f6b', ciel: '#b9cfe4', nuit: '#2f3a55' } as const;
