/** How the gate stands before the browser's own functions, and what it keeps of them before the page could change it. */

export const { apply } = Reflect;

/** An address as the page may write it, in full. */
export const absolute = (url: string): string => new URL(url, document.baseURI).href;

/** Runs `attempt`; null where something goes wrong in our code: the page then goes on as if we were not there. */
export function guarded<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}

/** Calls the native function with the very same arguments, on the page's own object or on another. */
export type Pass<Self> = (on?: Self) => unknown;

/** Puts `around` before the function `name` of `object`, which looks to the page as it did: name, length and text. */
export function wrap<Name extends string, Self, Args extends unknown[]>(
  object: Record<Name, unknown>,
  name: Name,
  around: (self: Self, args: Args, pass: Pass<Self>) => unknown,
): void {
  const native = object[name] as (...args: Args) => unknown;
  object[name] = new Proxy(native, {
    apply: (target, self: Self, args: Args) => around(self, args, (on = self) => apply(target, on, args)),
  });
}
