'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextLink } from '@/components/ui/link-button';
import { publishable } from '@/lib/models/draft';
import { publicationGaps } from '@/lib/models/rules';
import type { ModelDto, ModelStatus } from '@/lib/models/schemas';
import { paths } from '@/lib/paths';
import type { ModelForm } from './use-model-form';

interface Props {
  form: ModelForm;
  model: ModelDto | null;
  onSave: (status?: ModelStatus) => void;
}

/** Where the model stands, what publication still lacks, and the verbs. */
export function PublishPanel({ form, model, onSave }: Props) {
  const t = useTranslations('models');
  const [asking, setAsking] = useState(false);
  const status = model?.status ?? 'draft';
  const gaps = publicationGaps(publishable(form.draft));
  const gapName = (path: string) => {
    const picture = /^images\.(\d+)\.alt$/.exec(path);
    return picture ? t('gaps.alt', { index: Number(picture[1]) + 1 }) : t(`gaps.${path.replace('.', '_')}` as never);
  };
  return (
    <aside className="flex flex-col gap-5 lg:sticky lg:top-8 lg:self-start" aria-label={t('publication')}>
      <div className="border-t border-ink pt-4">
        <h2 className="h2">{t(`statusTitle.${status}`)}</h2>
        <p className="small mt-1 text-ink2">{t(`statusText.${status}`)}</p>
        {status === 'published' && model && (
          <p className="small mt-3">
            <TextLink href={paths.model(model.slug)}>{t('seePage')}</TextLink>
          </p>
        )}
      </div>
      {status !== 'published' && gaps.length > 0 && (
        <div>
          <p className="small strong">{t('missing', { count: gaps.length })}</p>
          <ul className="smaller mt-2 flex flex-col gap-1 text-ink2">
            {gaps.map((path) => (
              <li key={path}>
                <a className="link" href={`#${path === 'priceFrom' ? 'priceFrom.amount' : path}`}>
                  {gapName(path)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {form.dirty && (
        <div>
          <div className="bati" />
          <p className="smaller mt-3 text-ink2">{t(status === 'published' ? 'unsavedPublished' : 'unsaved')}</p>
        </div>
      )}
      <div className="flex flex-col gap-3">
        <Button
          variant={status === 'published' ? 'primary' : 'secondary'}
          wide
          busy={form.busy}
          isDisabled={model !== null && !form.dirty}
          onPress={() => onSave()}
        >
          {t(status === 'published' ? 'saveChanges' : 'saveDraft')}
        </Button>
        {status !== 'published' && (
          <Button
            variant="primary"
            wide
            busy={form.busy}
            isDisabled={gaps.length > 0}
            onPress={() => onSave('published')}
          >
            {t(status === 'archived' ? 'publishAgain' : 'publish')}
          </Button>
        )}
        {form.dirty && model && (
          <Button variant="quiet" wide onPress={form.reset} isDisabled={form.busy}>
            {t('dropChanges')}
          </Button>
        )}
        {model && status !== 'archived' && (
          <Button variant="grave" wide isDisabled={form.busy} onPress={() => setAsking(true)}>
            {t('archive')}
          </Button>
        )}
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('archiveTitle')}
        actions={
          <>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              {t('keepIt')}
            </Button>
            <Button
              variant="grave"
              onPress={() => {
                setAsking(false);
                onSave('archived');
              }}
            >
              {t('archive')}
            </Button>
          </>
        }
      >
        <p>{t('archiveText')}</p>
      </Dialog>
    </aside>
  );
}
