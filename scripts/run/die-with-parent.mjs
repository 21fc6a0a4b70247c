// Preloaded into every process of the house: when the supervisor is gone, whatever took it, nothing stays behind.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 3_000).unref();
});
process.channel?.unref();
