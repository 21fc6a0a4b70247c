/** First stop of the keyboard; every page has one `<main id="main">`. */
export const SkipLink = ({ children }: { children: string }) => (
  <a href="#main" className="skip-link">
    {children}
  </a>
);
