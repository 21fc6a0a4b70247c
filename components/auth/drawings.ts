import { DOOR_CLOTHS } from '@/lib/palette';

/** Each door has another drawing; `tint` is its first colour. */
export const DOOR_DRAWINGS = {
  signIn: { src: '/drawings/fourreau-velours.svg', tint: DOOR_CLOTHS.aubergine },
  signUp: { src: '/drawings/caftan-ceremonie.svg', tint: DOOR_CLOTHS.prune },
  forgot: { src: '/drawings/robe-grecque.svg', tint: DOOR_CLOTHS.ciel },
  begin: { src: '/drawings/caftan-ceremonie.svg', tint: DOOR_CLOTHS.prune },
  invitation: { src: '/drawings/tailleur-croise.svg', tint: DOOR_CLOTHS.nuit },
} as const;
