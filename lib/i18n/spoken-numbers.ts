/** How a language says numbers and sums; one stands beside each language's texts (`lib/i18n/fr/numbers.ts`). */
export interface SpokenNumbers {
  /** A whole number of zero or more, below a thousand milliards. */
  words: (value: number) => string;
  minus: string;
  /** Between units and minor units. */
  and: string;
  /** Units and the currency's name after them: « vingt et une livres sterling », « un million d’euros ». */
  units: (words: string, name: string, currency: string) => string;
  /** A length of metres and centimetres: « sept mètres vingt-cinq ». */
  length: (metres: number, centimetres: number) => string;
  /** What a minor unit is called, one and many. */
  minor: (currency: string) => readonly [string, string];
}
