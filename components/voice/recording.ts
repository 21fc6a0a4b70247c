import { type VoiceDto } from '@/lib/files/schemas';
import { VOICE_BARS, VOICE_MS } from '@/lib/files/words';
import { type Level, loudness, peaksOf } from './peaks';

/** Why nothing can be recorded: no way in this browser, the person or the browser said no, no microphone, or it is taken. */
export type NoMicrophone = 'unsupported' | 'denied' | 'missing' | 'busy';

const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const ENDINGS: Readonly<Record<string, string>> = { 'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' };
/** Speech, well understood. */
const BITS = 48_000;

/** A voice that is being recorded. Whoever begins one ends it, by `finish` or `discard`: until then the microphone is open. */
export class Recording {
  readonly #chunks: Blob[] = [];
  readonly #levels: Level[] = [];
  readonly #samples: Uint8Array<ArrayBuffer>;
  #spoken = 0;
  #since: number | null = performance.now();

  constructor(
    private readonly stream: MediaStream,
    private readonly recorder: MediaRecorder,
    private readonly context: AudioContext,
    private readonly analyser: AnalyserNode,
  ) {
    this.#samples = new Uint8Array(analyser.fftSize);
    recorder.ondataavailable = ({ data }) => void this.#chunks.push(data);
    // The microphone was pulled out: what was said until then is there.
    for (const track of stream.getTracks()) track.onended = () => this.stop();
    recorder.start(1_000);
  }

  /** Milliseconds of speech so far, without the pauses. */
  get spoken(): number {
    const running = this.#since === null ? 0 : performance.now() - this.#since;
    return Math.min(VOICE_MS, this.#spoken + running);
  }

  /** It runs, it waits, or it is over: two minutes are full, or the microphone is gone. */
  get state(): RecordingState {
    return this.recorder.state;
  }

  /** Listens once: how loud it is now. Ends by itself after two minutes. */
  listen(): readonly Level[] {
    if (this.state !== 'recording') return this.#levels;
    this.analyser.getByteTimeDomainData(this.#samples);
    this.#levels.push({ at: this.spoken, level: loudness(this.#samples) });
    if (this.spoken >= VOICE_MS) this.stop();
    return this.#levels;
  }

  pause(): void {
    if (this.state !== 'recording') return;
    this.recorder.pause();
    this.#hold();
  }

  goOn(): void {
    if (this.state !== 'paused') return;
    this.recorder.resume();
    this.#since = performance.now();
  }

  /** Ends what is said; it can still be sent. */
  stop(): void {
    this.#hold();
    if (this.state !== 'inactive') this.recorder.stop();
    this.#close();
  }

  /** @returns the voice as a file, and what the house is told of it; nothing when nothing was said */
  async finish(name: string): Promise<{ file: File; voice: VoiceDto } | null> {
    if (this.state !== 'inactive') {
      const stopped = new Promise((resolve) => this.recorder.addEventListener('stop', resolve, { once: true }));
      this.stop();
      await stopped;
    }
    const type = this.recorder.mimeType.split(';')[0] ?? '';
    const milliseconds = Math.round(this.spoken);
    const file = new File(this.#chunks, `${name}.${ENDINGS[type] ?? 'webm'}`, { type });
    if (file.size === 0 || milliseconds === 0) return null;
    return { file, voice: { milliseconds, peaks: peaksOf(this.#levels, milliseconds, VOICE_BARS) } };
  }

  discard(): void {
    if (this.state !== 'inactive') this.recorder.stop();
    this.#close();
  }

  #hold(): void {
    this.#spoken = this.spoken;
    this.#since = null;
  }

  #close(): void {
    for (const track of this.stream.getTracks()) track.stop();
    if (this.context.state !== 'closed') void this.context.close();
  }
}

/** Asks for the microphone and begins. */
export async function beginRecording(): Promise<Recording | NoMicrophone> {
  // A page at a plain http address has no microphone at all.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const type =
    typeof MediaRecorder === 'undefined' ? undefined : TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  if (!devices || type === undefined) return 'unsupported';
  let stream: MediaStream | undefined;
  try {
    stream = await devices.getUserMedia({ audio: true });
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    return new Recording(
      stream,
      new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS }),
      context,
      analyser,
    );
  } catch (error) {
    for (const track of stream?.getTracks() ?? []) track.stop();
    const name = error instanceof Error ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
  }
}
