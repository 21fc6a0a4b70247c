/** Each door has another drawing; `tint` is its first colour. */
export const DOOR_DRAWINGS = {
  signIn: { src: '/drawings/fourreau-velours.svg', tint: '#4a1530' },
  signUp: { src: '/drawings/caftan-ceremonie.svg', tint: '#7a2f6b' },
  forgot: { src: '/drawings/robe-grecque.svg', tint: '#b9cfe4' },
  invitation: { src: '/drawings/tailleur-croise.svg', tint: '#2f3a55' },
} as const;
