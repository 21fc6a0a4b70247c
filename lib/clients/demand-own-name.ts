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

/** Words that say what somebody is and not who: a name that has no others, or the house's beside them, plays the house. */
const PLAIN_WORDS = new Set(
  `la le les l the de du des d of et and maison house atelier ateliers workshop studio couture service services client clients
   clientele support equipe team accueil reception contact info admin administration administrateur administratrice
   administrator direction management couturier couturiere couturiers dressmaker tailor officiel officielle official`.split(
    /\s+/,
  ),
);

/** How the words of a name look at a glance, whatever their letters are. */
function wordsOf(name: string): string[] {
  const latin = [...name].map((letter) => LATIN.get(letter) ?? letter).join('');
  return foldText(latin)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** These words as they look: in their order, and in any other. */
function looksOf(words: readonly string[]): string[] {
  const alike = words.map((word) => word.replace(/[1l]/g, 'i').replaceAll('0', 'o'));
  return [alike.join(''), [...alike].sort().join('')];
}

/** Without the words that say nothing of who it is. */
const own = (words: readonly string[]): string[] => words.filter((word) => !PLAIN_WORDS.has(word));

/** Whether a name is the house's, or that of somebody who works there, as it looks at a glance. */
async function isReserved(db: Database, name: string): Promise<boolean> {
  const [house, staff] = await Promise.all([
    getHouse(db),
    accounts(db)
      .find({ role: { $in: ['couturier', 'owner'] } }, { projection: { name: 1 } })
      .toArray(),
  ]);
  const taken = [house.name, 'FashionFlow', ...staff.map((one) => one.name)].map(wordsOf);
  const looks = new Set(taken.flatMap((words) => [words, own(words)]).flatMap(looksOf));
  const words = wordsOf(name);
  return own(words).length === 0 || [words, own(words)].flatMap(looksOf).some((look) => looks.has(look));
}

/**
 * A client goes by a name of their own: who works here, and the house itself, could otherwise be played in front of the
 * staff (« Inès Haddad vous a écrit », « L’atelier vous a écrit »).
 * @throws AppError name_reserved for the name of a member of the staff or of the house, however it is spelt, with or without
 *   words that only say what one is (« Service client », « Inès Haddad, couturière »).
 */
export async function demandOwnName(db: Database, name: string): Promise<void> {
  if (await isReserved(db, name)) throw new AppError('name_reserved');
}

/** A name of their own for whom nobody can ask for another: the one that is given, else the beginning of the address. */
export const ownNameOr = async (db: Database, name: string, email: string): Promise<string> =>
  (await isReserved(db, name)) ? email.replace(/@.*/, '') : name;
