import { isDocument, typeName, type Document, type Value } from '../bson/value';
import { badValue, failedToParse, typeMismatch } from '../errors';
import type { Collation } from '../query/collation';
import { compileFilter } from '../query/match';
import type { ArrayFilters } from './paths';

/** Compiles `arrayFilters`: each names one identifier and tests one array element under that name. */
export function compileArrayFilters(filters: Document[], collation?: Collation): ArrayFilters {
  const compiled = new Map<string, (element: Value) => boolean>();
  for (const filter of filters) {
    if (!isDocument(filter)) throw typeMismatch(`Array filter must be an object, found ${typeName(filter)}`);
    const identifier = identifierOf(filter);
    if (compiled.has(identifier)) {
      throw failedToParse(`Found multiple array filters with the same top-level field name ${identifier}`);
    }
    const matcher = compileFilter(filter, { collation });
    compiled.set(identifier, (element) => matcher.matches({ [identifier]: element }));
  }
  return compiled;
}

function identifierOf(filter: Document): string {
  const names = new Set<string>();
  collectNames(filter, names);
  const [name, other] = names;
  if (name === undefined) {
    throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters');
  }
  if (other !== undefined) {
    throw failedToParse(
      'Error parsing array filter :: caused by :: Expected a single top-level field name, ' +
        `found '${name}' and '${other}'`,
    );
  }
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
    throw badValue(
      'Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string ' +
        `beginning with a lowercase letter, found '${name}'`,
    );
  }
  return name;
}

function collectNames(filter: Document, names: Set<string>): void {
  for (const field of Object.keys(filter)) {
    const value = filter[field];
    if (!field.startsWith('$')) names.add(field.split('.')[0]!);
    else if (Array.isArray(value)) for (const branch of value) if (isDocument(branch)) collectNames(branch, names);
  }
}
