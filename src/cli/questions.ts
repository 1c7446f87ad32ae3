// Questions to the person at a terminal. They are asked on standard error: standard output is for results.

import { createInterface, type Interface } from "node:readline";
import { InputError, printable } from "../diagnostics.ts";

export class Questions {
  readonly #lines: Interface;

  constructor() {
    this.#lines = createInterface({ input: process.stdin, output: process.stderr });
  }

  /** The answer without blanks around it. Throws an InputError at the end of input; an interrupt ends the program. */
  ask(question: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const end = () => reject(new InputError("there was no answer, and nothing was written"));
      this.#lines.once("close", end);
      this.#lines.once("SIGINT", () => {
        process.stderr.write("\n");
        this.close();
        // As if nobody had listened: the program that started this one sees why it ended.
        process.kill(process.pid, "SIGINT");
      });
      this.#lines.question(printable(question), (answer) => {
        this.#lines.removeListener("close", end);
        this.#lines.removeAllListeners("SIGINT");
        resolve(answer.trim());
      });
    });
  }

  /** Asks until the answer is one of `choices`; an empty one is the first of them. */
  async choose(question: string, choices: readonly string[]): Promise<string> {
    for (;;) {
      const answer = await this.ask(`${question} [${choices[0]}] `);
      const chosen = answer === "" ? choices[0] : choices.find((choice) => choice === answer);
      if (chosen !== undefined) return chosen;
      process.stderr.write(`  ${choices.join(", ")}\n`);
    }
  }

  /** Asks until the answer is yes or no; an empty one is `otherwise`. */
  async confirm(question: string, otherwise: boolean): Promise<boolean> {
    for (;;) {
      const answer = (await this.ask(`${question} [${otherwise ? "Y/n" : "y/N"}] `)).toLowerCase();
      if (answer === "") return otherwise;
      if (["y", "yes"].includes(answer)) return true;
      if (["n", "no"].includes(answer)) return false;
    }
  }

  close(): void {
    this.#lines.close();
  }
}
