import type { KeyboardEvent } from 'react';

/** What browsers give as the key of every press that an input method handles. */
const BY_INPUT_METHOD = 229;

/**
 * Whether a key press is a plain Enter of the person. While an input method composes, Enter takes its proposal: Chrome and
 * Firefox say so with `isComposing`; Safari ends the composition first and says it only with the old key code.
 */
export const isEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.nativeEvent.isComposing && event.nativeEvent.keyCode !== BY_INPUT_METHOD;
