// @vitest-environment node
/** What passes the gate, what the gate tells, and that it lets everything through where it fails. The transports: tests/compliance. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layLine, type FromGate } from '../../../../lib/gate/channel';
import { bench, holdOf, move, request, sent, soon, wire, type Bench } from './bench';

let at: Bench;
beforeEach(() => {
  at = bench();
});
afterEach(() => vi.restoreAllMocks());

describe('what is no move', () => {
  it.each([
    ['a body without a stage field', 'amount=1'],
    ['a body that only mentions one', 'search dealstage'],
    ['a body that is no text, where no records are kept', new Uint8Array([1])],
    ['no body', undefined],
    ['a longer body than any save has', `move dealstage 1${' '.repeat(4e6)}`],
  ])('passes by XMLHttpRequest at once, untouched: %s', async (_name, body) => {
    request(at, body);
    expect(sent.map((each) => each.body)).toEqual([body]);
    await soon();
    expect(at.heard).toEqual([]);
  });

  it('passes by fetch to the native function with the very same arguments', () => {
    const init = { method: 'POST', body: 'amount=1' };
    void at.scope.fetch('/api/save', init);
    expect(at.fetched).toEqual([['/api/save', init]]);
    expect(at.fetched[0]?.[1]).toBe(init);
  });

  it('is not looked into where the method only reads', () => {
    const look = vi.spyOn(wire, 'movesIn');
    void at.scope.fetch('/api/records', { method: 'DELETE', body: 'move dealstage 1' });
    void at.scope.fetch(new Request('https://app.hubspot.com/api/records'));
    expect(at.fetched).toHaveLength(2);
    expect(look).not.toHaveBeenCalled();
  });
});

describe('the gate fails open', () => {
  it('wraps nothing while no watcher is at the other end', () => {
    at = bench(false);
    request(at, 'move dealstage 1');
    expect(sent).toHaveLength(1);
  });

  it('passes a move when our own code throws', () => {
    vi.spyOn(wire, 'movesIn').mockImplementation(() => {
      throw new Error('a bug of ours');
    });
    request(at, 'move dealstage 1');
    void at.scope.fetch('/api/save', { method: 'POST', body: 'move dealstage 1' });
    expect([sent.length, at.fetched.length]).toEqual([1, 1]);
  });

  it('sends a move once, as it was, when the hold itself fails', async () => {
    vi.spyOn(wire, 'movesIn').mockReturnValue([{ ...move('1'), values: { cannotBeCloned: (() => 1) as unknown as string } }]);
    request(at, 'move dealstage 1');
    await vi.waitFor(() => expect(sent.map((each) => each.body)).toEqual(['move dealstage 1']));
    await new Promise((done) => setTimeout(done, 400));
    expect(sent).toHaveLength(1);
  });

  it('holds a batch as a whole when parting it fails', async () => {
    vi.spyOn(wire, 'split').mockImplementation(() => {
      throw new Error('a bug of ours');
    });
    request(at, 'read,move dealstage 1');
    const { id, splits } = await holdOf(at);
    expect([splits, at.fetched, sent]).toEqual([false, [], []]);
    at.line.post({ say: 'settle', id });
    await vi.waitFor(() => expect(sent.map((each) => each.body)).toEqual(['read,move dealstage 1']));
  });

  it('lets everything through once the extension retired', async () => {
    at.line.post({ say: 'retire' });
    await soon();
    request(at, 'move dealstage 1');
    expect(sent).toHaveLength(1);
  });

  it('lets a save through that is sent while the page is being left, and holds again in a page that comes back', async () => {
    at.scope.dispatchEvent(new Event('pagehide'));
    request(at, 'move dealstage 1');
    expect(sent).toHaveLength(1);
    await vi.waitFor(() => expect(at.heard).toMatchObject([{ say: 'miss', id: null, moves: [move('1')], why: 'sync' }]));
    request(at, 'move dealstage 2');
    await holdOf(at);
    expect(sent).toHaveLength(1);
  });
});

describe('the line', () => {
  it('is one only: a second handshake is not answered', async () => {
    const second = layLine(at.scope);
    const heard: FromGate[] = [];
    second.hear((message) => heard.push(message));
    request(at, 'move dealstage 1');
    await holdOf(at);
    expect(heard).toEqual([]);
  });

  it('brings the stage fields of packs, beside those that are known', async () => {
    vi.spyOn(wire, 'movesIn').mockReturnValue([move('1')]);
    request(at, 'custom_stage');
    expect(sent).toHaveLength(1);
    at.line.post({ say: 'watch', watch: { stageFields: ['custom_stage'], fields: [] } });
    await soon();
    request(at, 'custom_stage');
    await holdOf(at);
    request(at, 'dealstage');
    expect(sent).toHaveLength(1);
  });

  it('tells what record responses said, and only when it is asked', async () => {
    request(at, 'read', '/api/records').answer('{"a":1}');
    request(at, 'read', '/api/other').answer('{"b":2}');
    await soon();
    expect(at.heard).toEqual([]);
    at.line.post({ say: 'tell' });
    await vi.waitFor(() => expect(at.heard).toHaveLength(1));
    expect(at.heard[0]).toMatchObject({
      say: 'seen',
      seen: [{ request: { url: 'https://app.hubspot.com/api/records', body: 'read' }, response: '{"a":1}' }],
    });
  });

  it('tells the record responses with a hold, and not a second time', async () => {
    request(at, 'read', '/api/records').answer('{"a":1}');
    request(at, 'move dealstage 1');
    expect((await holdOf(at)).seen).toMatchObject([{ response: '{"a":1}' }]);
    at.line.post({ say: 'tell' });
    await vi.waitFor(() => expect(at.heard.at(-1)).toMatchObject({ say: 'seen', seen: [] }));
  });

  it('tells the last ten requests by kind, without their bodies', async () => {
    for (let more = 0; more < 12; more++) request(at, 'secret', '/api/telemetry');
    const get = new at.scope.XMLHttpRequest();
    get.open('GET', '/api/records/1');
    get.send();
    (get as unknown as { answer(text: string): void }).answer('{}');
    request(at, 'search dealstage', '/api/records/search');
    request(at, 'move dealstage 1');
    at.line.post({ say: 'tell' });
    const told = await vi.waitFor(() => {
      const found = at.heard.find((message) => message.say === 'seen');
      if (!found) throw new Error('nothing is told');
      return found.passed;
    });
    expect(told).toHaveLength(10);
    expect(told.slice(-4).map(({ kind, url }) => [kind, url])).toEqual([
      ['write', '/api/telemetry'],
      ['read', '/api/records/1'],
      ['read', '/api/records/search'],
      ['move', '/api/save'],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/secret|dealstage/);
  });
});
