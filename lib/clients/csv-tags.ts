/** Tags in one cell, parted by commas; one that holds such a sign stands in quotes, as in a table. */
export const writeCsvTags = (tags: readonly string[]): string =>
  tags.map((tag) => (/[,;|"]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join(', ');

/** Reads them back; Google's ` ::: ` parts them too, and its own groups (`* myContacts`) say nothing of a person. */
export const readCsvTags = (cell: string): string[] =>
  [...cell.replaceAll(' ::: ', ', ').matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,;|]*))\s*(?:[,;|]|$)/g)]
    .map(([, quoted, bare]) => (quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"')).trim())
    .filter((tag) => tag !== '' && !tag.startsWith('* '));
