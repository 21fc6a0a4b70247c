/** A new password: twelve characters at least. Apart from the schemas, which a sign-in page need not load. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
