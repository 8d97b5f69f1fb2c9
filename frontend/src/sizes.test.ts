import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const GENERATED = ['schema.d.ts', 'acts.ts', 'limits.ts'];

/** Lines of every file that somebody writes and reads, tests left out. */
function sizes(): Record<string, number> {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const written = names.filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !GENERATED.some((made) => name.endsWith(made)),
  );
  return Object.fromEntries(written.map((name) => [name, readFileSync(join('src', name), 'utf8').split('\n').length - 1]));
}

it('keeps files short: a reader sees one on a screen or two', () => {
  const lines = sizes();
  const ordered = Object.values(lines).sort((a, b) => a - b);
  expect(ordered.length).toBeGreaterThan(200);
  expect(Object.entries(lines).filter(([, n]) => n > 260)).toEqual([]);
  expect(ordered[Math.ceil(ordered.length * 0.95) - 1]).toBeLessThanOrEqual(120);
});
