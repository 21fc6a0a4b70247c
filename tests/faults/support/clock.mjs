// Preloaded into a process of the fault tests: its clock can be moved while it runs, as by an operator or a bad time server.
const Real = Date;
let moved = 0;

globalThis.Date = class Date extends Real {
  constructor(...args) {
    if (args.length === 0) super(Real.now() + moved);
    else super(...args);
  }
  static now() {
    return Real.now() + moved;
  }
};

process.on('message', (message) => {
  if (typeof message?.clock !== 'number') return;
  moved = message.clock;
  process.send?.({ moved });
});
process.channel?.unref();
