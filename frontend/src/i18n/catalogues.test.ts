import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en.json';
import vi from './vi.json';

interface Words {
  [key: string]: string | Words;
}

function flatten(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const vietnamese = flatten(vi);
const english = flatten(en);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((found) => found[1]).sort();

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });

  it('leave no word empty', () => {
    expect([...vietnamese, ...english].filter(([, words]) => words.trim() === '')).toEqual([]);
  });

  it('use the same placeholders', () => {
    const different = [...vietnamese].filter(([key, words]) => placeholders(words).join() !== placeholders(english.get(key) ?? '').join());
    expect(different).toEqual([]);
  });

  it('have every key that the sources ask for', () => {
    const asked = [...sources.matchAll(/\bt\(\s*'([^']+)'/g)].map((found) => found[1]!);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !vietnamese.has(key))).toEqual([]);
  });

  it('have nothing that the sources do not ask for', () => {
    const families = [...sources.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map((found) => found[1]!);
    const unused = [...vietnamese.keys()].filter(
      (key) => !sources.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });
});
