'use client';

import { Heart } from 'lucide-react';
import { useState } from 'react';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { setKept, useHearts } from './favourite-store';

export interface HeartWords {
  /** « Garder {name} »; the name is put in here, since islands carry no translator. */
  keep: string;
  /** Said when the house did not answer. */
  failed: string;
}

interface Props {
  modelId: string;
  slug: string;
  name: string;
  words: HeartWords;
  className?: string;
}

const icon = (filled: boolean) => (
  <Heart size={20} strokeWidth={1.3} fill={filled ? 'currentColor' : 'none'} aria-hidden="true" />
);

/** Keeps a model. A visitor is led to sign in, and back to the model; staff keep nothing, so they see no heart. */
export function HeartButton({ modelId, slug, name, words, className = 'heart' }: Props) {
  const { who, kept } = useHearts();
  const [failed, setFailed] = useState(false);
  if (who === 'staff') return null;
  const label = (text: string) => text.replace('{name}', name);
  if (who === 'visitor')
    return (
      <Link
        href={{ pathname: paths.signIn, query: { next: paths.model(slug) } }}
        className={className}
        aria-label={label(words.keep)}
        prefetch={false}
      >
        {icon(false)}
      </Link>
    );
  const isKept = kept.has(modelId);
  const press = () => {
    setFailed(false);
    setKept(modelId, !isKept).catch(() => setFailed(true));
  };
  return (
    <button type="button" className={className} aria-pressed={isKept} aria-label={label(words.keep)} onClick={press}>
      {icon(isKept)}
      <span className="sr-only" role="status">
        {failed ? words.failed : ''}
      </span>
    </button>
  );
}
