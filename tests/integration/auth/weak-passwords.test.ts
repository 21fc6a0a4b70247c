import { dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as french } from '@zxcvbn-ts/language-fr';
import { describe, expect, it, vi } from 'vitest';
import { PASSWORD_MIN } from '@/lib/auth/password-length';
import { demandStrongPassword } from '@/lib/auth/password-strength';

const AWA = ['Awa Diallo-Présent', 'awa.diallo@exemple.fr'];
const isRefused = (password: string): Promise<boolean> =>
  demandStrongPassword(password, AWA).then(
    () => false,
    (error: { code?: string }) => error.code === 'weak_password',
  );

describe('a new password', () => {
  it.each([
    'Password123!',
    'Azerty123456',
    'unbelievable',
    '1qaz2wsx3edc',
    'demo-couture-2026',
    'Motdepasse2024',
    'qwertyuiop123',
    'aaaaaaaaaaab',
    'administrateur1',
    'iloveyou12345',
    'abcdefghijkl1',
    'P@ssw0rd1234',
    'Fashionflow-2026',
    'awa.diallo@exemple.fr',
    'AwaDiallo2026',
    'awa-diallo-1!',
    'Présent-Awa-99',
  ])('%s is refused: it is guessed early', async (password) => {
    expect(await isRefused(password)).toBe(true);
  });

  it.each([
    'le fil commence ici',
    'une phrase de couture',
    'une autre phrase cousue',
    'correct horse battery',
    'Trombone-Violet-92',
    'tissu de soie bleue',
    '裁縫師の秘密の言葉は長い方がいい',
    'Awa aime les mouettes de Gorée',
  ])('%s is taken', async (password) => {
    expect(await isRefused(password)).toBe(false);
  });

  it('is refused for every known password and word that is long enough: more than three thousand', async () => {
    const lists = [common['passwords-common'], french['commonWords-fr'], english['commonWords-en']];
    const words = [...new Set(lists.flatMap((list) => (list as string[]).filter((one) => one.length >= PASSWORD_MIN)))];
    expect(words.length).toBeGreaterThan(3000);
    const taken: string[] = [];
    for (const word of words) if (!(await isRefused(word))) taken.push(word);
    expect(taken).toEqual([]);
  }, 120_000);
});

describe('a scale that gives no answer in time', () => {
  it('lets no password through: it is asked for again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refused = expect(demandStrongPassword('trois épingles et un dé perdu', AWA)).rejects.toMatchObject({
      code: 'password_unweighed',
      status: 503,
    });
    // Before this very step of the program ends, so that the scale cannot have answered.
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await refused;
    await expect(demandStrongPassword('trois épingles et un dé perdu', AWA)).resolves.toBeUndefined();
  });
});
