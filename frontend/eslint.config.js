import imports from 'eslint-plugin-import';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const features = readdirSync('src/features');

// Downward only: app → features → components/case → components/ui → api → i18n; a feature never sees another feature.
const zones = [
  ...features.map((name) => ({ target: `./src/features/${name}`, from: './src/features', except: [`./${name}`] })),
  { target: './src/features', from: './src/app' },
  { target: './src/components', from: ['./src/features', './src/app'] },
  { target: './src/components/ui', from: './src/components/case' },
  { target: './src/api', from: ['./src/components', './src/features', './src/app'] },
  { target: './src/i18n', from: ['./src/api', './src/components', './src/features', './src/app'] },
];

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts'] },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat.recommended,
  {
    plugins: { import: imports },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import/no-restricted-paths': ['error', { zones }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['../*'], message: 'Write @/… for what lies elsewhere.' }] }],
      'import/no-cycle': ['error', { ignoreExternal: true, disableScc: true }],
      'max-lines': ['error', 260],
      'max-lines-per-function': ['error', { max: 150 }],
      complexity: ['error', { max: 8, variant: 'modified' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/test-setup.ts'], rules: { '@typescript-eslint/no-empty-function': 'off' } },
);
