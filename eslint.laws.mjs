// Laws that are written once: what may stand in one file only, and where it stands (tests/unit/laws.test.ts proves it).
// A second copy soon differs from the first: text was folded in four ways, and days counted in twenty.

const LAWS = [
  {
    home: /^lib\/text\.ts$/,
    says: 'Text is folded by foldText (lib/text.ts).',
    broken: (node) =>
      node.type === 'CallExpression' &&
      node.callee.property?.name === 'normalize' &&
      /^NFK?D$/.test(String(node.arguments[0]?.value)),
  },
  {
    home: /^lib\/text\.ts$/,
    says: 'A text becomes part of a pattern by escapePattern (lib/text.ts).',
    broken: (node) => node.type === 'Literal' && node.value === '\\$&',
  },
  {
    home: /^lib\/text\.ts$/,
    says: 'An e-mail address is compared by emailKey (lib/text.ts).',
    broken: (node) =>
      node.type === 'CallExpression' &&
      node.callee.property?.name === 'toLowerCase' &&
      /email/i.test(node.callee.object.property?.name ?? node.callee.object.name ?? ''),
  },
  {
    home: /^lib\/clean-text\.ts$/,
    says: 'What a person writes comes in by words() (lib/clean-text.ts).',
    broken: (node) =>
      node.type === 'CallExpression' &&
      node.callee.property?.name === 'trim' &&
      node.callee.object.type === 'CallExpression' &&
      node.callee.object.callee.property?.name === 'string',
  },
  {
    home: /^lib\/db\/duplicate-key\.ts$/,
    says: 'A taken unique value is known by isDuplicateKey (lib/db/duplicate-key.ts).',
    broken: (node) => node.type === 'Literal' && node.value === 11000,
  },
  {
    home: /^lib\/calendar\.ts$/,
    says: 'Lengths of time are DAY_MS, HOUR_MS, DAY_SECONDS … (lib/calendar.ts).',
    broken: (node) =>
      (node.type === 'Literal' && (node.value === 86_400_000 || node.value === 3_600_000)) ||
      (node.type === 'BinaryExpression' && isDayProduct(factorsOf(node))),
  },
  {
    home: /^lib\/(db\/keyset|pagination|chat\/list-(messages|files))\.ts$/,
    says: 'A list is paged by readPage and an order of lib/db/keyset.ts.',
    broken: (node) => node.type === 'CallExpression' && node.callee.name === 'decodeCursor',
  },
  {
    home: /^$/,
    says: 'A form says its method: post waits for the page’s scripts (lib/http/early-hands.ts), get works without them.',
    broken: (node) =>
      node.type === 'JSXOpeningElement' &&
      node.name.name === 'form' &&
      !node.attributes.some(({ name }) => name?.name === 'method'),
  },
  {
    home: /^lib\/i18n\//,
    says: "The house's own words are read by inLanguage (lib/i18n/bilingual.ts).",
    broken: (node) => node.type === 'MemberExpression' && node.computed && node.property.name === 'locale',
  },
  {
    home: /^lib\/limits\.ts$/,
    says: 'How often one may do a thing is a line of LIMITS (lib/limits.ts).',
    broken: (node) => node.type === 'Property' && node.key.name === 'rule' && node.value.type === 'ObjectExpression',
  },
  {
    home: /^lib\/http\//,
    says: 'A refusal becomes words by useRefusal and <Refusal> (components/form), and is read by lib/http/refusal.ts.',
    broken: (node) =>
      node.type === 'BinaryExpression' && node.operator === 'instanceof' && node.right.name === 'ApiError',
  },
  {
    // A thread is never replaced by what was read of it, only added to: it is changed from the log at hand.
    home: /^lib\/http\/(keep-answer|messages|conversations)\.ts$/,
    says: 'What the house answered is put on the screen by keepAnswer (lib/http/keep-answer.ts).',
    broken: (node) => node.type === 'CallExpression' && node.callee.property?.name === 'setQueryData',
  },
  {
    home: /^lib\/i18n\//,
    says: 'What differs by language stands in lib/i18n: in the texts, or in a table by Locale (format.ts, config.ts).',
    broken: (node) => node.type === 'BinaryExpression' && (isLanguage(node.left) || isLanguage(node.right)),
  },
  {
    home: /^lib\/i18n\//,
    says: 'The languages are LOCALES (lib/i18n/config.ts), those the house writes in CONTENT_LOCALES (lib/i18n/bilingual.ts).',
    broken: (node) =>
      node.type === 'ArrayExpression' &&
      ['fr', 'en'].every((language) => node.elements.some((one) => one?.value === language)),
  },
  {
    home: /^$/,
    says: 'What is a class’s own is written #name; `private` stands before a constructor’s parameters only.',
    broken: (node) =>
      (node.type === 'PropertyDefinition' || node.type === 'MethodDefinition') && node.accessibility === 'private',
  },
  {
    // A writer that names its fields may be spread (…writeOrder(order), …toCouturier(account)); what was handed in to be told, not.
    home: /^(?!lib\/.*\bdto\.ts$)/,
    says: 'What leaves is named field by field: nothing that was read is spread into an answer.',
    broken: (node) =>
      (node.type === 'SpreadElement' &&
        node.parent.type === 'ObjectExpression' &&
        (node.argument.type === 'MemberExpression' || isHandedIn(node.argument))) ||
      (node.type === 'RestElement' && /Function/.test(node.parent.parent.type)),
  },
  {
    home: /^lib\/i18n\/bilingual\.ts$/,
    says: 'What is sent or answered in every language is bilingual, eachLanguage or inEachLanguage (lib/i18n/bilingual.ts).',
    broken: (node) =>
      node.type === 'CallExpression' &&
      /^(strictO|looseO|o)bject$/.test(node.callee.property?.name) &&
      ['fr', 'en'].every((language) => node.arguments[0]?.properties?.some(({ key }) => key?.name === language)),
  },
];

/** Whether a name is a parameter of a function around it. */
function isHandedIn({ name, parent }) {
  for (let around = name && parent; around; around = around.parent)
    if (around.params?.some((one) => one.name === name || one.left?.name === name)) return true;
  return false;
}

const isLanguage = (node) => node.type === 'Literal' && (node.value === 'fr' || node.value === 'en');

/** The numbers of a product such as 24 * 60 * 60 * 1000, when it has no other factor. */
function factorsOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'number') return [node.value];
  if (node.type !== 'BinaryExpression' || node.operator !== '*') return [];
  return [...factorsOf(node.left), ...factorsOf(node.right)];
}

const isDayProduct = (factors) => factors.includes(24) && factors.filter((one) => one === 60).length === 2;

export const lawRules = {
  rules: {
    once: {
      meta: { type: 'problem', schema: [], messages: { broken: '{{says}}' } },
      create(context) {
        const file = context.filename.slice(context.cwd.length + 1);
        const laws = LAWS.filter(({ home }) => !home.test(file));
        const check = (node) => {
          for (const { says, broken } of laws)
            if (broken(node)) context.report({ node, messageId: 'broken', data: { says } });
        };
        return {
          ArrayExpression: check,
          CallExpression: check,
          Literal: check,
          BinaryExpression: check,
          MemberExpression: check,
          MethodDefinition: check,
          PropertyDefinition: check,
          Property: check,
          RestElement: check,
          SpreadElement: check,
          JSXOpeningElement: check,
        };
      },
    },
  },
};
