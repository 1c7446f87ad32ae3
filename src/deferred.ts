// Values that are made when they are first asked for.

/** Gives `object` an enumerable property that `make` makes the value of when it is first read. */
export function defer(object: object, key: string, make: () => unknown): void {
  Object.defineProperty(object, key, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = make();
      Object.defineProperty(object, key, { configurable: true, enumerable: true, writable: true, value });
      return value;
    },
  });
}

/** Whether a property is one of `defer` that has not been read. */
export function isDeferred(object: object, key: string): boolean {
  return Object.getOwnPropertyDescriptor(object, key)?.get !== undefined;
}
