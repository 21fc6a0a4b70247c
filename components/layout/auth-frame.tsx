import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Plate } from '@/components/ui/plate';
import { LanguageSwitch } from './language-switch';
import { Wordmark } from './wordmark';

interface Props {
  drawing: {
    /** Address of the picture. */
    src: string;
    /** Hex of its first colour. */
    tint: string;
    /** « Garance, fourreau de velours de soie » */
    caption: string;
  };
  children: ReactNode;
}

/** A plate of 7/12 with a drawing and its caption, the form beside it; on a phone the form alone. */
export async function AuthFrame({ drawing, children }: Props) {
  const t = await getTranslations('common');
  return (
    <div className="auth-frame">
      <div className="auth-plate">
        <Plate tint={drawing.tint} className="h-full">
          {/* The caption says what it shows; the picture repeats nothing. */}
          {/* Hidden on a phone: then it is never loaded, nor by a link that prefetches this page. */}
          <img src={drawing.src} alt="" loading="lazy" className="auth-drawing" />
          <span className="auth-caption">{drawing.caption}</span>
        </Plate>
      </div>
      <div className="auth-side">
        <header className="auth-head">
          <Wordmark />
          <span className="small ml-auto">
            <LanguageSwitch label={t('language.label')} short />
          </span>
        </header>
        <main id="main" tabIndex={-1} className="auth-form">
          {children}
        </main>
      </div>
    </div>
  );
}
