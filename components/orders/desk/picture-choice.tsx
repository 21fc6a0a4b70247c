'use client';

import { Plate } from '@/components/ui/plate';
import { ChoiceChip, RadioGroup } from '@/components/ui/radio';
import type { PictureChoice } from './use-picture-choice';
import { useOrderWords } from '../use-order-words';

/** Which picture the sheet freezes: the order's own, or its model's drawing. Said plainly where there is none. */
export function PictureField({ choice, missing }: { choice: PictureChoice; missing: boolean }) {
  const { t } = useOrderWords();
  if (choice.pictures === undefined) return null;
  if (choice.pictures.length === 0) return <p className="small text-ocre">{t('approval.pictureNone')}</p>;
  return (
    <RadioGroup
      label={t('approval.pictureField')}
      help={t('approval.pictureHelp')}
      layout="row"
      value={choice.chosen}
      onChange={choice.choose}
      error={missing ? t('approval.pictureMissing') : undefined}
    >
      {choice.pictures.map(({ id, alt, tint }) => (
        <ChoiceChip key={id} value={id}>
          <Plate tint={tint} className="block h-[116px] w-[88px]">
            <img src={`/api/files/${id}?w=320`} alt={alt} loading="lazy" />
          </Plate>
        </ChoiceChip>
      ))}
    </RadioGroup>
  );
}
