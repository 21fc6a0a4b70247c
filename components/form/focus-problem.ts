/**
 * Leads to the first field that keeps a form from being sent, one that is wrong or one that asks, once it is drawn as such: on a long
 * form it may stand far above the button that was pressed.
 */
export function focusProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>('[aria-invalid="true"], .field[data-warning] input')?.focus(),
  );
}
