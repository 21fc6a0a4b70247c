import { countryLaw } from './countries/presets';
import type { HouseSettings } from './documents';

/** What the law asks a house to say and it has not said yet, in the order its settings ask for it. */
export function legalLacks({
  address,
  phone,
  email,
  tax,
  legal,
}: Pick<HouseSettings, 'address' | 'phone' | 'email' | 'tax' | 'legal'>) {
  const law = countryLaw(tax.country);
  const lacks = {
    address: !address,
    phone: !phone,
    email: !email,
    country: !tax.country,
    registration: !tax.registration,
    director: !legal.director,
    mediator: law?.mediator === true && !legal.mediatorName,
  };
  return (Object.keys(lacks) as (keyof typeof lacks)[]).filter((key) => lacks[key]);
}
