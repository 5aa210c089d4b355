declare const brand: unique symbol;

/** A primitive that only the kernel's own constructors may make. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
