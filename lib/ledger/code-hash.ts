import { sha256 } from './canonical';

/** The version of a code: the SHA-256 of its files' names and contents, in the order of their names. */
export const codeHash = (files: readonly { name: string; text: string }[]): string =>
  sha256(
    [...files]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, text }) => `${name} ${sha256(text)}\n`)
      .join(''),
  );
