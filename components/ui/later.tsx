'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useReducer, useRef } from 'react';
import { useToast } from './toast';

const AGAIN_MS = 3_000;

/**
 * A part of a page that is loaded when it is first wanted: what most visits never open is no weight for them. Where the house does
 * not answer, it is said, and the part comes as soon as it does.
 * @param wanted for a part that stands on the page closed: whether it is open
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  wanted: (props: Props) => boolean = () => true,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const t = useTranslations('form.refusal');
    const say = useToast();
    const [, show] = useReducer((count: number) => count + 1, 0);
    const words = useRef({ say, text: t('offline') });

    const isWanted = wanted(props);
    useEffect(() => {
      if (Loaded || !isWanted) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let gone = false;
      const get = (first: boolean) => {
        load().then(
          (part) => {
            Loaded = part;
            if (!gone) show();
          },
          () => {
            if (gone) return;
            if (first) words.current.say({ text: words.current.text, error: true });
            timer = setTimeout(() => get(false), AGAIN_MS);
          },
        );
      };
      get(true);
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }, [isWanted]);

    return Loaded ? <Loaded {...props} /> : null;
  };
}
