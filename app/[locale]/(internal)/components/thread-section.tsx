import { Avatar } from '@/components/ui/avatar';
import { Availability } from '@/components/ui/availability';
import { FillGlyph } from '@/components/ui/fill-glyph';
import { Plate } from '@/components/ui/plate';
import { SectionHead } from '@/components/ui/section-head';
import { ThreadBar, type ThreadGroup } from '@/components/ui/thread-bar';
import { Diff, Timeline, TimelineItem } from '@/components/ui/timeline';

const GROUPS: readonly ThreadGroup[] = [
  { label: 'Commande', fill: 0, cells: 3, dye: 'var(--craie)' },
  { label: 'Préparation', fill: 1, cells: 3, dye: 'var(--indigo)' },
  { label: 'Confection', fill: 2, cells: 2, dye: 'var(--ocre)' },
  { label: 'Ajustage', fill: 3, cells: 3, dye: 'var(--sarcelle)' },
  { label: 'Remise', fill: 4, cells: 2, dye: 'var(--ink)' },
];

export function ThreadSection() {
  return (
    <section>
      <SectionHead title="Étapes, fil, présence" />
      <div className="mt-5 flex flex-wrap gap-6">
        {GROUPS.map((group) => (
          <span key={group.label} className="glyph-word small" style={{ color: group.dye }}>
            <FillGlyph fill={group.fill} /> {group.label}
          </span>
        ))}
      </div>
      <div className="mt-8 flex flex-col gap-8">
        <ThreadBar
          groups={GROUPS}
          current={1}
          currentLabel="Devis envoyé"
          sentence="Commande, Devis envoyé, étape 2 sur 13"
        />
        <ThreadBar groups={GROUPS} current={8} currentLabel="Essayage" sentence="Ajustage, Essayage, étape 9 sur 13" />
        <ThreadBar
          groups={GROUPS}
          current={13}
          currentLabel="Livrée"
          sentence="Remise, Livrée, étape 13 sur 13"
          size="compact"
        />
      </div>
      <div className="mt-8 flex flex-wrap items-center gap-6">
        <Avatar name="Inès Haddad" size={44} availability="full" />
        <Avatar name="Mathieu Carpentier" size={44} availability="half" />
        <Avatar name="Sofia Lindqvist" size={44} availability="hollow" />
        <Availability state="full">Disponible</Availability>
        <Availability state="half">En essayage, libre à 16&nbsp;h&nbsp;30</Availability>
        <Availability state="hollow">Absence, retour le 7 décembre</Availability>
      </div>
      <div className="mt-8 flex gap-4">
        <Plate tint="#1f7a63" className="h-37 w-28" />
        <Plate tint="#b3883f" className="h-37 w-28" />
        <Plate cool className="h-37 w-28" />
        <span className="bati-box flex-1 p-4">Bâti</span>
      </div>
      <div className="mt-8">
        <Timeline>
          <TimelineItem when="23 nov., 9 h 12" title="Bon à couper signé" actor="Claire Morel" />
          <TimelineItem when="22 nov." title="Demande de changement" actor="Awa Diallo">
            <Diff label="Bretelles" from="fines" to="larges, 3 cm" />
          </TimelineItem>
          <TimelineItem when="26 nov." title="Coupe" basted>
            Prévue
          </TimelineItem>
        </Timeline>
      </div>
    </section>
  );
}
