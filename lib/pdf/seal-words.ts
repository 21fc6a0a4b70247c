/** « 7f3a 91c2 e04b 5d18 »: a seal as far as it is printed. */
export const sealWords = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
