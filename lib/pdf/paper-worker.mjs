// While developing and in tests the thread reads the source; what runs for people is built (scripts/programs.mjs).
import { register } from 'tsx/esm/api';

register();
const { default: printPaper } = await import('./paper-worker.tsx');
export default printPaper;
