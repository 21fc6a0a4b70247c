import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { getHouse } from '../house/get-house';
import { foldText } from '../text';

/** Greek and Cyrillic letters that nobody tells from a Latin one, each beside it. */
const ALIKE = [
  'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaηnιiκkνvοoρpτtυuχxγyΆAΈEΉHΊIΪIΌOΎYάaήnίiϊiόoύu',
  'АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXаaвbеeѕsіiјjкkмmнhоoрpсcтtуyхxԁdӏlһhԛqԝwЀEЁEЇIѐeёeїi',
].flatMap((pairs) => pairs.match(/../gu) ?? []);
const LATIN = new Map(ALIKE.map(([one = '', latin = '']) => [one, latin]));

/** How a name looks at a glance, whatever its letters are: in the order of its words, and in any other. */
function looksOf(name: string): string[] {
  const latin = [...name].map((letter) => LATIN.get(letter) ?? letter).join('');
  const words = foldText(latin)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/[1l]/g, 'i').replaceAll('0', 'o'));
  return [words.join(''), [...words].sort().join('')];
}

/**
 * A client goes by a name of their own: who works here, and the house itself, could otherwise be played in front of the
 * staff (« Inès Haddad vous a écrit »).
 * @throws AppError name_reserved for the name of a member of the staff or of the house, however it is spelt.
 */
export async function demandOwnName(db: Database, name: string): Promise<void> {
  const [house, staff] = await Promise.all([
    getHouse(db),
    accounts(db)
      .find({ role: { $in: ['couturier', 'owner'] } }, { projection: { name: 1 } })
      .toArray(),
  ]);
  const taken = new Set([house.name, 'FashionFlow', ...staff.map((one) => one.name)].flatMap(looksOf));
  if (looksOf(name).some((look) => taken.has(look))) throw new AppError('name_reserved');
}
