import { describe, expect, test } from 'vitest';
import { fillMessage } from '../../src/score/fill-message.ts';

describe('the message of a finding', () => {
  test('has its placeholders filled, and those without a value left', () => {
    expect(fillMessage('{kind} left in ({why}): "{found}"', { kind: 'menu', found: 'Home' })).toBe(
      'menu left in ({why}): "Home"',
    );
    expect(fillMessage('a {brace, {{found} and {', { found: 'x' })).toBe('a {brace, {x and {');
    expect(fillMessage('nothing to fill')).toBe('nothing to fill');
  });

  test('does not fill what a value brought along', () => {
    expect(fillMessage('{found} {kind}', { found: '{kind}', kind: 'menu' })).toBe('{kind} menu');
  });

  test.each([
    ['  a\n\t b  ', 'a b'],
    ['x'.repeat(60), 'x'.repeat(60)],
    [`${'x'.repeat(60)} `, 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(60)}…`],
    ['😀'.repeat(61), `${'😀'.repeat(60)}…`],
    [`${' '.repeat(5000)}a${' \n'.repeat(3000)}b`, 'a b'],
    [`a${' '.repeat(5000)}${'x'.repeat(90)}`, `a ${'x'.repeat(58)}…`],
  ])('holds one line of at most 60 characters of a value (%#)', (value, shown) => {
    expect(fillMessage('{found}', { found: value })).toBe(shown);
  });
});
