import { defineConfig } from 'vitest/config';
import { ClosingLine } from './tests/setup/closing-line.ts';

export default defineConfig({
  test: {
    globalSetup: ['tests/setup/rules.ts'],
    include: ['tests/**/*.test.ts'],
    reporters: ['default', new ClosingLine()],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
