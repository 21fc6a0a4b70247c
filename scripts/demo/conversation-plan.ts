import { AWA_AND_CLAIRE } from './conversation-awa';
import type { ClientKey, StaffKey } from './people';

export interface PlannedConversation {
  client: ClientKey;
  staff: StaffKey;
  /** See demo/conversation-awa.ts for how it is written. */
  script: string;
  /** How many of the last messages the side has not read yet. */
  unread?: { client?: number; couturier?: number };
  /** The model it is about. */
  model?: string;
}

/** Every conversation of the demo house. Claire’s inbox is that of the design’s picture; Camille writes with Mathieu only. */
export const CONVERSATIONS: readonly PlannedConversation[] = [
  { client: 'awa', staff: 'claire', script: AWA_AND_CLAIRE, unread: { couturier: 2 }, model: 'robe-clair-de-lune' },
  {
    client: 'awa',
    staff: 'ines',
    model: 'manteau-cape',
    unread: { client: 1 },
    script: `
@-12 10:20
c [request] Bonjour Inès, j’aimerais le Faubourg plus court, à mi-cuisse, dans un drap vert sapin.
h Bonjour Awa. C’est possible, le drap existe en 520 grammes, il garde sa forme.
c Et pour les poches ?
h Passepoilées, dans le même drap. On ne les voit que lorsqu’on y met les mains.
c Très bien.
@-1 17:35
h Le devis est prêt. Dites-moi pour la doublure : ivoire ou vert ?
`,
  },
  {
    client: 'camille',
    staff: 'mathieu',
    unread: { client: 1 },
    script: `
@-117 9:30
c [request] Bonjour Mathieu, il me faudrait un caftan pour mes fiançailles.
h Bonjour Camille, félicitations. Plutôt brodé ou plutôt nu ?
c Brodé au col, nu ailleurs.
h [suggestion] Un fil d’or mat sur ivoire : on ne le voit qu’en s’approchant.
c J’adore.
@-40 14:10
h [progress] Le col est brodé aux deux tiers. +broderie
c Je reste sans voix.
@-9 11:45
c Voici le plan de table, pour la couleur des fleurs. +plan
h Merci, je garde l’ivoire, il ira avec tout.
@-2 16:20
h Le caftan est prêt. Passez quand vous voulez avant samedi.
`,
  },
  {
    client: 'nora',
    staff: 'claire',
    unread: { couturier: 1 },
    script: `
@-51 12:00
c [request] Claire, c’est décidé : la sirène. Et je veux une traîne.
h Quelle joie. Combien de centimètres de courage ?
c Soixante.
h Notée, soixante.
@-9 10:05
h [progress] La dentelle est posée à blanc sur le jupon.
c Est-ce que je peux passer la voir ?
h Jeudi, à l’heure du thé.
@0 9:05
c [reference] +sirene
`,
  },
  {
    client: 'eleonore',
    staff: 'claire',
    script: `
@-84 15:00
c Bonjour, la robe grecque est-elle possible en manches longues ?
h Bien sûr, en mousseline, montées sans couture d’épaule.
c Alors je la prends.
@-3 18:10
h L’essayage a bien parlé : deux pinces à reprendre, rien de plus.
c Je peux passer mardi ?
`,
  },
  {
    client: 'helene',
    staff: 'claire',
    script: `
@-58 10:40
c Je cherche une robe pour le réveillon, pas trop longue.
h La cocktail drapée, dans un velours fin ?
c Parfait.
@-1 12:15
h [sketch] Le croquis est prêt, dites-moi pour la longueur. +longueur
`,
    unread: { client: 1 },
  },
  {
    client: 'jeanne',
    staff: 'claire',
    script: `
@-172 16:00
h La robe vous attend, repassée et sous housse.
c J’arrive avec ma mère et des mouchoirs.
@-1 9:50
c Pourriez-vous garder ma robe encore une semaine ?
h Bien sûr, elle est à l’abri. Jeudi prochain, alors ?
c Merci, à jeudi alors.
`,
  },
  {
    client: 'lucie',
    staff: 'claire',
    script: `
@-97 11:20
c Bonjour Claire, j’aimerais la combinaison en crêpe noir.
h Bonjour Lucie. Jambe large jusqu’au sol ou sur la cheville ?
c Au sol.
@-4 17:00
h [progress] Les finitions commencent, il reste l’ourlet.
c Bon pour accord.
`,
  },
  {
    client: 'marguerite',
    staff: 'claire',
    unread: { client: 1 },
    script: `
@-185 10:00
c Une combinaison pour voyager, qui ne se froisse pas.
h Un crêpe de laine : il oublie la valise en une nuit.
@-5 15:30
h [progress] Avancement de votre retouche : la taille est reprise. +palazzo
`,
  },
  {
    client: 'theo',
    staff: 'claire',
    unread: { couturier: 2 },
    script: `
@0 8:46
c [request] Bonjour, je me marie en juin et je cherche une robe pour ma mère.
c Elle aimerait le fourreau, mais en bleu nuit. Est-ce possible ?
`,
  },
];
