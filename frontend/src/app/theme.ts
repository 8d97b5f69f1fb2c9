import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const LAM = ['#e9effc', '#d0ddf8', '#a8c0f2', '#9ab7ff', '#5580e6', '#3d6bdc', '#345fc8', '#2450b8', '#1c4199', '#15327a'] as const;
const GRAY = ['#f6f7f9', '#eef1f5', '#e1e5ea', '#ced4dc', '#b9c1cb', '#98a2af', '#7c8592', '#5d6773', '#454e5a', '#1a1f26'] as const;
const DARK = ['#e8ebef', '#b9c1cb', '#98a2af', '#7d8795', '#2d343e', '#262c35', '#20252d', '#14171c', '#1a1e24', '#0f1115'] as const;

const TITLE = { fontSize: '1.25rem', lineHeight: '1.4', fontWeight: '700' };
const PART = { fontSize: '1rem', lineHeight: '1.5', fontWeight: '600' };
const SMALL = { fontSize: '0.875rem', lineHeight: '1.4286', fontWeight: '600' };

/** Paper, ink, one action, one alarm: docs/frontend.md, "How it looks". The values themselves are in styles/tokens.css. */
export const theme = createTheme({
  fontFamily: '"Segoe UI", "Noto Sans", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono", "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  lineHeights: { xs: '1.3333', sm: '1.4286', md: '1.5', lg: '1.4', xl: '1.2857' },
  headings: { sizes: { h1: TITLE, h2: PART, h3: SMALL, h4: SMALL, h5: SMALL, h6: SMALL } },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '40px' },
  radius: { xs: '4px', sm: '4px', md: '8px', lg: '8px', xl: '999px' },
  shadows: { xs: 'none', sm: 'var(--float)', md: 'var(--float)', lg: 'var(--float)', xl: 'var(--float)' },
  colors: { lam: LAM, gray: GRAY, dark: DARK },
  primaryColor: 'lam',
  primaryShade: { light: 7, dark: 5 },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Text: { defaultProps: { size: 'sm' } },
    Alert: { defaultProps: { radius: 'md' }, vars: noteVars },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Badge: { defaultProps: { tt: 'none', fw: 600, radius: 'xl', size: 'md' }, vars: lateVars },
    // Filled is what waits for the reader, and says so where it stands.
    Button: { defaultProps: { variant: 'default' } },
    Checkbox: { defaultProps: { color: 'var(--text)', iconColor: 'var(--bg)' } },
    Radio: { defaultProps: { color: 'var(--text)', iconColor: 'var(--bg)' } },
    Switch: { defaultProps: { color: 'var(--text)' } },
    Notification: { defaultProps: { styles: { description: { color: 'var(--text)' } } } },
  },
});

function noteVars(_theme: unknown, { color }: { color?: string }) {
  return {
    root: { '--alert-bg': 'var(--bg-subtle)', '--alert-color': color === 'red' ? 'var(--late-text)' : 'var(--text)', '--alert-bd': 'none' },
  };
}

function lateVars() {
  return {
    root: { '--badge-bg': 'var(--late-bg)', '--badge-color': 'var(--late-text)', '--badge-bd': 'none', '--badge-fz': 'var(--fs-xs)' },
  };
}

// The library has its own of these in either scheme: ours have to stand in both.
const COLOURS = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-default': 'var(--bg)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-hover': 'var(--bg-hover)',
  '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-color-disabled': 'var(--bg-hover)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--late-text)',
  '--mantine-color-lam-text': 'var(--accent-text)',
  '--mantine-color-lam-light': 'var(--bg-selected)',
  '--mantine-color-lam-light-hover': 'var(--bg-hover)',
  '--mantine-color-lam-light-color': 'var(--accent-text)',
  '--mantine-color-gray-light': 'var(--bg-hover)',
  '--mantine-color-gray-light-hover': 'var(--bg-hover)',
  '--mantine-color-gray-light-color': 'var(--text-2)',
  '--mantine-line-height': '1.4286',
};

export const colours: CSSVariablesResolver = () => ({ variables: {}, light: COLOURS, dark: COLOURS });
