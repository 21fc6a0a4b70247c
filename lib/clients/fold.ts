/** Text as the search compares it: no accents, no capitals, single spaces. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr').replace(/\s+/g, ' ').trim();

/** What the search of client files looks into; digits of a phone number without their spacing too. */
const searchTextOf = (client: { name: string; email?: string; phone?: string }): string =>
  [client.name, client.email, client.phone, client.phone?.replace(/\D/g, '')]
    .filter((part): part is string => Boolean(part))
    .map(fold)
    .join(' ');

/** What files are sorted and searched by; written wherever a name, an address or a number changes. */
export const searchFieldsOf = (client: { name: string; email?: string; phone?: string }) => ({
  sortName: fold(client.name),
  searchText: searchTextOf(client),
});
