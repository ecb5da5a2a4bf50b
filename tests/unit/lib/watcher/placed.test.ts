import { expect, it, vi } from 'vitest';
import type { Reading, RecordRef, WireMove } from '../../../../lib/crm/adapter';
import type { FromGate, ToGate } from '../../../../lib/gate/channel';
import type { Held } from '../../../../lib/messages/protocol';
import { createGuard } from '../../../../lib/watcher/guard';
import { silence } from './fixtures';

const record = (object: string): RecordRef => ({ crm: 'salesforce', org: '', object, id: 'a0X000000000001AAA' });
const move: WireMove = { record: record(''), field: 'Phase__c', to: 'Training', values: {} };
const reading: Reading = { record: record('Onboarding__c'), field: 'Phase__c', value: 'Kickoff', source: 'wire', at: 1 };

/** The record as the judge hears of it, where `known` is all that is known here. */
async function judgedAs(known: Reading[]): Promise<RecordRef | undefined> {
  let say: (message: FromGate) => void = () => undefined;
  const judge = vi.fn(async (_: Held) => silence);
  createGuard({
    line: { post: (_: ToGate) => undefined, hear: (listener) => void (say = listener) },
    refuse: () => ({ status: 200, statusText: '', headers: {}, body: '' }),
    judge,
    read: async () => false,
    decided: async () => ({ refuse: [] }),
    missed: () => undefined,
    ask: () => Promise.reject(new Error('not asked')),
    readings: () => known,
    nameOf: () => null,
    matching: () => undefined,
    org: () => 'acme.lightning.force.com',
    heard: () => undefined,
    alive: () => true,
    signal: new AbortController().signal,
  });
  say({ say: 'hold', id: 1, request: { method: 'POST', url: 'https://x/aura', body: '' }, moves: [move], splits: false, seen: [] });
  await vi.waitFor(() => expect(judge).toHaveBeenCalled());
  return judge.mock.calls[0]?.[0].moves[0]?.record;
}

it('a record whose object the request does not name is of the object that the page told', async () => {
  expect(await judgedAs([reading])).toEqual({ ...record('Onboarding__c'), org: 'acme.lightning.force.com' });
});

it('a record of which nothing is known keeps what the request says', async () => {
  expect(await judgedAs([])).toEqual({ ...record(''), org: 'acme.lightning.force.com' });
});
