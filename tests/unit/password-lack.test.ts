import { describe, expect, it } from 'vitest';
import { passwordLack } from '@/lib/auth/password-lack';

const about = ['Awa Diallo', 'awa.diallo@exemple.fr', 'Maison Ndiaye'];

describe('what a password lacks', () => {
  it.each([
    ['', 'short'],
    ['onze signes', 'short'],
    ['motdepasse123', 'common'],
    ['azertyuiopqs', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['Awa.Diallo-1984', 'personal'],
    ['ndiaye ndiaye 12', 'personal'],
    ['Fashionflow Couture', 'personal'],
    ['velours lampe orage', null],
    ['Awa aime le velours orange', null],
  ])('%j: %s', (password, lack) => {
    expect(passwordLack(password, about)).toBe(lack);
  });
});
