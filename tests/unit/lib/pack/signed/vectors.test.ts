// @vitest-environment node
/** Every vector of signed packs in Node: what is taken, and each reason for which one is not. The same in Chromium: tests/e2e/signed-vectors.test.ts. */
import { describe, expect, it } from 'vitest';
import { makeVectors } from '../../../../vectors/signed/make';
import { outcomeOf } from '../../../../vectors/signed/vector';

const vectors = await makeVectors();

describe('a signed pack', () => {
  it.each(vectors)('$name: $outcome', async (vector) => {
    expect(await outcomeOf(vector)).toBe(vector.outcome);
  });
});
