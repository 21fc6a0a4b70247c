import { EARLY_HANDS_SCRIPT } from '../http/early-hands';
import { MOVED_PRESSES_SCRIPT } from '../http/moved-presses';
import { THEME_SCRIPT } from '../theme/theme';

/**
 * Puts the server's styles in place. A policy without `unsafe-inline` runs no style attribute of the HTML, so the server in
 * front sends them as `data-style` (rename-styles.ts); this sets them as a script may, before the first paint, until the
 * document has come in whole. Afterwards React sets styles by itself. None of ours loads anything.
 */
const STYLE_SCRIPT =
  "(function(){function put(){document.querySelectorAll('[data-style]').forEach(function(e){var s=e.getAttribute('data-style');" +
  "e.removeAttribute('data-style');if(!/url|image|\\\\/i.test(s))e.style.cssText=s})}" +
  'var o=new MutationObserver(put);o.observe(document,{childList:true,subtree:true});' +
  "addEventListener('DOMContentLoaded',function(){put();o.disconnect()})})()";

/** Zod asks whether it may compile code; the policy says no, and the browser would note the question as a violation. */
const NO_COMPILING = 'globalThis.__zod_globalConfig={jitless:true}';

/** The thread of the drawing is animated once per visit, never with reduced motion; without JavaScript it is simply drawn. */
const SEW_ONCE = `try{if(!sessionStorage.getItem('sewn')&&!matchMedia('(prefers-reduced-motion: reduce)').matches){sessionStorage.setItem('sewn','1');document.querySelector('.hero-thread path').animate([{strokeDashoffset:1},{strokeDashoffset:0}],{duration:1200,easing:'cubic-bezier(.6,0,.2,1)'})}}catch(e){}`;

/** The house's own scripts within pages, all of them: the policy names each by its hash, and lets no other run. */
export const INLINE_SCRIPTS = {
  root: [THEME_SCRIPT, EARLY_HANDS_SCRIPT, MOVED_PRESSES_SCRIPT, NO_COMPILING, STYLE_SCRIPT].join(';'),
  theme: THEME_SCRIPT,
  sew: SEW_ONCE,
};
