import type { Rule } from 'eslint';

export const lawRules: { rules: { once: Rule.RuleModule } };
