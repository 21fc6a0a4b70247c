/** What the person chose; `system` keeps following the machine and leaves no trace. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_KEY = 'theme';

export const isTheme = (value: unknown): value is Theme => THEMES.includes(value as Theme);

/** Runs before the first paint, so that no page flashes in the other theme. Storage may be refused: then the system's. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

/** The theme in force by choice, read from the root element. */
export function chosenTheme(root: { dataset: DOMStringMap }): Theme {
  const theme = root.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies a choice at once and remembers it on this device only. */
export function applyTheme(theme: Theme, root: HTMLElement, storage: Pick<Storage, 'setItem' | 'removeItem'>): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'system') storage.removeItem(THEME_KEY);
    else storage.setItem(THEME_KEY, theme);
  } catch {
    // Storage refused (private window): the choice lasts as long as the page.
  }
}
