/** More frames than a second and a half of film is no photograph that moves. */
export const MAX_FRAMES = 60;

/** Why a picture is not taken: its bytes cannot be read, it has too many points (or takes too long), or too many frames. */
export type PictureRefusal = 'unreadable' | 'tooLarge' | 'movesTooMuch';

/** Thrown where pictures are worked on, which knows none of the house's errors. */
export class PictureRefused extends Error {
  constructor(
    readonly reason: PictureRefusal,
    options?: ErrorOptions,
  ) {
    super(`the picture is refused: ${reason}`, options);
  }
}
