import type { Stage } from '../../lib/house/stages';
import type { ClientKey, StaffKey } from './people';

/** One order of the demo: who, what, since when (days from today) and how far. */
export interface PlannedOrder {
  client: ClientKey;
  staff: StaffKey;
  model: string;
  /** Day it was asked for, from today. */
  from: number;
  stage: Stage;
  /** Day of the last move. */
  since: number;
  /** Promised day, from today. */
  promised?: number;
  occasion?: string;
  /** Day of the event, from today. */
  event?: number;
  hold?: string;
  /** Something unusual, told by `demo/orders.ts`. */
  special?: 'clairDeLune' | 'faubourg' | 'counter' | 'defect';
  reason?: string;
}

const rows = (text: string): PlannedOrder[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [client, staff, model, from, stage, since, promised, occasion, event] = line
        .split('|')
        .map((cell) => cell.trim());
      return {
        client: client as ClientKey,
        staff: staff as StaffKey,
        model: model ?? '',
        from: Number(from),
        stage: stage as Stage,
        since: Number(since),
        ...(promised ? { promised: Number(promised) } : {}),
        ...(occasion ? { occasion } : {}),
        ...(event ? { event: Number(event) } : {}),
      };
    });

/** The year began in the house’s paper book: its first fifteen orders stayed there, the sixteenth is the first kept here. */
export const FIRST_NUMBER = 16;

/** Forty orders, in the order of their numbers; Awa’s Clair de lune is 0041 and her coat 0052. */
export const PLAN: PlannedOrder[] = rows(`
camille|mathieu|bazin-homme|-219|declined|-215
awa|claire|caftan-ceremonie|-216|delivered|-164|-164
jeanne|sofia|robe-chemise|-208|delivered|-184|-184
awa|claire|robe-cocktail-drapee|-200|delivered|-160|-160|Trente ans de Nora|-158
ousmane|mathieu|bazin-homme|-192|delivered|-161|-160
marguerite|claire|combinaison-palazzo|-185|delivered|-146|-146
theo|ines|smoking-blanc|-178|cancelled|-160
awa|ines|tailleur-tweed|-170|delivered|-110|-110
gabriel|ines|costume-trois-pieces|-163|delivered|-96|-96|Cérémonie|-90
ingrid|sofia|robe-grecque|-155|delivered|-112|-112
nora|claire|fourreau-velours|-147|delivered|-100|-98
fatou|mathieu|grand-boubou-brode|-139|delivered|-97|-97
helene|ines|manteau-cape|-131|delivered|-74|-77
rose|claire|jupe-plissee-lavalliere|-124|delivered|-88|-88
camille|mathieu|caftan-ceremonie|-117|ready|-2|3|Fiançailles|8
jeanne|ines|trench-grand-soir|-110|ready|-1|2
theo|ines|pardessus-homme|-103|finishing|-3|6
lucie|claire|combinaison-palazzo|-97|finishing|-2|5
marguerite|sofia|robe-cocktail-drapee|-90|finishing|-6|-2
eleonore|claire|robe-grecque|-84|alterations|-1|9|Remise de prix|12
ingrid|ines|smoking-blanc|-78|fitting|-1|14
ousmane|mathieu|agbada-royal|-72|fitting|-2|12|Mariage d’Aminata|19
gabriel|ines|tailleur-croise|-65|assembly|-5|18
helene|claire|robe-cocktail-drapee|-58|assembly|-4|16|Réveillon|38
nora|claire|mariee-sirene|-51|cutting|-2|88|Mariage de Nora|103
awa|claire|robe-clair-de-lune|-42|toile|-3|67|Mariage de Fatou|82
fatou|claire|mariee-dentelle|-39|patterning|-6|70|Mariage de Fatou|82
rose|ines|tailleur-tweed|-34|cutting|-1|20
marguerite|mathieu|grand-boubou-brode|-29|assembly|-3|15
camille|mathieu|robe-peplum-wax|-24|toile|-4|26|Cousinade|33
theo|mathieu|bazin-homme|-20|measuring|-4|30
jeanne|claire|robe-clair-de-lune|-16|measuring|-1|45
lucie|sofia|corset-tulle|-12|confirmed|-5|52|Gala|60
eleonore|ines|manteau-kimono|-9|confirmed|-2|56
ingrid|ines|trench-grand-soir|-7|quoted|-3
gabriel|ines|pardessus-homme|-6|quoted|-2
awa|ines|manteau-cape|-5|quoted|-1|25|Pour l’hiver
nora|claire|combinaison-palazzo|-2|requested|-2||Cocktail|44
ousmane|mathieu|caftan-ceremonie|-1|requested|-1||Fête de famille|70
helene|claire|jupe-plissee-lavalliere|0|requested|0
`);

const mark = (number: number, extra: Partial<PlannedOrder>) => Object.assign(PLAN[number - FIRST_NUMBER] ?? {}, extra);
mark(16, { reason: 'Le carnet de l’atelier est plein jusqu’à l’été.' });
mark(22, { reason: 'Annulée d’un commun accord, l’acompte est rendu.' });
mark(28, { special: 'defect' });
mark(38, { hold: 'La flanelle arrive de Biella avec une semaine de retard.' });
mark(41, { special: 'clairDeLune' });
mark(42, { special: 'counter' });
mark(52, { special: 'faubourg' });
