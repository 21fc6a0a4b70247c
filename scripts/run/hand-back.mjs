// Plain JavaScript, and a process of its own for a moment: hands a listening socket back as often as it is asked to. Only a process that
// gets one from another has a second handle of it.
process.on('message', (count, handle) => {
  let left = count;
  const next = () => (left-- > 0 ? process.send('door', handle, {}, next) : process.disconnect());
  next();
});
