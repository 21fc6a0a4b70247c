import program from '../package.json';

/** Which FashionFlow this is. */
export const PROGRAM_VERSION: string = program.version;
