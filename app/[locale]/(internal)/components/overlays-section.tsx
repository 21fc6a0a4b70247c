'use client';

import { Ellipsis } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Dialog, Sheet } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { SectionHead } from '@/components/ui/section-head';
import { Tabs } from '@/components/ui/tabs';
import { useToast } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';

export function OverlaysSection() {
  const say = useToast();
  const [dialog, setDialog] = useState(false);
  const [sheet, setSheet] = useState(false);
  return (
    <section>
      <SectionHead title="Dialogue, avis, onglets" />
      <div className="mt-5 flex flex-wrap gap-3">
        <Button onPress={() => setDialog(true)}>Dialogue</Button>
        <Button onPress={() => setSheet(true)}>Feuille</Button>
        <Button
          onPress={() =>
            say({ text: 'Essayage déplacé au 26 novembre.', action: { label: 'Annuler', onPress: () => undefined } })
          }
        >
          Avis
        </Button>
        <Popover label="Détail" trigger={<Button>Volet</Button>} width={300}>
          <p className="p-5">Un volet près de son bouton.</p>
        </Popover>
        <Tooltip text="Une précision">
          <Button>Bulle d’aide</Button>
        </Tooltip>
        <Menu
          label="Autres actions"
          trigger={
            <IconButton label="Autres actions">
              <Icon of={Ellipsis} />
            </IconButton>
          }
          items={[
            { id: 'a', label: 'Archiver' },
            { id: 'b', label: 'Effacer', grave: true },
          ]}
        />
      </div>
      <Dialog
        open={dialog}
        onOpenChange={setDialog}
        title={'Remettre avec un solde dû\u00a0?'}
        actions={
          <>
            <Button variant="quiet" onPress={() => setDialog(false)}>
              Annuler
            </Button>
            <Button>Encaisser d’abord</Button>
            <Button variant="primary">Remettre</Button>
          </>
        }
      >
        Il reste 1 522,00 € sur cette commande. La remise sera notée avec votre nom et l’heure.
      </Dialog>
      <Sheet open={sheet} onOpenChange={setSheet} title="Filtres" closeLabel="Fermer">
        Une feuille.
      </Sheet>
      <div className="mt-8">
        <Suspense>
          <Tabs
            label="Dossier"
            items={[
              { id: 'overview', label: 'Vue d’ensemble', content: 'Vue d’ensemble' },
              { id: 'orders', label: 'Commandes', content: 'Commandes' },
              { id: 'files', label: 'Fichiers', content: 'Fichiers' },
            ]}
          />
        </Suspense>
      </div>
    </section>
  );
}
