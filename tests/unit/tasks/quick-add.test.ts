import { describe, expect, it } from 'vitest';
import { readQuickAdd } from '@/lib/tasks/quick-add';

const context = {
  today: '2026-11-25',
  staff: [
    { id: 'claire', name: 'Claire Morel' },
    { id: 'ines', name: 'Inès Haddad' },
  ],
  orders: [
    { id: 'moon', title: 'Clair de lune', clientName: 'Awa Diallo' },
    { id: 'caftan', title: 'Yasmine', clientName: 'Fatou Diallo' },
    { id: 'dress', title: 'Robe péplum', clientName: 'Camille Roussel' },
    { id: 'gown', title: 'Robe drapée', clientName: 'Hélène Fabre' },
  ],
};
const read = (line: string) => readQuickAdd(line, context);

describe('one line that becomes a task', () => {
  it('understands the day, the time, the person and the order, and keeps the rest as the title', () => {
    expect(read('ourlet Roussel vendredi 2h @claire')).toMatchObject({
      title: 'ourlet',
      dueDay: '2026-11-27',
      minutes: 120,
      assigneeId: 'claire',
      orderId: 'dress',
      orderChoices: [],
    });
  });

  it('reads accents, capitals and English days alike', () => {
    expect(read('hem FABRE Tomorrow 45min @ines')).toMatchObject({
      title: 'hem',
      dueDay: '2026-11-26',
      minutes: 45,
      assigneeId: 'ines',
      orderId: 'gown',
    });
  });

  it('guesses none of two clients of the same name, and asks', () => {
    const found = read('ourlet Diallo');
    expect(found.orderId).toBeUndefined();
    expect(found.orderChoices).toEqual(['moon', 'caftan']);
    expect(found.title).toBe('ourlet Diallo');
  });

  it('lets a first name or the piece decide between them', () => {
    expect(read('ourlet Awa Diallo')).toMatchObject({ title: 'ourlet', orderId: 'moon' });
    expect(read('ourlet Yasmine Diallo')).toMatchObject({ title: 'ourlet Yasmine', orderId: 'caftan' });
  });

  it('takes the client before the piece: « robe » does not lead to somebody else’s dress', () => {
    expect(read('ourlet robe Roussel')).toMatchObject({ title: 'ourlet robe', orderId: 'dress' });
    expect(read('ourlet robe')).toMatchObject({ title: 'ourlet robe', orderChoices: [] });
    expect(read('ourlet robe').orderId).toBeUndefined();
  });

  it('marks the words it understood, in the order of the line', () => {
    const line = 'ourlet Roussel vendredi 2h';
    expect(read(line).understood.map(({ start, end, kind }) => [line.slice(start, end), kind])).toEqual([
      ['Roussel', 'order'],
      ['vendredi', 'day'],
      ['2h', 'minutes'],
    ]);
  });

  it('keeps a title when everything was understood', () => {
    expect(read('Roussel').title).toBe('Roussel');
  });
});
