import { readFileSync } from 'node:fs';

/** The version of the package, from its manifest: one or two folders above, in `dist` as in the source tree. */
export function version(): string {
  for (const path of ['../package.json', '../../package.json']) {
    const manifest = readManifest(new URL(path, import.meta.url));
    if (manifest?.name === 'dross') return manifest.version ?? '0.0.0';
  }
  return '0.0.0';
}

function readManifest(url: URL): { name?: string; version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(url, 'utf8')) as { name?: string; version?: string };
  } catch {
    return undefined;
  }
}
