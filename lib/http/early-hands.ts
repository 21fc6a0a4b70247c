/**
 * Runs with the first bytes of a page, for hands that are quicker than its scripts.
 *
 * A form that the scripts send (`method="post"`) waits for them. Without it the browser would send the form by itself, load
 * the page anew and lose what was typed. The window hears of a submission last, so one that React has taken is left alone;
 * forms that work without scripts are sent by GET.
 *
 * A button that React does not know yet (it marks those it knows by `__reactProps…`) is pressed again once it does, the last
 * one only. The window hears of a press last here too: what React took, waking up for it, is not pressed twice.
 */
export const EARLY_HANDS_SCRIPT =
  "addEventListener('submit',function(e){if(!e.defaultPrevented&&e.target.method==='post')e.preventDefault()});" +
  '(function(){var last;' +
  "function known(b){for(var k in b)if(k.indexOf('__reactProps')===0)return true}" +
  "addEventListener('click',function(e){var b=e.target.closest&&e.target.closest('button[type=button]');" +
  'if(!b||known(b))return;last=b;' +
  '(function again(){setTimeout(function(){if(last!==b||!b.isConnected)return;' +
  'if(known(b)){last=null;setTimeout(function(){b.click()},50)}else again()},50)})()})})()';
