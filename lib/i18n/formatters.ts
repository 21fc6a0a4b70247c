/** More than the pages have; a house has one currency, and the languages are few. */
const MOST = 200;

/** Keeps what is made of a language and options: making a formatter takes a hundred times as long as using it. */
function kept<O extends object, F>(make: (tag: string, options: O) => F): (tag: string, options: O) => F {
  const known = new Map<string, F>();
  return (tag, options) => {
    const key = tag + JSON.stringify(options);
    let formatter = known.get(key);
    if (formatter === undefined) {
      if (known.size >= MOST) known.clear();
      known.set(key, (formatter = make(tag, options)));
    }
    return formatter;
  };
}

export const dateFormatter = kept(
  (tag: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options),
);
export const numberFormatter = kept(
  (tag: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);
