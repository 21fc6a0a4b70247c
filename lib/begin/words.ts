/** The first steps of a house, in their order. */
export const FIRST_STEPS = ['you', 'house', 'people', 'hours', 'garments', 'models', 'clients'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Of these, what the owner may leave as it was proposed: saying so ends the step. */
export const SETTLED = ['people', 'hours', 'garments', 'models', 'clients'] as const satisfies readonly FirstStep[];

/** Of these, what the page can open: who the owner is was said before it. */
export type OpenStep = Exclude<FirstStep, 'you'>;
export const OPEN_STEPS = FIRST_STEPS.filter((step): step is OpenStep => step !== 'you');
