import react from '@vitejs/plugin-react';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { groups, laterStyles } from './first-load.ts';

const ENTRY = 'src/main.tsx';
const BACKEND = process.env.BACKEND ?? 'http://127.0.0.1:8000';

/** In production Django serves the page; while developing, Vite serves this one for every screen. */
const developmentPage: Plugin = {
  name: 'development-page',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use(async (request, response, next) => {
      const asked = request.originalUrl ?? '/';
      if (!request.headers.accept?.includes('text/html') || asked.startsWith('/api/')) return next();
      const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"></head>
        <body><div id="root"></div><script type="module" src="/${ENTRY}"></script></body></html>`;
      response.setHeader('Content-Type', 'text/html');
      response.end(await server.transformIndexHtml(asked, page));
    });
  },
};

/** A gzip and a brotli file beside each script and style: the server sends the smallest that the browser can read. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name));
    await Promise.all(
      names.map(async (name) => {
        const file = join(dir, name);
        const plain = await readFile(file);
        await writeFile(`${file}.gz`, gzipSync(plain, { level: 9 }));
        await writeFile(`${file}.br`, brotliCompressSync(plain));
      }),
    );
  },
};

export default defineConfig(({ command }) => ({
  base: command === 'build' ? '/static/' : '/',
  appType: 'custom',
  resolve: { alias: { '@': join(import.meta.dirname, 'src') } },
  plugins: [react(), developmentPage, laterStyles(), compressed],
  build: {
    outDir: 'dist',
    manifest: true,
    rolldownOptions: { input: ENTRY, output: { codeSplitting: { groups } } },
  },
  server: {
    proxy: {
      '/api': { target: BACKEND },
      '/ws': { target: BACKEND, ws: true },
    },
  },
  test: { environment: 'jsdom', setupFiles: 'src/test-setup.ts', css: false },
}));
