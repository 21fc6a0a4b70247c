/** As much of a browser's storage as the house uses: its names are its own properties, too. */
export function fakeStorage(): Storage {
  const map = new Map<string, string>();
  const storage = {
    get length() {
      return map.size;
    },
    clear: () => map.clear(),
    getItem: (name: string) => map.get(name) ?? null,
    key: (index: number) => [...map.keys()][index] ?? null,
    removeItem: (name: string) => void map.delete(name),
    setItem: (name: string, value: string) => void map.set(name, value),
  };
  return new Proxy(storage as Storage, {
    ownKeys: () => [...map.keys()],
    getOwnPropertyDescriptor: (_, name) =>
      map.has(String(name)) ? { value: map.get(String(name)), enumerable: true, configurable: true } : undefined,
  });
}
