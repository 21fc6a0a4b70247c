/** Whether a page belongs to a navigation entry: itself, or (unless `exact`) anything below it. */
export const isCurrent = (pathname: string, href: string, exact = false): boolean =>
  pathname === href || (!exact && pathname.startsWith(`${href}/`));
