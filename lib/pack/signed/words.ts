/** Why a pack file is not taken, in words for the screen and the command line: what is the matter, and what to do. One place for every refusal. */
import { fingerprintOf } from '../../signing/fingerprint';
import type { Refusal } from './refusal';

/** More mistakes than this are counted. */
const mostToldProblems = 5;

/** @param when a time in milliseconds since 1970, as the reader writes days */
export function refusalWords(refusal: Refusal, when: (at: number) => string): string {
  switch (refusal.why) {
    case 'not-signed':
      return 'This pack is not signed, and only signed packs can be used here. Ask whoever made it to sign it and send it again.';
    case 'malformed':
      return `This is not a signed pack as Handrail writes it: ${refusal.detail}. Get the file again, and do not open and save it in another program.`;
    case 'forged':
      return 'The signature does not fit: the file was changed after it was signed, or another key signed it. Do not use it; ask the publisher for the file again.';
    case 'untrusted-key':
      return `Nobody here trusts the key that signed it (${fingerprintOf(refusal.key)}). Ask whoever runs Handrail in your organisation to add the key, or to send a pack that a trusted key signed.`;
    case 'revoked-key':
      return `The key that signed it (${fingerprintOf(refusal.key)}) was revoked and counts no more. Ask the publisher for a pack that is signed with the new key.`;
    case 'other-key':
      return `The pack that is here was signed by another key (${fingerprintOf(refusal.known)}) than this one (${fingerprintOf(refusal.key)}). Ask the publisher, by phone, whether the key is a new one: if so, the pack must be signed again with the old key’s statement about it, or you forget the old key here first.`;
    case 'other-pack':
      return `The signature is for ${refusal.claimed}, but the pack in the file is ${refusal.found}. Do not use it; ask the publisher for the file again.`;
    case 'other-organisation':
      return `This pack is for ${refusal.audience}, and here only packs for ${refusal.expected} are used. Ask the publisher for the one that is meant for you.`;
    case 'older':
      return `Version ${refusal.version} is not newer than ${refusal.known}, the newest that is known here. To go back to an earlier version that is here already, choose it on the options page.`;
    case 'other-bytes':
      return `There is another version ${refusal.version} here already, with other content. Ask the publisher to give the changed pack a new version number and to sign it again.`;
    case 'expired':
      return `This pack was good until ${when(refusal.expiresAt)}. Ask the publisher for a newer one.`;
    case 'not-yet':
      return `This pack was signed on ${when(refusal.issuedAt)}, which is still to come by this computer’s clock. Set the clock right and try again; if it is right, tell the publisher that theirs is fast.`;
    case 'clock-back':
      return `This computer’s clock is behind: a pack that is here was signed on ${when(refusal.known)}. Set the clock right and try again.`;
    case 'needs-newer':
      return `This pack needs Handrail ${refusal.minimum} or newer; this is ${refusal.have}. Update Handrail and try again.`;
    case 'not-allowed':
      return 'Your organisation chooses the packs: none can be added here. Ask whoever runs Handrail in your organisation.';
    case 'invalid':
      return `The pack in the file cannot be used. ${problemsInWords(refusal.problems)}`;
  }
}

function problemsInWords(problems: readonly { path: string; message: string }[]): string {
  const told = problems.slice(0, mostToldProblems).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const rest = problems.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
