/** Names of people as a house meets them over the years; two lists that give some five thousand pairs. */
const FIRST =
  'Awa Camille Nora Hélène Jeanne Lucie Marguerite Théo Gabriel Ingrid Rose Éléonore Fatou Ousmane Aïssatou Mariama Sophie Claire Léa Manon Chloé Inès Jade Louise Alice Emma Juliette Zoé Anna Adèle Simone Yvonne Odette Colette Brigitte Nathalie Sandrine Aminata Khadija Leïla Salma Yasmine Rachel Sarah Esther Myriam Lina Mei Linh Anh Thi Paul Louis Hugo Arthur Jules Adam Raphaël Moussa Ibrahima Cheikh Mamadou Karim Youssef Samuel David'.split(
    ' ',
  );
const LAST =
  'Diallo Roussel Benali Fabre Vasseur Tran Osei Morel Haddad Carpentier Lindqvist Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Perrin Robin Clément Morin Nicolas Henry Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Ndiaye Sow Traoré Coulibaly Keïta'.split(
    ' ',
  );

export const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** The `at`th person. */
export const nameOf = (at: number): string => `${pick(FIRST, at * 7)} ${pick(LAST, at * 13 + Math.floor(at / 67))}`;

const WORDS =
  'robe manteau ourlet doublure soie laine satin crêpe épaule manche col ceinture taille longueur essayage rendez-vous mardi jeudi samedi merci bonjour photo tissu bouton broderie dentelle couture retouche poche revers plissé biais bustier traîne voile demain semaine atelier patron toile couper monter reprendre repasser livrer prête'.split(
    ' ',
  );

/** The words of the `at`th message: a dozen, always the same. */
export const wordsOf = (at: number): string =>
  Array.from({ length: 12 }, (_, place) => pick(WORDS, (at * 31 + place * 17 + place * place * (at % 11)) >>> 0)).join(
    ' ',
  );
