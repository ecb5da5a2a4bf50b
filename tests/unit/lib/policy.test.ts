import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { policy } from '../../../lib/policy';
import { managedSchema } from '../../../lib/policy-schema';

/** As an administrator would set it; the browser has dropped by then what does not fit the schema. */
const rule = async (rules: object) => {
  await fakeBrowser.storage.managed.clear();
  await fakeBrowser.storage.managed.set(rules);
};

beforeEach(() => fakeBrowser.reset());
afterEach(() => void vi.restoreAllMocks());

describe('the policy', () => {
  it('reads nothing until the browser has told it', async () => {
    expect(await policy.get()).toEqual({ readAtMove: false });
  });

  it('where nobody rules anything allows what the rep wants', async () => {
    expect(await policy.refresh()).toBe(true);
    expect(await policy.get()).toEqual({ readAtMove: true });
  });

  it.each([true, false])('is what the administrator says: %s', async (readAtMove) => {
    await rule({ readAtMove });
    await policy.refresh();
    expect(await policy.get()).toEqual({ readAtMove });
  });

  it('is answered from what is kept, without waiting for the browser', async () => {
    await rule({ readAtMove: false });
    await policy.refresh();
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValue(new Promise<never>(() => undefined) as never);
    expect(await policy.get()).toEqual({ readAtMove: false });
  });

  it('says whether it changed, so that tabs hear of it once', async () => {
    await rule({ readAtMove: false });
    expect([await policy.refresh(), await policy.refresh()]).toEqual([true, false]);
    await rule({ readAtMove: true });
    expect([await policy.refresh(), await policy.refresh()]).toEqual([true, false]);
  });

  it('that came before with more in it, or is told with more, is read all the same', async () => {
    await rule({ readAtMove: false, somethingNew: 7 });
    await policy.refresh();
    expect(await policy.get()).toEqual({ readAtMove: false });
  });
});

describe('what the policy closed stays closed', () => {
  beforeEach(async () => {
    await rule({ readAtMove: false });
    await policy.refresh();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['its value is of the wrong type', () => rule({ readAtMove: 'no' })],
    ['its value is null', () => rule({ readAtMove: null })],
    ['the browser has dropped its value', () => rule({})],
    ['the browser cannot tell', async () => vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('not now'))],
  ])('when %s', async (_when, happens) => {
    await happens();
    await policy.refresh();
    expect(await policy.get()).toEqual({ readAtMove: false });
  });

  it('until the policy says otherwise', async () => {
    await rule({ readAtMove: true });
    await policy.refresh();
    expect(await policy.get()).toEqual({ readAtMove: true });
  });
});

it.each([['text'], [[]], [{ readAtMove: 'yes' }]])('what storage holds as %o counts as not told yet', async (stored) => {
  await fakeBrowser.storage.local.set({ policy: stored });
  expect(await policy.get()).toEqual({ readAtMove: false });
});

it('the schema for the browser is flat, and has nothing in it for which a browser refuses the extension', () => {
  const schema = managedSchema();
  expect(JSON.stringify(schema)).not.toMatch(/anyOf|oneOf|allOf|additionalProperties|\$ref|\$schema|"required"/);
  expect(schema).toMatchObject({
    type: 'object',
    properties: { readAtMove: { type: 'boolean', description: expect.any(String) as string } },
  });
});
