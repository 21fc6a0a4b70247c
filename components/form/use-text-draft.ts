'use client';

import * as v from 'valibot';
import { type Draft, useDraft } from './use-draft';

const words = v.string();

/** A draft of one text: what a dialog asks for, a remark, a note. @param key as of `useDraft` */
export const useTextDraft = (key: string): Draft<string> => useDraft(key, words, '');
