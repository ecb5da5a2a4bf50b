/** What admins look for: what the policy sets, and whose packs are taken. */
import type { StudioEvents, StudioModel } from './model';
import { Organisation } from './organisation/Organisation';
import { Part } from './Part';
import { TrustedKeys } from './trust/TrustedKeys';

export function ForAdmins({ model, now, events }: { model: StudioModel; now: number; events: StudioEvents }) {
  const { organisation, trusted } = model;
  return (
    <>
      <Part id="organisation" title="Your organisation" intro="What is set by the policy of your organisation, and cannot be changed here.">
        {organisation && <Organisation model={organisation} now={now} />}
      </Part>
      <Part id="trust" title="Trusted keys" intro="Packs signed with these keys are taken without asking.">
        {trusted && <TrustedKeys keys={trusted} now={now} events={events.trust} />}
      </Part>
    </>
  );
}
