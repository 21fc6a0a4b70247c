'use client';

import { useState } from 'react';
import { usePromise } from '@/lib/http/promises';
import type { PromiseQuery } from '@/lib/promises/schemas';

/** Why a day is promised although the hours cannot keep it; empty as long as nobody said so. */
interface Said {
  reason: string;
  onChange: (reason: string) => void;
}

/** What was said for one day does not stand for another. */
function useSaid(day: string | undefined): Said {
  const [said, setSaid] = useState({ day: '', reason: '' });
  return {
    reason: said.day === day ? said.reason : '',
    onChange: (reason) => setSaid({ day: day ?? '', reason }),
  };
}

/**
 * Holds back the sending of a day that is known to be untenable until a reason is given. The house asks for it again when it comes.
 * @param kept where the form keeps the reason itself, and drops it with the day
 */
export function useAnyway(query: PromiseQuery, kept?: Said) {
  const own = useSaid(query.day);
  const { reason, onChange } = kept ?? own;
  const { data } = usePromise(query);
  const untenable = data?.degree === 'untenable' && data.day === query.day;
  const given = reason.trim();
  return { reason, onChange, heldBack: untenable && given === '', sent: untenable && given ? given : undefined };
}

/** What a form that promises a day has of its reason. */
export type Anyway = ReturnType<typeof useAnyway>;
