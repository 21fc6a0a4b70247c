/** What a file is sent for; also what it may be attached to. */
export const FILE_TARGETS = ['message', 'order', 'model', 'avatar', 'measurement', 'task'] as const;

/** Widths a picture can be asked in. */
export const IMAGE_WIDTHS = [320, 640, 960, 1280, 1920] as const;
export type ImageWidth = (typeof IMAGE_WIDTHS)[number];

/** A voice speaks for two minutes at most. */
export const VOICE_MS = 120_000;
/** So many bars a voice is drawn with. */
export const VOICE_BARS = 35;

/** A video of a conversation plays for a minute at most. */
export const VIDEO_MS = 60_000;
