import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const STYLES = join(import.meta.dirname, 'src/app/styles');
const COMPONENT = /@mantine\/(core|dates|notifications)\/esm\/.*\/(\w+)\.module\.mjs$/;
const named = (list: string) =>
  new Set(Array.from(readFileSync(join(STYLES, list), 'utf8').matchAll(/@mantine\/[\w/]+/g), ([name]) => name));

/** What a component's styles are called in the two lists: a file of the core, the one file of another package. */
function stylesOf(id: string): string | undefined {
  const [, pack, component] = COMPONENT.exec(id) ?? [];
  if (!pack) return undefined;
  return pack === 'core' ? `@mantine/core/styles/${component}` : `@mantine/${pack}/styles`;
}

/**
 * Whatever uses a component whose styles are not in the first stylesheet brings the other one along, so that no screen and
 * no dialog can forget it. A component in neither list stops the build.
 */
export function laterStyles(): Plugin {
  const first = named('first.ts');
  const rest = named('rest.ts');
  return {
    name: 'later-styles',
    apply: 'build',
    transform(code, id) {
      const styles = stylesOf(id);
      return styles && !first.has(styles) ? { code: `import ${JSON.stringify(join(STYLES, 'rest.ts'))};\n${code}`, map: null } : null;
    },
    generateBundle(_options, bundle) {
      const used = Object.values(bundle).flatMap((file) => ('moduleIds' in file ? file.moduleIds : []));
      const unknown = used.map(stylesOf).filter((styles) => styles && !first.has(styles) && !rest.has(styles));
      if (unknown.length) this.error(`in neither src/app/styles/first.ts nor rest.ts: ${unknown.join(', ')}`);
    },
  };
}

/** What login and inbox need is one file; beside it, what several screens share, in few pieces. */
export const groups: Rolldown.CodeSplittingGroup[] = [
  { name: 'first', tags: ['$initial'], priority: 3 },
  { name: 'rest', test: /@mantine\/\w+\/styles|app\/styles\/rest/, priority: 2 },
  { name: 'grid', test: /src\/components\/grid\//, priority: 2, includeDependenciesRecursively: false },
  { name: 'shared', test: /node_modules/, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000, priority: 1 },
];
