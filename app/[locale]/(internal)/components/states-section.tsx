'use client';

import { Button } from '@/components/ui/button';
import { Conflict } from '@/components/ui/conflict';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { type Drawing, Empty } from '@/components/ui/empty';
import { ErrorState } from '@/components/ui/error-state';
import { OfflineLine } from '@/components/ui/offline-line';
import { SectionHead } from '@/components/ui/section-head';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Stat } from '@/components/ui/stat';

const DRAWINGS: readonly [Drawing, string, string][] = [
  ['hanger', 'Aucune commande,', 'encore'],
  ['bubble', 'Personne n’a', 'encore parlé'],
  ['tape', 'Vos mesures', 'restent à prendre'],
  ['heart', 'Rien de gardé', 'pour plus tard'],
  ['wardrobe', 'La première pièce', 'viendra ici'],
  ['loupe', 'Rien pour', '« tafetas »'],
  ['sun', 'La journée', 'est libre'],
  ['tick', 'Tout est', 'fait'],
  ['frame', 'Aucune image', 'de cette pièce'],
  ['page', 'Aucune feuille', 'encore'],
];

export function StatesSection() {
  return (
    <section className="flex flex-col gap-10">
      <SectionHead title="Vide, chargement, erreur, conflit" />
      <div className="grid gap-8 md:grid-cols-2 lg:grid-cols-3">
        {DRAWINGS.map(([drawing, words, state]) => (
          <Empty
            key={drawing}
            drawing={drawing}
            title={
              <>
                {words} <em>{state}</em>
              </>
            }
            action={<Button size="small">Voir les modèles</Button>}
          >
            Choisissez un modèle, ou racontez le vôtre.
          </Empty>
        ))}
      </div>
      <div className="grid gap-10 lg:grid-cols-3">
        <SkeletonRows label="La commande arrive" rows={1} plate />
        <ErrorState
          title={
            <>
              La page n’a pas <em>pu s’ouvrir</em>
            </>
          }
          actions={<Button variant="primary">Réessayer</Button>}
        >
          Rien n’est perdu. Référence 7f3a-91c2.
        </ErrorState>
        <Conflict
          title="Inès a modifié cette commande"
          theirsLabel="Inès"
          mineLabel="Vous"
          rows={[{ field: 'Date', theirs: '29 janv.', mine: '2 févr.' }]}
          actions={
            <>
              <Button size="small" variant="primary">
                Garder la sienne
              </Button>
              <Button size="small">Garder la mienne</Button>
              <Button size="small" variant="quiet">
                Comparer
              </Button>
            </>
          }
        />
      </div>
      <OfflineLine title="Hors connexion." shown>
        Vous pouvez écrire, tout partira au retour.
      </OfflineLine>
      <DataTable caption="Commandes">
        <thead>
          <tr>
            <HeadCell sorted="ascending" onSort={() => undefined}>
              Commande
            </HeadCell>
            <HeadCell>Client</HeadCell>
            <HeadCell number>Solde</HeadCell>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Clair de lune</td>
            <td>Awa Diallo</td>
            <NumberCell>1 522,00 €</NumberCell>
          </tr>
          <tr>
            <td>Faubourg</td>
            <td>Hélène Fabre</td>
            <NumberCell>2 340,00 €</NumberCell>
          </tr>
        </tbody>
      </DataTable>
      <div className="flex gap-16">
        <Stat label="Chiffre d’affaires, novembre" value="18 640 €">
          + 12 % sur octobre
        </Stat>
        <Stat label="Tenues à l’heure" value="31 sur 34" />
      </div>
    </section>
  );
}
