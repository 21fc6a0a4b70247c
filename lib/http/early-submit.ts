/**
 * Runs with the first bytes of a page: a form that the page's scripts send (`method="post"`) waits for them. Without it the
 * browser would send the form by itself, load the page anew and lose what was typed. The window hears of a submission
 * last, so one that React has taken is left alone; forms that work without scripts are sent by GET.
 */
export const EARLY_SUBMIT_SCRIPT =
  "addEventListener('submit',function(e){if(!e.defaultPrevented&&e.target.method==='post')e.preventDefault()})";
