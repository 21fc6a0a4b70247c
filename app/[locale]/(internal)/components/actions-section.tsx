'use client';

import { Heart } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { Segments } from '@/components/ui/segments';
import { Tag, Count } from '@/components/ui/tag';
import { CircleAlert, Check, Clock, CornerUpLeft, Info, Pause, TriangleAlert } from 'lucide-react';
import { useState } from 'react';

export function ActionsSection() {
  const [view, setView] = useState('board');
  return (
    <section>
      <SectionHead title="Gestes" />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <Button variant="primary">Commander ce modèle</Button>
        <Button>En parler à Claire</Button>
        <Button variant="quiet">Annuler</Button>
        <Button variant="sign">Lire et signer</Button>
        <Button variant="grave">Annuler la commande</Button>
        <Button variant="primary" isDisabled>
          Indisponible
        </Button>
        <Button variant="primary" busy busyLabel="Envoi en cours">
          Envoyer à la maison
        </Button>
        <Button size="small">Petit, 36</Button>
        <Button icon aria-label="Garder">
          <Icon of={Heart} />
        </Button>
        <TextLink href="/">Lien d’action</TextLink>
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-2">
        <Tag tone="garance" icon={TriangleAlert}>
          2 jours de retard
        </Tag>
        <Tag tone="ocre" icon={Pause}>
          En attente
        </Tag>
        <Tag tone="ocre" icon={Clock}>
          Attend Awa
        </Tag>
        <Tag tone="garance" icon={CornerUpLeft}>
          À répondre
        </Tag>
        <Tag tone="sarcelle" icon={Check}>
          Signé
        </Tag>
        <Tag tone="indigo" icon={Info}>
          Nouvelle date
        </Tag>
        <Tag icon={CircleAlert}>Brouillon</Tag>
        <Count value={2} label="2 messages" />
        <Count value={140} label="140 messages" />
      </div>
      <div className="mt-6">
        <Segments
          label="Vue"
          value={view}
          onChange={setView}
          items={[
            { id: 'board', label: 'Tableau' },
            { id: 'list', label: 'Liste' },
            { id: 'calendar', label: 'Calendrier' },
          ]}
        />
      </div>
    </section>
  );
}
