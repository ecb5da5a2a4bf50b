/** `handrail diff`: what is written, and in which form. What counts as a difference: tests/unit/lib/pack/compare. */
import { expect, it } from 'vitest';
import { handrail, teamPack } from './world';

const old = teamPack.replace('severity: warn', 'severity: tip').replace('  - { id: manager-agreed, label: My manager agreed }\n', '');

it('one line for each difference, marked by what became of it', async () => {
  expect(await handrail(['diff', 'old', 'team-pack.yaml'], { old })).toEqual({
    status: 0,
    out: '~ Discovery: exit criterion ‘Pain known’ now warns (before: only tells)\n+ Reason code ‘My manager agreed’ added\n',
    err: '',
  });
  expect((await handrail(['diff', 'team-pack.yaml', 'old'], { old })).out).toContain('- Reason code ‘My manager agreed’ removed\n');
});

it('in colour where a person wants colours', async () => {
  const { out } = await handrail(['diff', 'old', 'team-pack.yaml'], { old }, { isTerminal: true, colours: true });
  expect(out).toContain('\u001B[32m+\u001B[0m Reason code');
});

it('as JSON', async () => {
  const { out } = await handrail(['diff', 'old', 'team-pack.yaml', '--json'], { old });
  expect(JSON.parse(out)).toEqual({
    changes: [
      {
        kind: 'changed',
        about: 'criterion',
        id: 'pain-known',
        sop: 'discovery',
        place: 'Discovery',
        sentence: 'Discovery: exit criterion ‘Pain known’ now warns (before: only tells)',
      },
      {
        kind: 'added',
        about: 'reason-code',
        id: 'manager-agreed',
        place: 'Reason codes',
        sentence: 'Reason code ‘My manager agreed’ added',
      },
    ],
  });
});

it('says that there is nothing to tell', async () => {
  expect((await handrail(['diff', 'team-pack.yaml', 'team-pack.yaml'])).out).toBe('No differences.\n');
  expect((await handrail(['diff', 'team-pack.yaml', 'team-pack.yaml', '--json'])).out).toBe('{\n  "changes": []\n}\n');
});
