import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/actor';
import { type Fill, FillGlyph } from '@/components/ui/fill-glyph';
import { Needle } from '@/components/ui/needle';

const PHASES: readonly { code: 'order' | 'preparation' | 'making' | 'adjusting' | 'handover'; dye: string }[] = [
  { code: 'order', dye: 'var(--craie)' },
  { code: 'preparation', dye: 'var(--indigo)' },
  { code: 'making', dye: 'var(--ocre)' },
  { code: 'adjusting', dye: 'var(--sarcelle)' },
  { code: 'handover', dye: 'var(--ink)' },
];

/** The path of a piece: on a desk the thread becomes a stitched line over five columns, on a phone it runs down beside them. */
export async function Phases({ locale }: { locale: Locale }) {
  const [t, stages] = await Promise.all([
    getTranslations({ locale, namespace: 'home' }),
    getTranslations({ locale, namespace: 'stages' }),
  ]);
  return (
    <>
      <div className="hidden items-center lg:flex" aria-hidden="true">
        <span className="pique w-[11.5%] shrink-0" />
        <Needle width={64} className="mx-0.5" />
        <span className="bati-thin flex-1" />
      </div>
      <ol className="phases mt-4 lg:grid lg:grid-cols-5 lg:gap-x-6">
        {PHASES.map(({ code, dye }, index) => (
          <li key={code} className="phase">
            <span className="phase-glyph" style={{ color: dye }}>
              <FillGlyph fill={index as Fill} size={16} />
            </span>
            <div>
              <h3 className="h2">{stages(`phase.${code}`)}</h3>
              <p className="smaller mt-1.5 max-w-60 text-ink2 lg:mt-2">{t(`phases.${code}`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
