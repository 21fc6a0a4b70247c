/**
 * Asks once for everybody who asks at the same moment: what comes while an answer is under way waits for the next one.
 * A thousand people who come back after a cut cost a few questions, not a thousand.
 */
export class Gather<Question, Answer> {
  #waiting: { question: Question; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  #asking = 0;

  constructor(
    /** Answers in the order of the questions. */
    private readonly answer: (questions: Question[]) => Promise<Answer[]>,
    private readonly limits: { size: number; atOnce: number } = { size: 200, atOnce: 1 },
  ) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    if (this.#asking >= this.limits.atOnce) return;
    this.#asking += 1;
    while (this.#waiting.length > 0) {
      const taken = this.#waiting.splice(0, this.limits.size);
      try {
        const answers = await this.answer(taken.map((one) => one.question));
        for (const [index, { resolve }] of taken.entries()) resolve(answers[index]!);
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
    this.#asking -= 1;
  }
}
