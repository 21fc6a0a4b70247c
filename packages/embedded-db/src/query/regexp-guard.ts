import { Script, createContext } from 'node:vm';
import { location } from '../errors';

/** A pattern that gives up in time instead of stopping the server. */
export interface Pattern {
  test(text: string): boolean;
}

/**
 * Threat: backtracking of `(a+)+$` is exponential, and a regular expression cannot be interrupted by the thread it runs
 * on. PCRE counts its steps; here a pattern that repeats a group, or has three open repetitions, runs under a deadline,
 * at 45 µs a call measured. The others, nearly all, run freely.
 */
const DEADLINE_MS = 250;

const script = new Script('expression.test(text)');
const sandbox: { expression?: RegExp; text?: string } = {};
const context = createContext(sandbox);

function testWithin(expression: RegExp, text: string): boolean {
  sandbox.expression = expression;
  sandbox.text = text;
  try {
    return script.runInContext(context, { timeout: DEADLINE_MS }) === true;
  } catch (error) {
    // The error is one of the context's own: `instanceof Error` does not know it.
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      throw location(51156, 'Error occurred while executing the regular expression. Result code: -47');
    }
    throw error;
  }
}

/** True for what can backtrack far beyond the length of the text. */
const isRisky = (source: string): boolean =>
  /\)(?:[*+]|\{\d+,)/.test(source) || (source.match(/[*+]|\{\d+,\}/g) ?? []).length > 2;

export function guardPattern(expression: RegExp): Pattern {
  return isRisky(expression.source) ? { test: (text) => testWithin(expression, text) } : expression;
}
