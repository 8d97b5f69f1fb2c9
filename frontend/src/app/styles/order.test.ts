import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const LIBRARY = 'node_modules/@mantine/core';

/** Where the library's one stylesheet has the styles of these files. */
function places(list: string): number[] {
  const all = readFileSync(`${LIBRARY}/styles.css`, 'utf8');
  const names = Array.from(readFileSync(`src/app/styles/${list}`, 'utf8').matchAll(/core\/(styles\/\w[\w-]*\.css)/g), ([, name]) => name);
  return names.map((name) => all.indexOf(readFileSync(`${LIBRARY}/${name}`, 'utf8').trim()));
}

it.each(['first.ts', 'rest.ts'])('imports the styles of %s in the order of the library', (list) => {
  const found = places(list);
  expect(found.length).toBeGreaterThan(10);
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
});

it('has no style twice', () => {
  const found = [...places('first.ts'), ...places('rest.ts')];
  expect(new Set(found).size).toBe(found.length);
});
