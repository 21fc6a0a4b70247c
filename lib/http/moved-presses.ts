/**
 * A press counts where it began. Leaving a field may say something under it, and what stands below moves down between the press and
 * its release: the hand kept still, the button went away from under it, and the browser then presses nothing. Here that button is
 * pressed after all. A hand that drew away on purpose, or turned the wheel, took its press back.
 */
export const MOVED_PRESSES_SCRIPT =
  '(function(){var held;function drop(){held=null}' +
  "addEventListener('pointerdown',function(e){var t=e.target;" +
  "var b=e.isPrimary&&e.button===0&&t.closest&&t.closest('button,a[href],label,summary');" +
  'var r=b&&b.getBoundingClientRect();held=b?{b:b,x:e.clientX,y:e.clientY,l:r.left,t:r.top}:null},true);' +
  "addEventListener('wheel',drop,{capture:true,passive:true});addEventListener('pointercancel',drop,true);" +
  "addEventListener('pointerup',function(e){var h=held;drop();" +
  'if(!h||!h.b.isConnected||h.b.contains(e.target))return;var r=h.b.getBoundingClientRect();' +
  'if(Math.abs(e.clientX-h.x)+Math.abs(e.clientY-h.y)<8&&(r.left!==h.l||r.top!==h.t))' +
  'setTimeout(function(){h.b.click()})},true)})()';
