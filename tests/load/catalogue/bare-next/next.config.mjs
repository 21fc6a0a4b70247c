import { fileURLToPath } from 'node:url';

/** The plainest Next there is: one static page. Its packages are those of the house, three folders up. */
const root = fileURLToPath(new URL('../../../..', import.meta.url));
export default { outputFileTracingRoot: root };
