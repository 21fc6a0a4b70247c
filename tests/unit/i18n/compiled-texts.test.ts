import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import compile from 'icu-minify/compile';
import { _createCache as createCache, _createIntlFormatters as createFormatters } from 'use-intl/core';
import formatText from 'use-intl/format-message';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/config';
import formatCompiled from '@/lib/i18n/format-message';
import { messagesOf } from '@/lib/i18n/messages';

type Values = Record<string, unknown>;

/** What each argument of a pattern may be, so that every branch is taken. */
function choicesOf(elements: readonly MessageFormatElement[], into = new Map<string, Set<unknown>>()) {
  const add = (name: string, ...values: unknown[]) => into.set(name, new Set([...(into.get(name) ?? []), ...values]));
  for (const element of elements) {
    if (element.type === TYPE.argument) add(element.value, 'Awa');
    else if (element.type === TYPE.number) add(element.value, 1234.5);
    else if (element.type === TYPE.date || element.type === TYPE.time) add(element.value, new Date(0));
    else if (element.type === TYPE.tag) {
      add(element.value, (parts: unknown) => `[${String(parts)}]`);
      choicesOf(element.children, into);
    } else if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const [name, { value }] of Object.entries(element.options)) {
        if (element.type === TYPE.select) add(element.value, name);
        else add(element.value, ...(name.startsWith('=') ? [Number(name.slice(1))] : [0, 1, 2, 5, 1_000_000]));
        choicesOf(value, into);
      }
    }
  }
  return into;
}

/** Every way to choose one of each. */
const waysOf = (choices: ReadonlyMap<string, ReadonlySet<unknown>>): Values[] =>
  [...choices].reduce<Values[]>(
    (ways, [name, values]) => ways.flatMap((way) => [...values].map((value) => ({ ...way, [name]: value }))),
    [{}],
  );

function textsIn(value: unknown, path: string): [string, string][] {
  return typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, path ? `${path}.${key}` : key));
}

describe.each(LOCALES)('a text in %s, taken apart by the build,', (locale) => {
  it('says in a browser what the whole parser says, in each of its branches', () => {
    const cache = createCache();
    const options = { cache, formatters: createFormatters(cache), locale, timeZone: 'Europe/Paris' } as never;
    let ways = 0;
    const wrong: string[] = [];
    for (const [key, text] of textsIn(messagesOf(locale), ''))
      for (const values of waysOf(choicesOf(parse(text, { requiresOtherClause: false })))) {
        ways += 1;
        const given = Object.keys(values).length > 0 ? (values as never) : undefined;
        const said = [formatText(key, text, given, options)].flat().join('');
        const compiled = formatCompiled(key, compile(text), given, options);
        if (compiled !== said)
          wrong.push(`${key} with ${JSON.stringify(values)}: ${JSON.stringify(compiled)}, not ${said}`);
      }
    expect(wrong).toEqual([]);
    expect(ways).toBeGreaterThan(5_000);
  });
});
