/** Who is heard now: one voice or video at a time. */
let speaking: HTMLMediaElement | null = null;

/** Begins to be heard; whoever was heard until now stops. */
export function takeFloor(element: HTMLMediaElement): void {
  if (speaking !== element) speaking?.pause();
  speaking = element;
}

/** Has left the page. */
export function leaveFloor(element: HTMLMediaElement | null): void {
  if (speaking === element) speaking = null;
}
