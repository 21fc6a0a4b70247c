// Plain JavaScript, and a thread of its own: the word lists take a second to read, and some passwords long to weigh.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as french } from '@zxcvbn-ts/language-fr';

// On Linux a priority is a thread's own: where cores are few, who waits for a page goes first.
if (process.platform === 'linux') setPriority(10);

const scale = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: {
    passwords: dictionary['passwords-common'],
    french: french['commonWords-fr'],
    firstNames: french['firstnames-fr'],
    lastNames: french['lastnames-fr'],
    english: english['commonWords-en'],
  },
});

parentPort?.on('message', ({ id, password, words }) => {
  parentPort?.postMessage({ id, score: scale.check(password, words).score });
});
