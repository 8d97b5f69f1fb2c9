import { createTheme, type CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
  primaryColor: 'blue',
  // Shades at which white text on a button, and text on a light badge, reach the contrast of WCAG AA.
  primaryShade: 8,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { size: 30 } }, // above the 24 px of WCAG 2.5.8
    Badge: { defaultProps: { tt: 'none', fw: 600 } }, // Vietnamese marks are hard to read in capitals
    Modal: { defaultProps: { styles: { title: { fontWeight: 700 } } } },
    Notification: { defaultProps: { styles: { description: { color: 'var(--mantine-color-dimmed)' } } } },
    Drawer: { defaultProps: { styles: { title: { fontWeight: 700 } } } },
  },
});

// Text on the light badges and notices, dark enough for WCAG AA.
const ON_LIGHT = {
  red: '#a11212',
  orange: '#8a2f06',
  yellow: '#6b4a00',
  green: '#1b5e2b',
  cyan: '#0a5160',
  blue: '#0b4a82',
  violet: '#4a2fa0',
  gray: '#343a40',
};

export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#b42318',
    ...Object.fromEntries(Object.entries(ON_LIGHT).map(([name, hex]) => [`--mantine-color-${name}-light-color`, hex])),
  },
  dark: {},
});
