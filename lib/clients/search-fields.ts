import { searchFieldsOf } from '../db/search';
import { phoneForms } from '../phone';
import { foldText } from '../text';

/** What files are sorted and searched by; written wherever a name, an address or a number changes. */
export const clientSearchFields = (client: { name: string; email?: string; phone?: string }) => ({
  sortName: foldText(client.name),
  ...searchFieldsOf([client.name, client.email, client.phone, ...phoneForms(client.phone ?? '')]),
});
