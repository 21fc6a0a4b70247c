import { SectionHead } from '@/components/ui/section-head';

const STYLES = [
  ['D1', 'd1', 'Une robe'],
  ['D2', 'd2', 'Lundi 23'],
  ['D3', 'd3', 'La saison, Łódź'],
  ['H1', 'h1', 'Le bon à couper'],
  ['H2', 'h2', 'Clair de lune, robe du soir'],
  ['H3', 'h3', 'En cours'],
  ['lead', 'lead', 'Un couturier vous répond, dessine, mesure.'],
  ['body', 'body', 'Essayage mardi à 15\u00a0h\u00a030. «\u00a0Bon pour accord\u00a0», 2\u00a0480,00\u00a0€'],
  ['caption', 'caption', 'Croquis 3, version acceptée le 10 novembre'],
] as const;

export function LettersSection() {
  return (
    <section>
      <SectionHead title="Lettres" />
      {STYLES.map(([name, className, words]) => (
        <div key={name} className="flex items-baseline gap-6 border-b border-hair py-3">
          <span className="caption w-14 shrink-0">{name}</span>
          <p className={className}>
            {words} {name.startsWith('D') && <em>novembre</em>}
          </p>
        </div>
      ))}
    </section>
  );
}
