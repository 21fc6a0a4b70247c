// Shows what the house pushes to this device, and opens the page it leads to. Nothing is cached here.
self.addEventListener('push', (event) => {
  const { title, text, url, tag } = event.data ? event.data.json() : {};
  if (!title) return;
  event.waitUntil(
    self.registration.showNotification(title, { body: text, tag, renotify: true, icon: '/icon.svg', data: { url } }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  // Only a page of the house, whatever was pushed.
  const address = new URL(event.notification.data?.url ?? '/', self.location.origin);
  if (address.origin !== self.location.origin) return;
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((pages) => {
      const here = pages.find((page) => page.url === address.href);
      return here ? here.focus() : self.clients.openWindow(address.href);
    }),
  );
});
