import formatCompiled from 'use-intl/format-message/format-only';

/**
 * Fills a text that the build took apart (next.config.ts puts this in the place of use-intl's own, which brings the parser of the
 * pattern to every browser). A text that comes out empty is empty: icu-minify 4.15 answers `[]`, which use-intl refuses.
 */
const formatMessage: typeof formatCompiled = (...args) => {
  const said = formatCompiled(...args);
  return Array.isArray(said) && said.length === 0 ? '' : said;
};
formatMessage.raw = formatCompiled.raw;

export default formatMessage;
