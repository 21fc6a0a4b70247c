import { searchFieldsOf } from '../db/search';
import { foldText } from '../text';
import type { ModelDocument } from './documents';
import { searchedIn } from './rules';

/** What models are sorted and searched by; written at every change. */
export const modelSearchFields = (model: Parameters<typeof searchedIn>[0] & Pick<ModelDocument, 'title'>) => ({
  sortName: foldText(model.name || model.title.fr),
  ...searchFieldsOf(searchedIn(model)),
});
