/**
 * The end of a recording that does not say how long it is (a browser writes it as it goes): a browser that is sent beyond it
 * finds it, and only then goes to a place before it.
 */
export async function findEnd(element: HTMLMediaElement): Promise<void> {
  if (Number.isFinite(element.duration)) return;
  const found = new Promise<void>((resolve) => {
    const look = () => {
      if (!Number.isFinite(element.duration)) return;
      element.removeEventListener('durationchange', look);
      resolve();
    };
    element.addEventListener('durationchange', look);
  });
  element.currentTime = 1e7;
  await found;
}
