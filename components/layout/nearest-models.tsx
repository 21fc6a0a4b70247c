'use client';

import { useEffect, useState } from 'react';
import { Plate } from '@/components/ui/plate';
import { api } from '@/lib/http/api';
import { type Bilingual, inLanguage } from '@/lib/i18n/bilingual';
import { Link, usePageLocale } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';

interface Model {
  id: string;
  slug: string;
  title: Bilingual;
  name?: string | null;
  fabrics: { label: Bilingual }[];
  colours: { hex: string }[];
  images: { id: string; alt: Bilingual }[];
}

/**
 * Three models for someone who lost the way. Asked for by the browser: a 404 is sent along with every page, and must
 * not cost each of them a read of the database. Nothing shows when they do not come.
 */
export function NearestModels({ words }: { words: string }) {
  const locale = usePageLocale();
  const [models, setModels] = useState<Model[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    api<{ items: Model[] }>('/api/models?limit=3', { signal: leaving.signal })
      .then(({ items }) => setModels(items))
      .catch(() => setModels([]));
    return () => leaving.abort();
  }, []);
  if (models.length === 0) return null;
  return (
    <div className="mt-8">
      <p className="text-ink2">{words}</p>
      <ul className="mt-8 grid max-w-3xl grid-cols-2 gap-(--gutter) sm:grid-cols-3">
        {models.map((model) => (
          <li key={model.id}>
            <Link href={paths.model(model.slug)} className="block">
              <Plate tint={model.colours[0]?.hex} ratio="3 / 4">
                {model.images[0] && (
                  <img src={`/api/files/${model.images[0].id}?w=640`} alt={inLanguage(model.images[0].alt, locale)} />
                )}
              </Plate>
              <span className="h2 mt-3 block">{model.name ?? inLanguage(model.title, locale)}</span>
              <span className="small text-ink2">{inLanguage(model.fabrics[0]?.label, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
