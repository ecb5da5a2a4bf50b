/** Several packs in use: the panel says which of them speaks, and why the others do not. */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import type { PackName } from '../../../components/panel/model';
import { expectNoAxeViolations } from './axe';
import { NO_EVENTS, NOW, PACK, sopModel } from './fixtures';

afterEach(cleanup);

const team = { title: 'Team EMEA', layer: 'team' } as const;
const own = { title: 'My draft', layer: 'personal' } as const;

async function drawn(pack: Partial<PackName>) {
  const model = sopModel({ pack: { ...PACK, title: 'Acme company rules', version: '1.4.0', publisher: 'Acme', ...pack } });
  const { container } = render(<Panel model={model} health={null} now={NOW} toast={null} events={NO_EVENTS} onToastGone={() => {}} />);
  await userEvent.click(screen.getByText('Why do I see this?'));
  return { container, why: within(screen.getByText('Why do I see this?').closest('details')!) };
}

it.each<[string, Partial<PackName>, RegExp]>([
  ['one other', { layer: 'company', others: [team] }, /holds the company’s rules. Also in use, but not here: Team EMEA \(the team’s\)\./],
  ['two others', { layer: 'company', others: [team, own] }, /not here: Team EMEA \(the team’s\) and My draft \(your own\)\./],
  [
    'others that go before it elsewhere',
    { layer: 'team', others: [{ title: 'HQ', layer: 'company' }] },
    /holds the team’s rules.*HQ \(the company’s\)/,
  ],
])('beside %s it says whose rules count here, and by what order', async (_what, pack, words) => {
  const { container, why } = await drawn(pack);
  expect(why.getByText('Acme company rules, version 1.4.0, from Acme')).toBeTruthy();
  expect(why.getByText(words).textContent).toMatch(/the company’s before the team’s, and the team’s before your own\.$/);
  await expectNoAxeViolations(container);
});

it('says nothing of an order where no other pack is in use', async () => {
  const { why } = await drawn({ layer: 'company', others: [] });
  expect(why.queryByText(/Also in use/)).toBeNull();
});
