import en from './en/failure.json';
import fr from './fr/failure.json';

/**
 * The few words of a page that broke. They stand apart from the other texts because an error page is sent with every
 * page and must not bring a whole namespace along.
 */
export function failureTexts(locale: string | undefined) {
  const { reference, ...words } = locale === 'en' ? en : fr;
  return { ...words, reference: (digest: string) => reference.replace('{digest}', digest) };
}
