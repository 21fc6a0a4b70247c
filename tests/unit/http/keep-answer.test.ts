import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { keepAnswer } from '../../../lib/http/keep-answer';

const KEY = ['me'];

/** A page that shows a value whose readings are answered when the test says so. */
function reader(initialData: string) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver(queryClient, {
    queryKey: KEY,
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
    initialData,
    staleTime: Infinity,
  });
  const leave = observer.subscribe(() => undefined);
  return { queryClient, answers, leave, shown: () => queryClient.getQueryData<string>(KEY) };
}

describe('what the house answered to a change', () => {
  it('is not overwritten by a reading that began before', async () => {
    const { queryClient, answers, leave, shown } = reader('available');
    const reading = queryClient.refetchQueries({ queryKey: KEY });
    await keepAnswer(queryClient, KEY, 'away');
    answers[0]?.('available');
    await reading;
    expect(shown()).toBe('away');
    leave();
  });

  it('may be made from what is at hand, and makes nothing of nothing', async () => {
    const { queryClient, leave, shown } = reader('available');
    await keepAnswer<string>(queryClient, KEY, (now) => now && `${now}, then away`);
    expect(shown()).toBe('available, then away');
    await keepAnswer<string>(queryClient, ['nobody'], (now) => now && 'away');
    expect(queryClient.getQueryData(['nobody'])).toBeUndefined();
    leave();
  });

  it('lets later readings in', async () => {
    const { queryClient, answers, leave, shown } = reader('available');
    await keepAnswer(queryClient, KEY, 'away');
    const reading = queryClient.refetchQueries({ queryKey: KEY });
    answers[0]?.('available again');
    await reading;
    expect(shown()).toBe('available again');
    leave();
  });
});
