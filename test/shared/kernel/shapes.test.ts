import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Shapes } from '../../../shared/kernel/shapes';

test('objects hold exactly the names and values they were given, whatever came before', () => {
  const name = fc.oneof(fc.constantFrom('plate', 'name', 'passedAt'), fc.string());
  const objects = fc.array(fc.dictionary(name, fc.integer(), { noNullPrototype: true }));
  fc.assert(
    fc.property(objects, (given) => {
      const shapes = new Shapes<number>();
      for (const one of given) {
        const made = shapes.make(Object.keys(one), Object.values(one));
        expect(Object.entries(made)).toEqual(Object.entries(one));
      }
    }),
  );
});

test('more sets of names than are kept apart still make their objects', () => {
  const shapes = new Shapes<number>();
  for (let at = 0; at < 5_000; at++)
    expect(shapes.make([`field${at}`, 'more'], [at, 1])).toEqual({ [`field${at}`]: at, more: 1 });
});
