'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useReducer, useRef } from 'react';
import { useToast } from './toast';

const AGAIN_MS = 3_000;

/**
 * A part of a page that is loaded when it is first wanted: what most visits never open is no weight for them. Where the house does
 * not answer, it is said, and the part comes as soon as it does.
 * @returns the part for whoever wants it; `undefined` until it is there
 */
export function part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (isWanted: boolean) => ComponentType<Props> | undefined {
  let Loaded: ComponentType<Props> | undefined;
  return function usePart(isWanted) {
    const t = useTranslations('form.refusal');
    const say = useToast();
    const [, show] = useReducer((count: number) => count + 1, 0);
    const words = useRef({ say, text: t('offline') });

    useEffect(() => {
      if (Loaded || !isWanted) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let gone = false;
      const get = (first: boolean) => {
        load().then(
          (loaded) => {
            Loaded = loaded;
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

    return Loaded;
  };
}

/**
 * A part that is nothing until it is there.
 * @param wanted for one that stands on the page closed: whether it is open
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  wanted: (props: Props) => boolean = () => true,
): ComponentType<Props> {
  const usePart = part(load);
  return function Later(props: Props) {
    const Part = usePart(wanted(props));
    return Part ? <Part {...props} /> : null;
  };
}
