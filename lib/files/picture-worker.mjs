// While developing and in tests the process reads the source; what runs for people is built (scripts/programs.mjs).
import { register } from 'tsx/esm/api';

register();
await import('./picture-worker.ts');
