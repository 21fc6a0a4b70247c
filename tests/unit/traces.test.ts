import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ALL_TRACES } from '@/lib/people/all-traces';

/** Ids that name a thing, or somebody of the staff, never a client. */
const NOT_A_CLIENT = new Set(
  [
    '_id orderId modelId messageId replyTo conversationId appointmentId measurementSetId setId taskId sessionId',
    'couturierId assigneeId createdBy invitedBy by imageFileId referenceFileIds fileId avatarFileId id copyOf',
    'couturierName files_id coverId importId retouchOf retouche',
  ].flatMap((names) => names.split(' ')),
);
/** Paths whose last name is in the list above, but which can be a client's. */
const SIGNED = /(answeredBy|by|createdBy|recordedBy)\.id$/;
/** What only the staff signs. */
const NEVER_A_CLIENT = new Set([
  'orders.quotes.createdBy.id',
  'orders.payments.recordedBy.id',
  'orders.defects.answer.by.id',
  'orders.payments.reversed.by.id',
  'orders.cuttingApprovals.createdBy.id',
  'orders.quotes.paper.by.id',
  'orders.cuttingApprovals.signatures.paper.by.id',
  'clients.merged.by.id',
  // The house's own address.
  'house.email',
  // No field: lib/files/audience.ts asks several collections with one shape.
  'messages.clientId',
]);
/** Texts that hold an address or an id. */
const NAMED = /^(accountId|clientId|userId|ownerId|senderId|recipientId|email|key)$/;

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? entry.name === 'embedded-db'
        ? []
        : sources(join(folder, entry.name))
      : /\.ts$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );

/** Every path of an object type that ends in an ObjectId, or in a text with a name like one. */
function* idPaths(checker: ts.TypeChecker, type: ts.Type, path: string[] = []): Generator<string> {
  if (path.length > 5) return;
  for (const part of type.isUnion() ? type.types : [type]) {
    const element = checker.isArrayType(part) ? checker.getTypeArguments(part as ts.TypeReference)[0] : undefined;
    if (element) yield* idPaths(checker, element, path);
    else if (part.symbol?.name === 'ObjectId') yield path.join('.');
    else if (part.flags & ts.TypeFlags.StringLike) {
      if (NAMED.test(path.at(-1) ?? '')) yield path.join('.');
    } else if (part.flags & ts.TypeFlags.Object && part.symbol?.name !== 'Date')
      for (const property of part.getProperties()) {
        // The fields of a mapped type (a shape drawn from a schema) have no declaration of their own.
        const declaration = property.valueDeclaration;
        if (!declaration || !(ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration)))
          yield* idPaths(checker, checker.getTypeOfSymbol(property), [...path, property.name]);
      }
  }
}

/** The paths with ids of every collection that is opened by name, as `collection.path`. */
function declaredIds(): Set<string> {
  const files = ['lib', 'realtime', 'app']
    .flatMap(sources)
    .filter((file) => readFileSync(file, 'utf8').includes('.collection<'));
  const config = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config as {
    compilerOptions: object;
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  const program = ts.createProgram(files, { ...options, noEmit: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [name] = node.arguments;
      const [shape] = node.typeArguments ?? [];
      if (node.expression.name.text === 'collection' && name && ts.isStringLiteralLike(name) && shape)
        for (const path of idPaths(checker, checker.getTypeFromTypeNode(shape))) found.add(`${name.text}.${path}`);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.fileName.includes('node_modules')) visit(file);
  return found;
}

describe('the traces of a person', () => {
  const traced = new Set(
    ALL_TRACES.flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([name, paths]) => paths.map((path) => `${name}.${path}`)),
    ),
  );

  it('answer for every id and address in every collection that can be a client’s', { timeout: 120_000 }, () => {
    const ids = declaredIds();
    // The look itself works: these are there for sure.
    for (const one of ['orders.clientId', 'messages.senderId', 'tokens.accountId', 'files.attachedTo.id'])
      expect(ids).toContain(one);
    const forgotten = [...ids].filter((path) => {
      if (traced.has(path) || NEVER_A_CLIENT.has(path)) return false;
      return SIGNED.test(path) || !NOT_A_CLIENT.has(path.split('.').at(-1) ?? '');
    });
    expect(forgotten).toEqual([]);
  });
});
