/** Where the button pressed last is kept until the page can answer it. */
declare global {
  interface Window {
    /** `true` once the page's scripts are there. */
    pressedEarly?: HTMLElement | true;
  }
}

/**
 * Runs with the first bytes of a page, for a person who acts before its scripts have loaded.
 *
 * A form that the scripts send (`method="post"`) waits for them. Without it the browser would send the form by itself, load
 * the page anew and lose what was typed. The window hears of a submission last, so one that React has taken is left alone;
 * forms that work without scripts are sent by GET.
 *
 * A button that was pressed is remembered, the last one only: `answerEarlyPress` presses it again. From the moment React listens
 * (it marks the document by `_reactListening…`) it answers a press itself, and a second one would undo the first.
 */
export const EARLY_HANDS_SCRIPT =
  "addEventListener('submit',function(e){if(!e.defaultPrevented&&e.target.method==='post')e.preventDefault()});" +
  "addEventListener('click',function(e){if(window.pressedEarly===true)return;for(var k in document)if(k.indexOf('_reactListening')===0)return;var b=e.target.closest&&e.target.closest('button[type=button]');if(b)window.pressedEarly=b},true)";

/** Called when the page's scripts are there: does what was asked of a button meanwhile. */
export function answerEarlyPress(): void {
  const pressed = window.pressedEarly;
  window.pressedEarly = true;
  if (pressed instanceof HTMLElement && pressed.isConnected) pressed.click();
}
