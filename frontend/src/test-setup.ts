import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import '@/i18n/i18n';

afterEach(cleanup);

// jsdom has no layout: what Mantine asks of it answers "not matching", "no size".
window.matchMedia ??= (query) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
