import { newId } from '../../lib/db/ids';
import { searchFieldsOf } from '../../lib/db/search';
import { dayKey } from '../../lib/i18n/format';
import { type TaskDocument, tasks } from '../../lib/tasks/documents';
import { GAP } from '../../lib/tasks/rules';
import type { TaskPriority, TaskStatus } from '../../lib/tasks/words';
import type { DemoContext } from './context';
import { orderFinder } from './find-order';
import type { ClientKey, StaffKey } from './people';

/** Who, for whom, which piece, what, how far, due in how many days, minutes, what it waits for or a higher priority. */
const ROWS = `
claire|jeanne|robe-clair-de-lune|Relever les mesures de dos|todo|-2|90
claire|lucie|combinaison-palazzo|Poser l’ourlet roulotté|doing|0|120|high
claire|eleonore|robe-grecque|Reprendre l’emmanchure droite|todo|0|60|high
claire|awa|robe-clair-de-lune|Couper la seconde toile|blocked|0|90|attend le tissu
claire|helene|robe-cocktail-drapee|Bâtir la doublure|todo|0|60
claire|nora|mariee-sirene|Contrôler le droit-fil avant la coupe|done|0|30
claire|fatou|mariee-dentelle|Reporter les manches amovibles au patron|todo|1|150
claire|awa|robe-clair-de-lune|Préparer l’essayage de la toile|todo|1|45
claire|helene|robe-cocktail-drapee|Monter le drapé sur le corsage|todo|1|420
claire|nora|mariee-sirene|Couper le satin|todo|2|360
claire|lucie|combinaison-palazzo|Contrôle final, photos|todo|3|45
claire|eleonore|robe-grecque|Reprendre la longueur devant|todo|5|60
claire|fatou|mariee-dentelle|Placer les motifs de dentelle|todo|7|480|low
claire|nora|mariee-sirene|Commander les baleines|done|-1|30
ines|theo|pardessus-homme|Boutonnières à la main|doing|0|180
ines|jeanne|trench-grand-soir|Emballer, préparer la remise|todo|1|30
ines|gabriel|tailleur-croise|Monter les manches|blocked|2|300|la flanelle arrive de Biella
ines|ingrid|smoking-blanc|Reprendre les revers après l’essayage|todo|3|120
ines|rose|tailleur-tweed|Couper le tweed, raccorder les carreaux|todo|-1|240
ines|eleonore|manteau-kimono|Commander le drap de laine|todo|4|30
ines|rose|tailleur-tweed|Décatir le tweed|done|-2|60
mathieu|ousmane|agbada-royal|Broder le plastron|doing|2|540|high
mathieu|marguerite|grand-boubou-brode|Assembler les lés|todo|0|210
mathieu|marguerite|grand-boubou-brode|Broder l’encolure|todo|-3|360
mathieu|camille|robe-peplum-wax|Couper la toile du péplum|todo|3|90
mathieu|theo|bazin-homme|Choisir le fil avec Théo|blocked|4|30|attend les échantillons de Théo
mathieu|camille|caftan-ceremonie|Repasser, poser les derniers boutons|done|-2|60
mathieu|ousmane|agbada-royal|Tracer le motif sur le bazin|done|-4|150
sofia|marguerite|robe-cocktail-drapee|Reprendre le drapé de l’épaule|todo|-2|120
sofia|lucie|corset-tulle|Dessiner le patron du corset|blocked|16|240|attend le retour de Sofia
`;

/** The board of the house: thirty tasks of the orders under way, some late, some waiting, some done. */
export async function loadTasks(ctx: DemoContext): Promise<void> {
  const orderOf = await orderFinder(ctx);
  const documents = ROWS.trim()
    .split('\n')
    .map((line, index): TaskDocument => {
      const [staff, client, model, title, status, due, minutes, extra] = line.split('|');
      const offset = Number(due);
      const clientKey = client as ClientKey;
      const done = new Date(Math.min(ctx.day(Math.min(offset, 0), 9, 20).getTime(), ctx.now.getTime() - 20 * 60_000));
      const blocked = status === 'blocked';
      return {
        _id: newId(),
        title: title ?? '',
        ...searchFieldsOf([title]),
        orderId: orderOf(clientKey, model ?? ''),
        clientId: ctx.clients[clientKey],
        assigneeId: ctx.accounts[staff as StaffKey],
        status: status as TaskStatus,
        priority: !blocked && extra ? (extra as TaskPriority) : 'normal',
        // Days are kept at noon UTC, as the form writes them.
        dueDate: new Date(`${dayKey(ctx.day(offset, 12))}T12:00:00Z`),
        minutes: Number(minutes),
        checklist:
          title === 'Contrôle final, photos'
            ? ['Fils coupés', 'Ourlet mesuré au sol', 'Quatre photos'].map((text) => ({ text, done: false }))
            : [],
        ...(blocked && extra ? { blockedReason: extra } : {}),
        position: (index + 1) * GAP,
        ...(status === 'done' ? { doneAt: done } : {}),
        createdBy: ctx.accounts.ines,
        createdAt: ctx.day(-9, 9),
        updatedAt: status === 'done' ? done : ctx.day(-3, 9),
        version: 1,
      };
    });
  await tasks(ctx.db).insertMany(documents);
}
