import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Every browser that runs these pages knows woff2: the older woff files would only double what is shipped. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('@fontsource') && id.endsWith('.css')
      ? code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
      : null,
}

// eslint-disable-next-line import/no-default-export
export default defineConfig({
  root: 'src/web',
  plugins: [onlyWoff2, react()],
  // The content security policy knows no data: addresses, and a small file cached for ever is as good.
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { '/api': process.env['BIENBAN_API'] ?? 'http://127.0.0.1:4870' } },
})
