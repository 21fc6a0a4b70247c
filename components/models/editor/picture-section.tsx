'use client';

import { ArrowDown, ArrowUp, ImagePlus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Plate } from '@/components/ui/plate';
import { TextField } from '@/components/ui/text-field';
import { acceptOf, fileUrl } from '@/lib/files/rules';
import { sendPicture } from '@/lib/http/models';
import type { ModelForm } from './use-model-form';

const TYPES = acceptOf('model').split(',');
const MOST = 12;

/** The pictures in their order: the first stands for the model everywhere. */
export function PictureSection({ form }: { form: ModelForm }) {
  const t = useTranslations('models');
  const { draft, set, errors } = form;
  const { images } = draft;
  const refusal = useRefusal();
  const [sending, setSending] = useState(0);
  const [failed, setFailed] = useState<string[]>([]);

  const send = async (files: File[]) => {
    setFailed([]);
    setSending(files.length);
    const sent: typeof images = [];
    for (const file of files) {
      try {
        const { id, width = 0, height = 0, placeholder = '' } = await sendPicture(file);
        sent.push({ id, alt: { fr: '', en: '' }, width, height, placeholder });
      } catch (error) {
        const why = refusal(error).first;
        setFailed((before) => [...before, t('pictureFailed', { name: file.name, why })]);
      }
      setSending((left) => left - 1);
    }
    set({ images: [...images, ...sent] });
  };
  const move = (index: number, by: 1 | -1) => {
    const next = [...images];
    const [taken] = next.splice(index, 1);
    if (taken) next.splice(index + by, 0, taken);
    set({ images: next });
  };
  const alt = (index: number, change: { fr?: string; en?: string }) =>
    set({ images: images.map((one, at) => (at === index ? { ...one, alt: { ...one.alt, ...change } } : one)) });

  return (
    <div id="images" tabIndex={-1}>
      {errors['images'] && <p className="field-error mb-3">{errors['images']}</p>}
      <ol className="flex flex-col gap-5">
        {images.map((image, index) => (
          <li key={image.id} className="grid grid-cols-[84px_1fr] gap-4 border-b border-hair pb-5">
            <Plate tint={draft.colours[0]?.hex} ratio="3 / 4">
              <img src={fileUrl(image.id, 320)} alt={image.alt.fr} />
            </Plate>
            <div className="flex flex-col gap-3">
              <div className="flex items-center justify-between">
                <p className="caption">{t('picture', { index: index + 1 })}</p>
                <span className="flex">
                  <IconButton
                    size="small"
                    label={t('earlier', { index: index + 1 })}
                    isDisabled={index === 0}
                    onPress={() => move(index, -1)}
                  >
                    <Icon of={ArrowUp} size={16} />
                  </IconButton>
                  <IconButton
                    size="small"
                    label={t('later', { index: index + 1 })}
                    isDisabled={index === images.length - 1}
                    onPress={() => move(index, 1)}
                  >
                    <Icon of={ArrowDown} size={16} />
                  </IconButton>
                  <IconButton
                    size="small"
                    label={t('removePicture', { index: index + 1 })}
                    onPress={() => set({ images: images.filter((_, at) => at !== index) })}
                  >
                    <Icon of={X} size={16} />
                  </IconButton>
                </span>
              </div>
              <div className="grid gap-3 md:grid-cols-2">
                <TextField
                  id={`images.${index}.alt`}
                  label={t('fields.altFr')}
                  value={image.alt.fr}
                  onChange={(fr) => alt(index, { fr })}
                  error={errors[`images.${index}.alt`] ?? errors[`images.${index}.alt.fr`]}
                />
                <TextField
                  label={t('fields.altEn')}
                  value={image.alt.en}
                  onChange={(en) => alt(index, { en })}
                  error={errors[`images.${index}.alt.en`]}
                />
              </div>
            </div>
          </li>
        ))}
      </ol>
      {failed.map((sentence) => (
        <Refusal key={sentence} of={sentence} className="mt-3" />
      ))}
      {images.length < MOST && (
        <div className="mt-4">
          <FileTrigger
            acceptedFileTypes={TYPES}
            allowsMultiple
            onSelect={(files) => files && void send([...files].slice(0, MOST - images.length))}
          >
            <Button size="small" busy={sending > 0} busyLabel={t('sendingPictures', { count: sending })}>
              <Icon of={ImagePlus} size={16} />
              {t('addPictures')}
            </Button>
          </FileTrigger>
        </div>
      )}
    </div>
  );
}
