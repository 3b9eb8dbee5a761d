import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Imports run one way only, left to right; docs/architecture.md says why. */
const ROOMS =
  'model text parse analyze detect rules score audit corpus clean report settings read learn work cli'.split(' ');
const NAMES_WITHOUT_DIRECTION = ['utils', 'helpers', 'common', 'core', 'lib'];
const CORE = ['model', 'text', 'parse', 'analyze', 'detect', 'score'];

/** A door may ask where its package lies. */
const FINDS_ITS_PACKAGE = ['src/text/language-library.ts', 'src/text/capital-words.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));
const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

describe('rooms', () => {
  test('are the known ones', () => {
    const rooms = [...new Set(files.map(roomOf).filter((room) => room !== undefined))];
    expect(rooms.filter((room) => !ROOMS.includes(room))).toEqual([]);
    expect(rooms.filter((room) => NAMES_WITHOUT_DIRECTION.includes(room))).toEqual([]);
  });

  test('import only rooms to their left', () => {
    const wrong = imports.filter(({ file, target }) => {
      const from = roomOf(file);
      const to = target.startsWith('.') ? roomOf(join(dirname(file), target)) : undefined;
      return from !== undefined && to !== undefined && ROOMS.indexOf(to) > ROOMS.indexOf(from);
    });
    expect(wrong).toEqual([]);
  });

  test('of the core are synchronous: no file of theirs awaits or reads a disk', () => {
    const wrong = files
      .filter((file) => CORE.includes(roomOf(file) ?? '') && !FINDS_ITS_PACKAGE.includes(file))
      .filter((file) =>
        /\bawait\b|\basync\b|from 'node:(?:fs|child_process|net|http|worker_threads)/.test(codeOf(file)),
      );
    expect(wrong).toEqual([]);
  });
});

describe('packages', () => {
  const packages = imports.filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'));

  test('have one door each', () => {
    const doors = new Map<string, Set<string>>();
    for (const { file, target } of packages) {
      const name = packageName(target);
      doors.set(name, (doors.get(name) ?? new Set()).add(file));
    }
    const several = [...doors].filter(([name, where]) => where.size > 1 && !SHARED.includes(name));
    expect(several.map(([name, where]) => [name, [...where]])).toEqual([]);
  });

  test('are in the manifest, with a reason', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
    const shipped = { ...manifest['dependencies'], ...manifest['optionalDependencies'] };
    const names = [...Object.keys(shipped), ...Object.keys(manifest['devDependencies'] ?? {})];
    expect(names.filter((name) => !manifest['dependencies-because']?.[name])).toEqual([]);
    const used = new Set(packages.map(({ target }) => packageName(target)));
    expect([...used].filter((name) => shipped[name] === undefined)).toEqual([]);
  });

  test('natural is never imported whole', () => {
    expect(packages.filter(({ target }) => target === 'natural')).toEqual([]);
  });
});

/** Vocabulary rather than machinery: a schema is written where what it describes lives. */
const SHARED = ['zod'];

function roomOf(file: string): string | undefined {
  const parts = relative('src', file).split('/');
  return parts.length > 1 ? parts[0] : undefined;
}

/** Without comments, so that a word in a docstring is not taken for code. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}

function importsOf(file: string): string[] {
  const expression = /(?:from|import|import\(|createRequire\(import\.meta\.url\)\(|\brequire\()\s*'([^']+)'/g;
  return Array.from(codeOf(file).matchAll(expression), ([, target]) => target as string);
}

function packageName(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}
