/** Nobody sees this moment of waiting, and a crowd gathers in it. */
const PACE_MS = 16;

/**
 * Asks once for everybody who asks at the same moment. The first is asked for at once; while others keep coming, a moment
 * lies between two questions, so that a thousand people who come back after a cut cost a few questions, not a thousand.
 */
export class Gather<Question, Answer> {
  #waiting: { question: Question; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  #next = 0;
  #asking = false;

  constructor(
    /** Answers in the order of the questions. */
    private readonly answer: (questions: Question[]) => Promise<Answer[]>,
    private readonly size = 200,
  ) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      this.#soon();
    });
  }

  #soon(): void {
    if (this.#asking) return;
    this.#asking = true;
    const left = this.#next - performance.now();
    if (left > 0) setTimeout(() => void this.#run(), left);
    else setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    this.#next = performance.now() + PACE_MS;
    const taken = this.#waiting.splice(0, this.size);
    try {
      const answers = await this.answer(taken.map((one) => one.question));
      for (const [index, { resolve }] of taken.entries()) resolve(answers[index]!);
    } catch (error) {
      for (const { reject } of taken) reject(error);
    }
    this.#asking = false;
    if (this.#waiting.length > 0) this.#soon();
  }
}
